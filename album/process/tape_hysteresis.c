/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape_hysteresis.h"

#include "album/process/decibel.h"

#include <math.h>
#include <string.h>

/* Those of ferric tape after the paper's chapter 3.1, scaled so that M saturates at 1. */
#define SATURATION 1.0  /* Ms */
#define SHAPE 0.22      /* a */
#define COUPLING 1.6e-3 /* alpha */
#define COERCIVITY 0.12 /* k: the width of the loop */
#define REVERSIBLE 0.3  /* c: how much moves without loss */
/* Steps of the solution in a frame: where the field turns, the magnetisation has a corner, which
 * may lie anywhere between two frames. */
#define STEPS 3
/* Below this the quotients of the Langevin function are worse than their series. */
#define SMALL_Q 1e-2

typedef struct {
  double value; /* L */
  double slope; /* L' */
} Langevin;

static inline Langevin
langevin(double q)
{
  double tangent = q;

  if (fabs(q) < SMALL_Q)
    return (Langevin){q / 3 - q * q * q / 45, 1.0 / 3 - q * q / 15};
  al_decibel_tanh(&tangent, 1);
  return (Langevin){1 / tangent - 1 / q, 1 / (q * q) - 1 / (tangent * tangent) + 1};
}

/* A place on the way of the field: where it is, and how fast it moves (in units of a frame). */
typedef struct {
  double field;
  double slope;
} Place;

/* dM/dt. */
static inline double
change_of(double m, Place at)
{
  const double susceptibility = REVERSIBLE * SATURATION / SHAPE;
  Langevin curve = langevin((at.field + COUPLING * m) / SHAPE);
  double missing = SATURATION * curve.value - m;
  double direction = at.slope < 0 ? -1 : 1;
  double loss = 0;

  if (direction * missing > 0)
    loss = (1 - REVERSIBLE) * missing /
           ((1 - REVERSIBLE) * direction * COERCIVITY - COUPLING * missing);
  return at.slope * (loss + susceptibility * curve.slope) /
         (1 - COUPLING * susceptibility * curve.slope);
}

/* On the cubic between two places, `part` (0..1) of the way. */
static inline Place
on_the_way(Place from, Place to, double part)
{
  double rise = to.field - from.field;
  double square = 3 * rise - 2 * from.slope - to.slope;
  double cube = from.slope + to.slope - 2 * rise;

  return (Place){
      .field = from.field + part * (from.slope + part * (square + part * cube)),
      .slope = from.slope + part * (2 * square + 3 * part * cube),
  };
}

/* From one place to another by the midpoint rule, in STEPS steps. */
static inline double
move(double m, Place from, Place to)
{
  const double step = 1.0 / STEPS;

  for (int i = 0; i < STEPS; i++) {
    Place here = on_the_way(from, to, i * step), middle = on_the_way(from, to, (i + 0.5) * step);
    double half_way = m + step / 2 * change_of(m, here);

    m += step * change_of(half_way, middle);
  }
  return MIN(MAX(m, -SATURATION), SATURATION);
}

/* The slope comes from five fields about it, exact for a polynomial of order 4. */
void
al_tape_hysteresis_process(AlTapeHysteresis *state, double *fields, gsize count, gsize stride)
{
  double *past = state->past;
  double m = state->magnetisation;
  Place from = {past[1], state->slope};

  for (gsize i = 0; i < count * stride; i += stride) {
    double newest = fields[i];
    Place to = {past[2], (8 * (past[3] - past[1]) - (newest - past[0])) / 12};

    m = move(m, from, to);
    fields[i] = m;
    from = to;
    memmove(past, past + 1, 3 * sizeof *past);
    past[3] = newest;
  }
  state->slope = from.slope;
  state->magnetisation = m;
}
