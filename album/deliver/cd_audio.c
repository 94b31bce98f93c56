/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd_audio.h"

#include <string.h>

#include "album/audio/read_ahead.h"
#include "redbook/sector.h"

/* The noise of the dither is the same in every master that is made of the same program. */
#define DITHER_SEED 20

/* The stages behind the program; each reads from the one before it. */
typedef struct {
  AlSource *resampler; /* NULL where the program has the rate of a disc */
  AlSource *ahead[2];  /* threads of their own behind the two heavy stages; NULL on one thread */
  AlSource *limiter;   /* NULL where there is none */
  AlSource *peaks;
  AlQuantiser *quantiser;
} Stages;

/* What a block goes through when it is quantised. */
typedef struct {
  const AlCdAudio *audio;
  AlCdWritten *written;
  gint16 *samples;
  double *finished; /* the same, as the meters want it */
} Blocks;

static void
close_stages(Stages *stages)
{
  al_quantiser_free(stages->quantiser);
  al_source_free(stages->peaks);
  al_source_free(stages->ahead[1]);
  al_source_free(stages->limiter);
  al_source_free(stages->ahead[0]);
  al_source_free(stages->resampler);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Stages, close_stages)

double
al_cd_audio_margin(AlDither dither)
{
  return al_quantiser_max_error_steps(dither, RB_FRAME_RATE) / 32768;
}

static gint64
disc_frames(const AlCdAudio *audio)
{
  return audio->program->frames * RB_FRAME_RATE / audio->program->rate;
}

static AlSource *
open_limiter(const AlCdAudio *audio, AlSource *input)
{
  AlLimiterSettings settings = *audio->limiter;

  settings.margin = al_cd_audio_margin(audio->dither);
  return al_limiter_new(input, &settings, audio->starts, audio->regions);
}

static gboolean
open_stages(const AlCdAudio *audio, const AlJob *job, AlPeakRegion *peaks, Stages *stages,
            GError **error)
{
  AlSource *top = audio->program;

  if (top->rate != RB_FRAME_RATE) {
    top = stages->resampler =
        al_resample_new(top, RB_FRAME_RATE, disc_frames(audio), audio->resampler, error);
    if (top == NULL)
      return FALSE;
  }
  if (job->threads > 1)
    top = stages->ahead[0] = al_read_ahead_new(top);
  if (audio->limiter != NULL) {
    top = stages->limiter = open_limiter(audio, top);
    if (job->threads > 1)
      top = stages->ahead[1] = al_read_ahead_new(top);
  }
  stages->peaks = al_peaks_new(top, peaks, audio->regions);
  stages->quantiser = al_quantiser_new(stages->peaks, audio->dither, DITHER_SEED);
  return TRUE;
}

static gboolean
write_block(const Blocks *blocks, gsize frames, GError **error)
{
  gint16 *samples = blocks->samples;

  for (guint i = 0; i < blocks->audio->writers->len; i++)
    if (!al_image_writer_write(g_ptr_array_index(blocks->audio->writers, i), samples, frames,
                               error))
      return FALSE;
  for (gsize i = 0; i < 2 * frames; i++)
    blocks->finished[i] = samples[i] / 32768.0;
  al_region_measurement_feed(blocks->written->measured, blocks->finished, frames);
  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] = GINT16_TO_LE(samples[i]);
  rb_digest_update(blocks->written->digest, samples, 4 * frames);
  return TRUE;
}

/* The first two seconds of a disc are silent (R08), also where a resampler rings ahead of what
 * follows: half of all forms of a disc do not hold them. */
static void
silence_first_pause(gint16 *samples, gint64 first_frame, gint64 frames)
{
  gint64 pause = RB_FIRST_PAUSE_SECTORS * RB_FRAMES_PER_SECTOR - first_frame;

  if (pause > 0)
    memset(samples, 0, sizeof *samples * 2 * (gsize)MIN(pause, frames));
}

static gboolean
write_all(const Blocks *blocks, AlQuantiser *quantiser, const AlJob *job, GError **error)
{
  gint64 total = disc_frames(blocks->audio), done = 0;
  gssize got;

  while ((got = al_quantiser_read(quantiser, blocks->samples, blocks->audio->block_frames, error)) >
         0) {
    silence_first_pause(blocks->samples, done, got);
    if (!write_block(blocks, (gsize)got, error) || al_job_cancelled(job, error))
      return FALSE;
    done += got;
    al_job_progress(job, "Writing the images", (double)done / (double)total);
  }
  g_assert(got < 0 || done == total);
  return got == 0;
}

static gboolean
complete(const AlCdAudio *audio, const Stages *stages, AlCdWritten *written, GError **error)
{
  al_region_measurement_finish(written->measured);
  for (guint i = 0; stages->limiter != NULL && i < audio->regions; i++)
    written->reductions[i] = al_limiter_region(stages->limiter, i);
  for (guint i = 0; i < audio->writers->len; i++)
    if (!al_image_writer_finish(g_ptr_array_index(audio->writers, i), error))
      return FALSE;
  return TRUE;
}

AlCdWritten *
al_cd_audio_write(const AlCdAudio *audio, const AlJob *job, GError **error)
{
  g_auto(Stages) stages = {0};
  g_autoptr(AlCdWritten) written = g_new0(AlCdWritten, 1);
  g_autofree gint16 *samples = g_new(gint16, 2 * audio->block_frames);
  g_autofree double *finished = g_new(double, 2 * audio->block_frames);
  const Blocks blocks = {
      .audio = audio, .written = written, .samples = samples, .finished = finished};

  written->digest = rb_digest_new(RB_CHECKSUM_DDP);
  written->peaks = g_new0(AlPeakRegion, audio->regions);
  written->reductions = g_new0(AlReduction, audio->regions);
  written->measured = al_region_measurement_new(RB_FRAME_RATE, audio->starts, audio->regions);
  for (guint i = 0; i < audio->regions; i++)
    written->peaks[i].first_frame = audio->starts[i];
  if (!open_stages(audio, job, written->peaks, &stages, error) ||
      !write_all(&blocks, stages.quantiser, job, error) ||
      !complete(audio, &stages, written, error))
    return NULL;
  return g_steal_pointer(&written);
}

void
al_cd_written_free(AlCdWritten *written)
{
  if (written == NULL)
    return;
  rb_digest_free(written->digest);
  g_free(written->peaks);
  g_free(written->reductions);
  al_region_measurement_free(written->measured);
  g_free(written);
}
