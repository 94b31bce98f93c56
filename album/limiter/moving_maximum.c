/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/moving_maximum.h"

typedef struct {
  guint32 value;
  guint32 time; /* counted in values; it may wrap, only differences are used */
} Candidate;

/* The queue lies in a ring of a power of two; `front` and `end` count up and are masked:
 *
 *   ring   ... | 9 @ 3 | 7 @ 5 | 2 @ 6 | ...      values fall, times rise
 *                front                   end      */
struct AlMovingMaximum {
  Candidate *ring;
  guint32 mask;
  guint32 front, end;
  guint32 window;
  guint32 time; /* of the next value */
};

AlMovingMaximum *
al_moving_maximum_new(guint window, guint32 initial)
{
  AlMovingMaximum *maximum = g_new0(AlMovingMaximum, 1);
  guint32 size = 1;

  g_assert(window > 0 && window < G_MAXINT32 / 2);
  while (size < window + 1)
    size *= 2;
  maximum->ring = g_new0(Candidate, size);
  maximum->mask = size - 1;
  maximum->window = window;
  /* The youngest of the values before the first, which outlives all others. */
  maximum->ring[0] = (Candidate){.value = initial, .time = (guint32)-1};
  maximum->end = 1;
  return maximum;
}

void
al_moving_maximum_free(AlMovingMaximum *maximum)
{
  if (maximum == NULL)
    return;
  g_free(maximum->ring);
  g_free(maximum);
}

void
al_moving_maximum_run(AlMovingMaximum *maximum, guint32 *values, gsize count)
{
  Candidate *ring = maximum->ring;
  guint32 mask = maximum->mask, front = maximum->front, end = maximum->end;
  guint32 time = maximum->time;

  for (gsize n = 0; n < count; n++, time++) {
    if (end != front && time - ring[front & mask].time >= maximum->window)
      front++;
    while (end != front && ring[(end - 1) & mask].value <= values[n])
      end--;
    ring[end++ & mask] = (Candidate){.value = values[n], .time = time};
    values[n] = ring[front & mask].value;
  }
  maximum->front = front;
  maximum->end = end;
  maximum->time = time;
}
