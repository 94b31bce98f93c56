/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/moving_maximum.h"

/* The stream is cut into stretches of `window` values. A window reaches from within one stretch
 * into the next: what it has of the one are its last values, whose maximum was worked out backwards
 * when the stretch was whole; what it has of the other are its first, whose maximum runs along. One
 * ring serves both:
 *
 *   0               entered                                   window
 *   | this stretch    | of the one before: maxima to its end | 0 |     */
struct AlMovingMaximum {
  guint32 *ring;
  gsize window;
  gsize entered;
  guint32 highest; /* of those entered */
};

AlMovingMaximum *
al_moving_maximum_new(guint window, guint32 initial)
{
  AlMovingMaximum *maximum = g_new0(AlMovingMaximum, 1);

  g_assert(window > 0 && window < G_MAXINT32 / 2);
  maximum->ring = g_new0(guint32, (gsize)window + 1);
  for (gsize n = 0; n < window; n++)
    maximum->ring[n] = initial;
  maximum->window = window;
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

/* Enters as many as fit into the stretch. */
static void
enter(AlMovingMaximum *maximum, guint32 *values, gsize count)
{
  guint32 *ring = maximum->ring + maximum->entered, highest = maximum->highest;

  for (gsize n = 0; n < count; n++) {
    guint32 before = ring[n + 1];

    highest = MAX(highest, values[n]);
    ring[n] = values[n];
    values[n] = MAX(highest, before);
  }
  maximum->entered += count;
  maximum->highest = highest;
}

static void
begin_stretch(AlMovingMaximum *maximum)
{
  for (gsize n = maximum->window - 1; n-- > 0;)
    maximum->ring[n] = MAX(maximum->ring[n], maximum->ring[n + 1]);
  maximum->entered = 0;
  maximum->highest = 0;
}

void
al_moving_maximum_run(AlMovingMaximum *maximum, guint32 *values, gsize count)
{
  while (count > 0) {
    gsize taken = MIN(count, maximum->window - maximum->entered);

    enter(maximum, values, taken);
    if (maximum->entered == maximum->window)
      begin_stretch(maximum);
    values += taken;
    count -= taken;
  }
}
