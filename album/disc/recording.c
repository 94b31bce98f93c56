/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/recording.h"

#include <string.h>

#include "album/audio/mix.h"
#include "redbook/sector.h"

#define FULL_SCALE 32768.0

/* A stretch of a recording, which may begin before it and end behind it:
 *
 *   |  silence  |  what the recording has  |  silence  |
 *   next_frame  0                          frames      end_frame
 */
typedef struct {
  AlSource source;
  const AlRecording *recording;
  AlSource *mix; /* of the frames that a file has; NULL: an image, or none of it is wanted */
  gint64 next_frame, end_frame; /* of the recording */
} Stretch;

AlRecording *
al_recording_new_file(const char *path, GError **error)
{
  AlRecording *recording;
  AlMixInfo info;

  if (!al_mix_inspect(path, &info, error))
    return NULL;
  recording = g_new0(AlRecording, 1);
  recording->name = g_path_get_basename(path);
  recording->path = g_strdup(path);
  recording->rate = info.rate;
  recording->frames = info.frames;
  return recording;
}

AlRecording *
al_recording_new_image(RbImage *image, const char *name, gint64 frames)
{
  AlRecording *recording = g_new0(AlRecording, 1);

  recording->name = g_strdup(name);
  recording->image = image;
  recording->rate = RB_FRAME_RATE;
  recording->frames = frames;
  return recording;
}

void
al_recording_free(AlRecording *recording)
{
  if (recording == NULL)
    return;
  g_free(recording->name);
  g_free(recording->path);
  g_free(recording);
}

static gboolean
read_image(RbImage *image, gint64 first_frame, double *block, gsize frames, GError **error)
{
  gint16 samples[2 * AL_BLOCK_FRAMES];

  while (frames > 0) {
    gsize count = MIN(frames, AL_BLOCK_FRAMES);

    if (!rb_image_read(image, first_frame, samples, count, error))
      return FALSE;
    for (gsize i = 0; i < 2 * count; i++)
      block[i] = samples[i] / FULL_SCALE;
    block += 2 * count;
    first_frame += (gint64)count;
    frames -= count;
  }
  return TRUE;
}

/* Frames that the recording has, all from `next_frame` on. */
static gboolean
read_audio(Stretch *stretch, double *block, gsize frames, GError **error)
{
  if (stretch->mix == NULL)
    return read_image(stretch->recording->image, stretch->next_frame, block, frames, error);
  while (frames > 0) {
    gssize got = al_source_read(stretch->mix, block, frames, error);

    if (got <= 0)
      return FALSE;
    block += 2 * got;
    frames -= (gsize)got;
  }
  return TRUE;
}

static gssize
stretch_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Stretch *stretch = (Stretch *)source;
  gint64 end = MIN(stretch->end_frame, stretch->next_frame + (gint64)frames);
  gssize got = (gssize)(end - stretch->next_frame);

  while (stretch->next_frame < end) {
    gint64 at = stretch->next_frame;
    gboolean silent = at < 0 || at >= stretch->recording->frames;
    gint64 until = at < 0 ? MIN(end, 0) : silent ? end : MIN(end, stretch->recording->frames);
    gsize count = (gsize)(until - at);

    if (silent)
      memset(block, 0, 2 * count * sizeof *block);
    else if (!read_audio(stretch, block, count, error))
      return -1;
    block += 2 * count;
    stretch->next_frame = until;
  }
  return got;
}

static void
stretch_free(AlSource *source)
{
  Stretch *stretch = (Stretch *)source;

  al_source_free(stretch->mix);
  g_free(stretch);
}

static const AlSourceClass stretch_class = {stretch_read, stretch_free};

AlSource *
al_recording_open(const AlRecording *recording, gint64 first_frame, gint64 end_frame,
                  GError **error)
{
  gint64 first = MAX(first_frame, 0), end = MIN(end_frame, recording->frames);
  AlSource *mix = NULL;
  Stretch *stretch;

  g_assert(first_frame <= end_frame);
  if (recording->path != NULL && first < end) {
    mix = al_mix_open(recording->path, first, end, error);
    if (mix == NULL)
      return NULL;
  }
  stretch = g_new0(Stretch, 1);
  stretch->source = (AlSource){
      .class = &stretch_class, .rate = recording->rate, .frames = end_frame - first_frame};
  stretch->recording = recording;
  stretch->mix = mix;
  stretch->next_frame = first_frame;
  stretch->end_frame = end_frame;
  return &stretch->source;
}
