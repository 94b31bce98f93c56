/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "album/convert/converting.h"
#include "album/convert/first_pause.h"
#include "album/convert/track_tags.h"
#include "album/disc/image_digest.h"
#include "album/encode/encoder.h"
#include "album/error.h"
#include "album/project/name_pattern.h"
#include "redbook/charset.h"

/* Sectors that are copied at a time. */
#define PIECE_SECTORS 16

/* The files of a disc, cut. */
typedef struct {
  const AlConverting *converting;
  const GArray *cuts; /* of AlTrackCut */
  GPtrArray *digests; /* of RbDigest: of what each was meant to hold */
} Tracks;

static const AlTrackCut *
cut_at(const Tracks *tracks, guint i)
{
  return &g_array_index(tracks->cuts, AlTrackCut, i);
}

/* In the first language that ASCII can spell, as names are; else in the first. */
static const char *
title_of(const RbDisc *disc, guint number)
{
  const char *first = NULL;

  for (guint i = 0; i < disc->text_blocks->len; i++) {
    const RbTexts *texts = rb_text_block_texts(g_ptr_array_index(disc->text_blocks, i), number);
    const char *title = texts->field[RB_TEXT_TITLE];

    if (title != NULL && rb_charset_can_transliterate(RB_CHARSET_ASCII, title))
      return title;
    if (first == NULL)
      first = title;
  }
  return first != NULL ? first : "Track";
}

/* "01 Harbour Lights.wav" */
static char *
file_name(const Tracks *tracks, guint number)
{
  const RbDisc *disc = tracks->converting->source->disc;
  g_autofree char *clean = al_name_of_title(number == 0 ? "Hidden audio" : title_of(disc, number));

  return g_strdup_printf("%02u %s.%s", number, clean,
                         al_codec_extension(tracks->converting->conversion->codec));
}

static AlEncoder *
open_file(const Tracks *tracks, const AlTrackCut *cut, GError **error)
{
  const AlConverting *converting = tracks->converting;
  const AlEncoding encoding = {
      .codec = converting->conversion->codec, .rate = RB_FRAME_RATE, .bits = 16};
  g_autofree char *name = file_name(tracks, cut->number);
  g_autofree char *path = al_converting_add(converting, name, error);
  g_autoptr(AlTags) tags = al_track_tags_new(converting->source->disc, cut);

  if (path == NULL)
    return NULL;
  return al_encoder_new(path, &encoding, (gint64)cut->sectors * RB_FRAMES_PER_SECTOR, tags, error);
}

/* Writes `frames` frames of the disc from a sector on. */
static gboolean
write_piece(const Tracks *tracks, AlEncoder *encoder, gint32 sector, gsize frames, GError **error)
{
  gint16 samples[2 * PIECE_SECTORS * RB_FRAMES_PER_SECTOR];
  gint32 integers[G_N_ELEMENTS(samples)];
  RbDigest *digest = g_ptr_array_index(tracks->digests, tracks->digests->len - 1);

  if (!rb_image_read(tracks->converting->source->image, (gint64)sector * RB_FRAMES_PER_SECTOR,
                     samples, frames, error))
    return FALSE;
  for (gsize i = 0; i < 2 * frames; i++) {
    integers[i] = samples[i];
    samples[i] = GINT16_TO_LE(samples[i]);
  }
  rb_digest_update(digest, samples, 4 * frames);
  return al_encoder_write_integers(encoder, integers, frames, error);
}

static gboolean
write_file(const Tracks *tracks, const AlTrackCut *cut, GError **error)
{
  const AlJob *job = tracks->converting->job;
  gint32 lead_out_sector = tracks->converting->source->disc->lead_out_sector;
  g_autoptr(AlEncoder) encoder = open_file(tracks, cut, error);

  if (encoder == NULL)
    return FALSE;
  al_encoder_set_cancellable(encoder, job->cancellable);
  g_ptr_array_add(tracks->digests, rb_digest_new(RB_CHECKSUM_BIT(RB_CHECKSUM_MD5)));
  for (gint32 done = 0; done < cut->sectors; done += PIECE_SECTORS) {
    gsize frames = (gsize)MIN(PIECE_SECTORS, cut->sectors - done) * RB_FRAMES_PER_SECTOR;

    if (al_job_cancelled(job, error) ||
        !write_piece(tracks, encoder, cut->first_sector + done, frames, error))
      return FALSE;
    al_job_progress(job, "Writing", (double)(cut->first_sector + done) / lead_out_sector);
  }
  return al_encoder_close(encoder, error);
}

/* The file read back holds exactly the samples of its cut. */
static gboolean
prove_file(guint i, gpointer data, GError **error)
{
  const Tracks *tracks = data;
  const char *name = g_ptr_array_index(tracks->converting->names, i);
  g_autofree char *path =
      g_build_filename(al_staging_folder(tracks->converting->staging), name, NULL);
  gint32 sectors = cut_at(tracks, i)->sectors;
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(RbDigest) digest = NULL;

  if (!rb_image_add_file(image, path, RB_AUDIO_SOUND_FILE, 0, -1, error))
    return FALSE;
  digest = al_image_digest(image, sectors, RB_CHECKSUM_BIT(RB_CHECKSUM_MD5),
                           tracks->converting->job, error);
  if (digest == NULL)
    return FALSE;
  if (rb_image_frames(image) == (gint64)sectors * RB_FRAMES_PER_SECTOR &&
      strcmp(rb_digest_text(digest, RB_CHECKSUM_MD5),
             rb_digest_text(g_ptr_array_index(tracks->digests, i), RB_CHECKSUM_MD5)) == 0)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_PROOF,
              "%s does not hold what was meant; all of it was thrown away", name);
  return FALSE;
}

gboolean
al_converting_write_tracks(const AlConverting *converting, GError **error)
{
  const AlDiscForm *source = converting->source;
  g_autoptr(GArray) cuts = al_track_cuts_new(source->disc, converting->conversion->gaps);
  g_autoptr(GPtrArray) digests = g_ptr_array_new_with_free_func((GDestroyNotify)rb_digest_free);
  Tracks tracks = {.converting = converting, .cuts = cuts, .digests = digests};

  if (!al_first_pause_judge(source->image, converting->findings, error) ||
      !al_track_cuts_judge(cuts, source->image, converting->findings, error))
    return FALSE;
  for (guint i = 0; i < cuts->len; i++)
    if (!write_file(&tracks, cut_at(&tracks, i), error))
      return FALSE;
  return al_job_each(converting->job, "Reading back", cuts->len, prove_file, &tracks, error);
}
