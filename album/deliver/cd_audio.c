/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd_audio.h"

#include <string.h>

#include "album/audio/read_ahead.h"
#include "redbook/sector.h"

/* The noise of the dither is the same in every master that is made of the same program. */
#define DITHER_SEED 20

/* The stages behind the program; each reads from the one before it. */
typedef struct {
  AlSource *resampler;  /* NULL where the program has the rate of a disc */
  AlSource *read_ahead; /* NULL on one thread */
  AlSource *peaks;
  AlQuantiser *quantiser;
} Stages;

static void
close_stages(Stages *stages)
{
  al_quantiser_free(stages->quantiser);
  al_source_free(stages->peaks);
  al_source_free(stages->read_ahead);
  al_source_free(stages->resampler);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Stages, close_stages)

static gboolean
open_stages(const AlCdAudio *audio, const AlJob *job, Stages *stages, GError **error)
{
  AlSource *top = audio->program;
  gint64 frames = top->frames * RB_FRAME_RATE / top->rate;

  if (top->rate != RB_FRAME_RATE) {
    top = stages->resampler = al_resample_new(top, RB_FRAME_RATE, frames, audio->resampler, error);
    if (top == NULL)
      return FALSE;
  }
  if (job->threads > 1)
    top = stages->read_ahead = al_read_ahead_new(top);
  stages->peaks = al_peaks_new(top, audio->regions, audio->region_count);
  stages->quantiser = al_quantiser_new(stages->peaks, audio->dither, DITHER_SEED);
  return TRUE;
}

static gboolean
write_block(const AlCdAudio *audio, RbDigest *digest, gint16 *samples, gsize frames, GError **error)
{
  for (guint i = 0; i < audio->writers->len; i++)
    if (!al_image_writer_write(g_ptr_array_index(audio->writers, i), samples, frames, error))
      return FALSE;
  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] = GINT16_TO_LE(samples[i]);
  rb_digest_update(digest, samples, 4 * frames);
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
write_all(const AlCdAudio *audio, AlQuantiser *quantiser, const AlJob *job, RbDigest *digest,
          GError **error)
{
  gint64 total = audio->program->frames * RB_FRAME_RATE / audio->program->rate, done = 0;
  g_autofree gint16 *samples = g_new(gint16, 2 * audio->block_frames);
  gssize got;

  while ((got = al_quantiser_read(quantiser, samples, audio->block_frames, error)) > 0) {
    silence_first_pause(samples, done, got);
    if (!write_block(audio, digest, samples, (gsize)got, error) || al_job_cancelled(job, error))
      return FALSE;
    done += got;
    al_job_progress(job, "Writing the images", (double)done / (double)total);
  }
  g_assert(got < 0 || done == total);
  return got == 0;
}

RbDigest *
al_cd_audio_write(const AlCdAudio *audio, const AlJob *job, GError **error)
{
  g_auto(Stages) stages = {0};
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_DDP);

  if (!open_stages(audio, job, &stages, error) ||
      !write_all(audio, stages.quantiser, job, digest, error))
    return NULL;
  for (guint i = 0; i < audio->writers->len; i++)
    if (!al_image_writer_finish(g_ptr_array_index(audio->writers, i), error))
      return NULL;
  return g_steal_pointer(&digest);
}
