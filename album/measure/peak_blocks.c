/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/peak_blocks.h"

#include <string.h>

#define CHANNELS 2
#define BLOCK AL_PEAK_BLOCK_FRAMES
#define REACH AL_INTERPOLATION_REACH

/* What waits for its surroundings, one buffer per channel:
 *
 *   0           REACH               REACH + BLOCK       BUFFER
 *   | behind it | block to look at  | ahead of it       |
 *                 ^ frame `position`                ^ `filled`     */
#define BUFFER (REACH + BLOCK + REACH)

struct AlPeakBlocks {
  AlPeakBlockLook look;
  gpointer data;
  double buffer[CHANNELS][BUFFER];
  gsize filled;
  gint64 position; /* of the first frame of the block, from the start */
  gint64 fed;
};

AlPeakBlocks *
al_peak_blocks_new(AlPeakBlockLook look, gpointer data)
{
  AlPeakBlocks *blocks = g_new0(AlPeakBlocks, 1);

  blocks->look = look;
  blocks->data = data;
  blocks->filled = REACH;
  return blocks;
}

void
al_peak_blocks_free(AlPeakBlocks *blocks)
{
  g_free(blocks);
}

static void
look_at_block(AlPeakBlocks *blocks)
{
  const double *const channels[] = {blocks->buffer[0] + REACH, blocks->buffer[1] + REACH};

  blocks->look(blocks->position, channels, blocks->data);
  for (gsize channel = 0; channel < CHANNELS; channel++)
    memmove(blocks->buffer[channel], blocks->buffer[channel] + BLOCK,
            (BUFFER - BLOCK) * sizeof(double));
  blocks->filled -= BLOCK;
  blocks->position += BLOCK;
}

static void
enter(AlPeakBlocks *blocks, const double *samples, gsize frames)
{
  while (frames > 0) {
    gsize taken = MIN(frames, BUFFER - blocks->filled);

    for (gsize channel = 0; channel < CHANNELS; channel++)
      for (gsize n = 0; n < taken; n++)
        blocks->buffer[channel][blocks->filled + n] = samples[CHANNELS * n + channel];
    blocks->filled += taken;
    samples += CHANNELS * taken;
    frames -= taken;
    if (blocks->filled == BUFFER)
      look_at_block(blocks);
  }
}

void
al_peak_blocks_feed(AlPeakBlocks *blocks, const double *samples, gsize frames)
{
  blocks->fed += (gint64)frames;
  enter(blocks, samples, frames);
}

void
al_peak_blocks_finish(AlPeakBlocks *blocks)
{
  static const double silence[CHANNELS * BLOCK];

  while (blocks->position < blocks->fed)
    enter(blocks, silence, BLOCK);
}

gint64
al_peak_blocks_frames(const AlPeakBlocks *blocks)
{
  return blocks->fed;
}
