/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/takes.h"

#include <math.h>
#include <sndfile.h>

#include "tests/support/sound_file.h"
#include "tests/support/stream.h"

#define STEP 65536 /* of 16 bits in integers of 32 */
#define RATE 44100

/* Nothing of the music is behind this. */
#define MUSIC_FRAMES (8 * RATE)

static int
sample(const double *music, gint64 frame, int channel, double gain)
{
  if (frame < 0 || frame >= MUSIC_FRAMES)
    return 0;
  return (int)lrint(music[2 * frame + channel] * gain * 30000) * STEP;
}

void
test_take_write(const char *path, const TestTake *take)
{
  static double *music; /* made once */
  g_autofree int *samples = g_new(int, 2 * (gsize)take->frames);
  double gain = take->gain != 0 ? take->gain : 1;

  if (music == NULL)
    music = signal_music(MUSIC_FRAMES, RATE, 7);
  for (gint64 i = 0; i < take->frames; i++)
    for (int channel = 0; channel < 2; channel++)
      samples[2 * i + channel] = sample(music, i - take->later, channel, gain);
  if (take->bad_frame > 0)
    samples[2 * take->bad_frame + 1] += STEP;
  test_sound_file_write_integers(
      path, take->format != 0 ? take->format : SF_FORMAT_WAV | SF_FORMAT_PCM_16,
      take->rate != 0 ? take->rate : RATE, 2, samples, take->frames);
}
