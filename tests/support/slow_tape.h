/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SLOW_TAPE_H
#define SLOW_TAPE_H

/* The hysteresis of album/process/tape_hysteresis.h as its equations are printed there, with libm
 * and in very many small steps. */

#include <math.h>

#define SLOW_TAPE_STEPS 400 /* from one field to the next */

typedef struct {
  double field;
  double pinned; /* H - k z */
} SlowTape;

static inline double
slow_tape_langevin(double q)
{
  return fabs(q) < 1e-3 ? q / 3 : 1 / tanh(q) - 1 / q;
}

/* Goes straight to a field; the magnetisation there. */
static inline double
slow_tape_go(SlowTape *tape, double to)
{
  const double a = 0.22, c = 0.7, k = 0.12;
  double step = (to - tape->field) / SLOW_TAPE_STEPS, sign = step < 0 ? -1 : 1;

  for (int i = 0; i < SLOW_TAPE_STEPS; i++) {
    double z = (tape->field + step / 2 - tape->pinned) / k;

    tape->pinned += step * fmax(sign * z, 0);
    tape->field += step;
  }
  return c * slow_tape_langevin(tape->field / a) + (1 - c) * slow_tape_langevin(tape->pinned / a);
}

#endif
