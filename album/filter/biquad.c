/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/biquad.h"

#include <math.h>

/* Far above the smallest normal double, 2.2e-308, and far below any sound. */
#define SETTLED 1e-200

AlBiquad
al_biquad_inverse(const AlBiquad *biquad)
{
  return (AlBiquad){
      .b0 = 1.0 / biquad->b0,
      .b1 = biquad->a1 / biquad->b0,
      .b2 = biquad->a2 / biquad->b0,
      .a1 = biquad->b1 / biquad->b0,
      .a2 = biquad->b2 / biquad->b0,
  };
}

/* |c0 + c1 z^-1 + c2 z^-2|^2 by phi = sin^2(w/2), which keeps its precision near 0 Hz. */
static double
polynomial_power(double c0, double c1, double c2, double phi)
{
  double at_zero = c0 + c1 + c2;

  return at_zero * at_zero - 4.0 * (c0 * c1 + 4.0 * c0 * c2 + c1 * c2) * phi +
         16.0 * c0 * c2 * phi * phi;
}

double
al_biquad_power(const AlBiquad *biquad, double hz, int rate)
{
  double sine = sin(G_PI * hz / rate);
  double phi = sine * sine;

  return polynomial_power(biquad->b0, biquad->b1, biquad->b2, phi) /
         polynomial_power(1.0, biquad->a1, biquad->a2, phi);
}

static inline double
step(const AlBiquad *f, AlBiquadState *state, double x)
{
  double y = f->b0 * x + state->s1;

  state->s1 = f->b1 * x - f->a1 * y + state->s2;
  state->s2 = f->b2 * x - f->a2 * y;
  return y;
}

void
al_biquad_run(const AlBiquad *biquad, AlBiquadState *state, double *samples, gsize count,
              gsize stride)
{
  AlBiquad f = *biquad;
  AlBiquadState s = *state;

  for (gsize i = 0; i < count; i++)
    samples[i * stride] = step(&f, &s, samples[i * stride]);
  *state = s;
}

void
al_biquad_run_stereo(const AlBiquad *biquad, AlBiquadState state[2], double *block, gsize frames)
{
  AlBiquad f = *biquad;
  AlBiquadState left = state[0];
  AlBiquadState right = state[1];

  for (gsize i = 0; i < frames; i++) {
    block[2 * i] = step(&f, &left, block[2 * i]);
    block[2 * i + 1] = step(&f, &right, block[2 * i + 1]);
  }
  state[0] = left;
  state[1] = right;
}

void
al_biquad_settle(AlBiquadState *state)
{
  if (fabs(state->s1) < SETTLED && fabs(state->s2) < SETTLED)
    state->s1 = state->s2 = 0.0;
}
