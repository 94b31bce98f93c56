/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/delay.h"

#include <string.h>

struct AlDelay {
  gsize delay_frames;
  gsize block_frames;
  double *lines;
};

AlDelay *
al_delay_new(gsize delay_frames, gsize block_frames)
{
  AlDelay *delay = g_new0(AlDelay, 1);

  delay->delay_frames = delay_frames;
  delay->block_frames = block_frames;
  delay->lines = g_new0(double, 2 * (delay_frames + block_frames));
  return delay;
}

void
al_delay_process(AlDelay *delay, double *block)
{
  const gsize past = 2 * delay->delay_frames;
  const gsize size = 2 * delay->block_frames;

  if (past == 0)
    return;
  memcpy(delay->lines + past, block, size * sizeof *block);
  memcpy(block, delay->lines, size * sizeof *block);
  memmove(delay->lines, delay->lines + size, past * sizeof *block);
}

void
al_delay_free(AlDelay *delay)
{
  if (delay == NULL)
    return;
  g_free(delay->lines);
  g_free(delay);
}
