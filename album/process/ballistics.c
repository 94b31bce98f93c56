/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/ballistics.h"

#include <math.h>

#define AUTO_RELEASE_SECONDS 0.1
#define AUTO_SLOW_ATTACK_SECONDS 0.15
#define AUTO_SLOW_RELEASE_SECONDS 1.2
/* Below this a reduction is none: the gain becomes exactly 1, and no tail runs into denormals. */
#define NOTHING_DB 1e-7

static double
factor_of(double seconds, int rate)
{
  return seconds > 0 ? exp(-1 / (seconds * rate)) : 0;
}

void
al_ballistics_init(AlBallistics *ballistics, const AlBallisticsSettings *settings, int rate)
{
  gboolean automatic = settings->smoothing == AL_SMOOTHING_AUTOMATIC;

  *ballistics = (AlBallistics){
      .smoothing = settings->smoothing,
      .attack = factor_of(settings->attack_seconds, rate),
      .release = factor_of(automatic ? AUTO_RELEASE_SECONDS : settings->release_seconds, rate),
      .slow_attack = factor_of(AUTO_SLOW_ATTACK_SECONDS, rate),
      .slow_release = factor_of(AUTO_SLOW_RELEASE_SECONDS, rate),
  };
}

static inline double
branch(double y, double x, double attack, double release)
{
  double next = x + (x > y ? attack : release) * (y - x);

  return next < NOTHING_DB ? 0 : next;
}

static void
smooth_branching(AlBallistics *b, double *values, gsize frames, gsize stride)
{
  const double attack = b->attack, release = b->release;
  double y = b->reduction_db;

  for (gsize i = 0; i < frames * stride; i += stride) {
    y = branch(y, values[i], attack, release);
    values[i] = y;
  }
  b->reduction_db = y;
}

static void
smooth_decoupled(AlBallistics *b, double *values, gsize frames, gsize stride)
{
  double y = b->reduction_db, z = b->second_db;

  for (gsize i = 0; i < frames * stride; i += stride) {
    double x = values[i];

    z = branch(z, x, 0, b->release);
    y = z + b->attack * (y - z);
    y = y < NOTHING_DB ? 0 : y;
    values[i] = y;
  }
  b->reduction_db = y;
  b->second_db = z;
}

static void
smooth_automatic(AlBallistics *b, double *values, gsize frames, gsize stride)
{
  double fast = b->reduction_db, slow = b->second_db;

  for (gsize i = 0; i < frames * stride; i += stride) {
    double x = values[i];

    fast = branch(fast, x, b->attack, b->release);
    slow = branch(slow, x, b->slow_attack, b->slow_release);
    values[i] = MAX(fast, slow);
  }
  b->reduction_db = fast;
  b->second_db = slow;
}

void
al_ballistics_process(AlBallistics *ballistics, double *values, gsize frames, gsize stride)
{
  switch (ballistics->smoothing) {
  case AL_SMOOTHING_BRANCHING:
    smooth_branching(ballistics, values, frames, stride);
    break;
  case AL_SMOOTHING_DECOUPLED:
    smooth_decoupled(ballistics, values, frames, stride);
    break;
  case AL_SMOOTHING_AUTOMATIC:
    smooth_automatic(ballistics, values, frames, stride);
    break;
  }
}
