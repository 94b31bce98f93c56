/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/fade.h"

#include <math.h>

/* Where the exponential curve leaves silence behind: this part of its time, at this gain. */
#define EXPONENTIAL_KNEE 0.05
#define EXPONENTIAL_KNEE_DB -60.0

static double
exponential_gain(double position)
{
  if (position < EXPONENTIAL_KNEE)
    return pow(10, EXPONENTIAL_KNEE_DB / 20) * position / EXPONENTIAL_KNEE;
  return pow(10, EXPONENTIAL_KNEE_DB / 20 * (1 - position) / (1 - EXPONENTIAL_KNEE));
}

double
al_fade_gain(AlCurve curve, double position)
{
  double p = CLAMP(position, 0, 1);

  switch (curve) {
  case AL_CURVE_COSINE:
    return (1 - cos(G_PI * p)) / 2;
  case AL_CURVE_LINEAR:
    return p;
  case AL_CURVE_EXPONENTIAL:
    return exponential_gain(p);
  case AL_CURVE_S:
    return p * p * p * (10 + p * (6 * p - 15));
  }
  g_assert_not_reached();
}

void
al_fade_equal_power(double position, double *out, double *in)
{
  double p = CLAMP(position, 0, 1);

  /* cos(pi/2) is not exactly 0 in doubles, and what has left must be silent. */
  *out = p == 1 ? 0 : cos(G_PI / 2 * p);
  *in = sin(G_PI / 2 * p);
}
