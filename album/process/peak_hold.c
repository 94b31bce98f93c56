/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/peak_hold.h"

struct AlPeakHold {
  gsize frames;
  gsize filled; /* of the present group */
  double head;  /* the largest of the present group */
  double *tail; /* before `filled`: the values of the present group; from there on: the largest of
                   the group before, from that place to its end */
};

AlPeakHold *
al_peak_hold_new(gsize frames)
{
  AlPeakHold *hold = g_new0(AlPeakHold, 1);

  g_assert(frames > 0);
  hold->frames = frames;
  hold->tail = g_new0(double, frames + 1);
  return hold;
}

static void
start_group(AlPeakHold *hold)
{
  for (gsize i = hold->frames - 1; i > 0; i--)
    hold->tail[i - 1] = MAX(hold->tail[i - 1], hold->tail[i]);
  hold->filled = 0;
  hold->head = 0;
}

void
al_peak_hold_process(AlPeakHold *hold, double *values, gsize frames, gsize stride)
{
  for (gsize i = 0; i < frames * stride; i += stride) {
    double value = values[i];

    hold->tail[hold->filled++] = value;
    hold->head = MAX(hold->head, value);
    values[i] = MAX(hold->head, hold->tail[hold->filled]);
    if (hold->filled == hold->frames)
      start_group(hold);
  }
}

void
al_peak_hold_free(AlPeakHold *hold)
{
  if (hold == NULL)
    return;
  g_free(hold->tail);
  g_free(hold);
}
