/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/release.h"

#include <math.h>

#include "album/limiter/smooth.h"

/* Time constants of the program-dependent release, in seconds. */
#define FAST_FALL 0.08
#define SLOW_RISE 0.25
#define SLOW_FALL 1.0

/* How far below their goal the recoveries aim: 0.01 dB. */
#define BELOW 1e-3

static double
keep_per_frame(double seconds, int rate)
{
  return exp(-1 / (seconds * rate));
}

void
al_release_init(AlRelease *release, double seconds, int rate)
{
  gboolean automatic = seconds <= 0;

  release->fast_keep = keep_per_frame(automatic ? FAST_FALL : seconds, rate);
  release->slow_rise = automatic ? 1 - keep_per_frame(SLOW_RISE, rate) : 0;
  release->slow_keep = keep_per_frame(SLOW_FALL, rate);
  release->fast = release->slow = 0;
}

/* One frame's fall from `value` towards just below `goal`, and not below it. */
static inline double
fall(double value, double goal, double keep)
{
  double next = goal - BELOW + (value - goal + BELOW) * keep;

  return next > goal ? next : goal;
}

void
al_release_run(AlRelease *release, guint32 *reductions, gsize count)
{
  double fast = release->fast, slow = release->slow;

  for (gsize n = 0; n < count; n++) {
    double wanted = reductions[n] * (1.0 / AL_SMOOTH_ONE);

    if (wanted > slow)
      slow += (wanted - slow) * release->slow_rise;
    else
      slow = fall(slow, 0, release->slow_keep);
    fast = fall(fast, slow, release->fast_keep);
    fast = wanted > fast ? wanted : fast;
    reductions[n] = (guint32)ceil(fast * AL_SMOOTH_ONE);
  }
  release->fast = fast;
  release->slow = slow;
}

gboolean
al_release_is_idle(const AlRelease *release)
{
  return release->fast == 0 && release->slow == 0;
}
