/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/codec_check.h"

#include <glib/gstdio.h>
#include <math.h>

#include "album/audio/resample.h"
#include "album/encode/decoded.h"
#include "album/encode/encoder.h"
#include "album/error.h"
#include "album/measure/levels.h"
#include "album/measure/loudness.h"
#include "album/measure/true_peak.h"

#define OVERS_PER_SECOND 10

/* What a codec does to a peak changes a little with the level, so that lowering by the excess alone
 * would creep up on the limit. */
#define MARGIN_DB 0.05

/* A codec, and what the trial of it takes. */
typedef struct {
  const AlEncoding *encoding;
  const char *path; /* of the encoded file */
  GCancellable *cancellable;
} Trial;

static gboolean
encode_all(AlSource *track, AlEncoder *encoder, GError **error)
{
  double block[2 * AL_BLOCK_FRAMES];
  gssize frames;

  while ((frames = al_source_read(track, block, AL_BLOCK_FRAMES, error)) > 0)
    if (!al_encoder_write(encoder, block, (gsize)frames, error))
      return FALSE;
  return frames == 0 && al_encoder_close(encoder, error);
}

static gboolean
encode_at_rate(const Trial *trial, AlSource *track, GError **error)
{
  g_autoptr(AlEncoder) encoder =
      al_encoder_new(trial->path, trial->encoding, track->frames, NULL, error);

  if (encoder == NULL)
    return FALSE;
  al_encoder_set_cancellable(encoder, trial->cancellable);
  return encode_all(track, encoder, error);
}

static gboolean
encode(const Trial *trial, AlSource *track, GError **error)
{
  int rate = trial->encoding->rate;
  g_autoptr(AlSource) resampled = NULL;

  if (track->rate == rate)
    return encode_at_rate(trial, track, error);
  resampled = al_resample_new(track, rate, AL_RESAMPLE_WHOLE, AL_RESAMPLER_DEFAULT, error);
  return resampled != NULL && encode_at_rate(trial, resampled, error);
}

/* The meters that a decoded track passes. */
typedef struct {
  AlLoudness *loudness;
  AlTruePeak *true_peak; /* a region for each tenth of a second */
  AlLevels levels;
} Meters;

/* A block of at most a tenth of a second. */
static gboolean
feed_all(Meters *meters, AlSource *decoded, GCancellable *cancellable, GError **error)
{
  gsize block_frames = (gsize)decoded->rate / OVERS_PER_SECOND;
  g_autofree double *block = g_new(double, 2 * block_frames);
  gboolean first = TRUE;
  gssize frames;

  while ((frames = al_source_read(decoded, block, block_frames, error)) > 0) {
    if (al_error_cancelled(cancellable, error))
      return FALSE;
    if (!first)
      al_true_peak_mark(meters->true_peak);
    first = FALSE;
    al_true_peak_feed(meters->true_peak, block, (gsize)frames);
    al_loudness_feed(meters->loudness, block, (gsize)frames);
    al_levels_feed(&meters->levels, block, (gsize)frames);
  }
  al_true_peak_finish(meters->true_peak);
  al_loudness_finish(meters->loudness);
  return frames == 0;
}

static void
collect_overs(GArray *overs, const AlTruePeak *meter)
{
  gboolean goes_on = FALSE;

  for (guint i = 0; i < al_true_peak_regions(meter); i++) {
    double db = al_levels_db(al_true_peak_region(meter, i));
    AlCodecOver over = {.seconds = (double)i / OVERS_PER_SECOND, .true_peak_dbtp = db};
    gboolean is_over = db > AL_CODEC_LIMIT_DBTP;

    if (is_over && goes_on) {
      AlCodecOver *last = &g_array_index(overs, AlCodecOver, overs->len - 1);

      last->true_peak_dbtp = MAX(last->true_peak_dbtp, db);
    } else if (is_over) {
      g_array_append_val(overs, over);
    }
    goes_on = is_over;
  }
}

static AlCodecCheck *
measure(AlSource *decoded, GCancellable *cancellable, GError **error)
{
  Meters meters = {al_loudness_new_stereo(decoded->rate), al_true_peak_new(), {0}};
  AlCodecCheck *check = NULL;

  al_levels_init(&meters.levels);
  if (feed_all(&meters, decoded, cancellable, error)) {
    check = g_new0(AlCodecCheck, 1);
    check->true_peak_dbtp = al_levels_db(al_true_peak_whole(meters.true_peak));
    check->sample_peak_dbfs = al_levels_peak_dbfs(&meters.levels);
    check->integrated_lufs = al_loudness_integrated(meters.loudness);
    check->overs = g_array_new(FALSE, FALSE, sizeof(AlCodecOver));
    collect_overs(check->overs, meters.true_peak);
  }
  al_loudness_free(meters.loudness);
  al_true_peak_free(meters.true_peak);
  return check;
}

static AlCodecCheck *
check_codec(const Trial *trial, AlSource *track, GError **error)
{
  g_autoptr(AlSource) decoded = NULL;

  if (!encode(trial, track, error))
    return NULL;
  decoded = al_decoded_open(trial->path, trial->cancellable, error);
  return decoded != NULL ? measure(decoded, trial->cancellable, error) : NULL;
}

/* In a folder of its own, so that tracks may be checked at the same time. */
AlCodecCheck *
al_codec_check_new(AlSource *track, const AlEncoding *encoding, const char *folder,
                   GCancellable *cancellable, GError **error)
{
  g_autofree char *own_folder = g_build_filename(folder, "codec-XXXXXX", NULL);
  g_autofree char *name = g_strconcat("track.", al_codec_extension(encoding->codec), NULL);
  g_autofree char *path = NULL;
  Trial trial = {.encoding = encoding, .cancellable = cancellable};
  AlCodecCheck *check;

  if (al_codec_is_lossless(encoding->codec)) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s is lossless: there is nothing to check",
                al_codec_name(encoding->codec));
    return NULL;
  }
  if (g_mkdtemp(own_folder) == NULL) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write in %s", folder);
    return NULL;
  }
  trial.path = path = g_build_filename(own_folder, name, NULL);
  check = check_codec(&trial, track, error);
  g_unlink(path);
  g_rmdir(own_folder);
  return check;
}

void
al_codec_check_free(AlCodecCheck *check)
{
  if (check == NULL)
    return;
  g_array_unref(check->overs);
  g_free(check);
}

double
al_codec_check_peak(const AlCodecCheck *check)
{
  return MAX(check->true_peak_dbtp, check->sample_peak_dbfs);
}

gboolean
al_codec_check_safe_ceiling(AlCodecPeakAt peak_at, gpointer data, double ceiling_dbtp,
                            double *safe_dbtp, GError **error)
{
  double lowest = ceiling_dbtp - AL_CODEC_MOST_LOWERING_DB;
  double peak_dbtp;

  *safe_dbtp = -HUGE_VAL;
  for (double ceiling = ceiling_dbtp; ceiling >= lowest;
       ceiling -= peak_dbtp - AL_CODEC_LIMIT_DBTP + MARGIN_DB) {
    if (!peak_at(ceiling, data, &peak_dbtp, error))
      return FALSE;
    if (peak_dbtp <= AL_CODEC_LIMIT_DBTP) {
      *safe_dbtp = ceiling;
      return TRUE;
    }
  }
  return TRUE;
}
