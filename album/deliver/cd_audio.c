/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd_audio.h"

#include <string.h>

#include "album/audio/grid.h"
#include "redbook/sector.h"

/* Frames in a write where nothing else is asked for. */
#define WRITE_FRAMES (16 * RB_FRAMES_PER_SECTOR)

struct AlCdAudio {
  const AlCdFiles *files;
  const AlJob *job;
  gsize block_frames;
  double *block;
  gint16 *samples;
  RbDigest *digest;
};

AlCdAudio *
al_cd_audio_new(const AlCdFiles *files, const AlRendering *rendering)
{
  AlCdAudio *audio = g_new0(AlCdAudio, 1);

  audio->files = files;
  audio->job = rendering->job;
  audio->block_frames = rendering->block_frames > 0 ? rendering->block_frames : WRITE_FRAMES;
  audio->block = g_new(double, 2 * audio->block_frames);
  audio->samples = g_new(gint16, 2 * audio->block_frames);
  return audio;
}

void
al_cd_audio_free(AlCdAudio *audio)
{
  if (audio == NULL)
    return;
  g_free(audio->block);
  g_free(audio->samples);
  rb_digest_free(audio->digest);
  g_free(audio);
}

RbDigest *
al_cd_audio_digest(const AlCdAudio *audio)
{
  return audio->digest;
}

static gboolean
write_block(AlCdAudio *audio, const GPtrArray *writers, gsize frames, GError **error)
{
  for (guint i = 0; i < writers->len; i++)
    if (!al_image_writer_write(g_ptr_array_index(writers, i), audio->samples, frames, error))
      return FALSE;
  for (gsize i = 0; i < 2 * frames; i++)
    audio->samples[i] = GINT16_TO_LE(audio->samples[i]);
  rb_digest_update(audio->digest, audio->samples, 4 * frames);
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
write_all(AlCdAudio *audio, AlSource *finished, const GPtrArray *writers, GError **error)
{
  const double scale = al_grid_scale(16);
  gint64 done = 0;
  gssize got;

  while ((got = al_source_read(finished, audio->block, audio->block_frames, error)) > 0) {
    for (gssize i = 0; i < 2 * got; i++)
      audio->samples[i] = (gint16)(audio->block[i] * scale);
    silence_first_pause(audio->samples, done, got);
    if (!write_block(audio, writers, (gsize)got, error) || al_job_cancelled(audio->job, error))
      return FALSE;
    done += got;
  }
  return got == 0;
}

gboolean
al_cd_audio_take(AlSource *finished, gpointer data, GError **error)
{
  AlCdAudio *audio = data;
  g_autoptr(GPtrArray) writers = al_cd_files_open_images(audio->files, error);

  rb_digest_free(audio->digest);
  audio->digest = rb_digest_new(RB_CHECKSUM_DDP);
  if (writers == NULL || !write_all(audio, finished, writers, error))
    return FALSE;
  for (guint i = 0; i < writers->len; i++)
    if (!al_image_writer_finish(g_ptr_array_index(writers, i), error))
      return FALSE;
  return TRUE;
}
