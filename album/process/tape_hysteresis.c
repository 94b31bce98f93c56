/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape_hysteresis.h"

#include <math.h>
#include <string.h>

/* Without units, so that M saturates at 1. The coupling is that of the paper; the others give a
 * loop that is narrow at the reference level of tape.c and closes before full scale. */
#define SATURATION 1.0  /* Ms */
#define SHAPE 0.22      /* a */
#define COUPLING 1.6e-3 /* alpha */
#define COERCIVITY 0.12 /* k: the width of the loop */
#define REVERSIBLE 0.3  /* c: how much moves without loss */
/* Steps of the solution in a frame: where the field turns, the magnetisation has a corner, which
 * may lie anywhere between two frames. */
#define STEPS 3
/* The Langevin function stands in a table, and between its places as a cubic (within 1e-9). */
#define PLACES_PER_UNIT 64
#define LARGEST_Q 20

typedef struct {
  double value; /* L */
  double slope; /* L' */
} Langevin;

typedef struct {
  Langevin places[LARGEST_Q * PLACES_PER_UNIT + 1];
} Table;

/* Near 0 the quotients are worse than the series. */
static Langevin
langevin_exactly(double q)
{
  double coth;

  if (q < 1e-2)
    return (Langevin){q / 3 - q * q * q / 45, 1.0 / 3 - q * q / 15};
  coth = 1 / tanh(q);
  return (Langevin){coth - 1 / q, 1 / (q * q) - coth * coth + 1};
}

static const Table *
table_get(void)
{
  static gsize made = 0;
  static Table table;

  if (g_once_init_enter(&made)) {
    for (gsize i = 0; i < G_N_ELEMENTS(table.places); i++)
      table.places[i] = langevin_exactly((double)i / PLACES_PER_UNIT);
    g_once_init_leave(&made, 1);
  }
  return &table;
}

/* Odd: for a negative q the value changes its sign. Beyond the table coth is 1. */
static inline Langevin
langevin(const Table *table, double q)
{
  double size = fabs(q), place = size * PLACES_PER_UNIT;
  Langevin from, to;
  double t, rise, square, cube, value, slope;
  gsize index;

  if (size >= LARGEST_Q)
    return (Langevin){copysign(1 - 1 / size, q), 1 / (size * size)};
  index = (gsize)place;
  t = place - (double)index;
  from = table->places[index];
  to = table->places[index + 1];
  rise = (to.value - from.value) * PLACES_PER_UNIT;
  square = 3 * rise - 2 * from.slope - to.slope;
  cube = from.slope + to.slope - 2 * rise;
  value = from.value + t / PLACES_PER_UNIT * (from.slope + t * (square + t * cube));
  slope = from.slope + t * (2 * square + 3 * t * cube);
  return (Langevin){copysign(value, q), slope};
}

/* A place on the way of the field: where it is, and how fast it moves (in units of a frame). */
typedef struct {
  double field;
  double slope;
} Place;

/* dM/dt; the two quotients of the equation as one. */
static inline double
change_of(const Table *table, double m, Place at)
{
  const double susceptibility = REVERSIBLE * SATURATION / SHAPE;
  Langevin curve = langevin(table, (at.field + COUPLING * m) / SHAPE);
  double missing = SATURATION * curve.value - m;
  double direction = copysign(1, at.slope);
  double moved = direction * missing > 0 ? (1 - REVERSIBLE) * missing : 0;
  double resistance = (1 - REVERSIBLE) * direction * COERCIVITY - COUPLING * missing;
  double reversible = susceptibility * curve.slope;

  return at.slope * (moved + reversible * resistance) / (resistance * (1 - COUPLING * reversible));
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

/* From one place to another by the midpoint rule, in STEPS steps, both channels side by side. */
static inline void
move(const Table *table, double *m, const Place *from, const Place *to)
{
  const double step = 1.0 / STEPS;

  for (int i = 0; i < STEPS; i++)
    for (int channel = 0; channel < 2; channel++) {
      Place here = on_the_way(from[channel], to[channel], i * step);
      Place middle = on_the_way(from[channel], to[channel], (i + 0.5) * step);
      double half_way = m[channel] + step / 2 * change_of(table, m[channel], here);

      m[channel] += step * change_of(table, half_way, middle);
    }
  for (int channel = 0; channel < 2; channel++)
    m[channel] = MIN(MAX(m[channel], -SATURATION), SATURATION);
}

/* The slope comes from five fields about it, exact for a polynomial of order 4. */
void
al_tape_hysteresis_process(AlTapeHysteresis *state, double *fields, gsize frames)
{
  const Table *table = table_get();
  double(*past)[2] = state->past;

  for (gsize i = 0; i < 2 * frames; i += 2) {
    Place from[2], to[2];

    for (int channel = 0; channel < 2; channel++) {
      double near = past[3][channel] - past[1][channel],
             far = fields[i + channel] - past[0][channel];

      from[channel] = (Place){past[1][channel], state->slope[channel]};
      to[channel] = (Place){past[2][channel], (8 * near - far) / 12};
      state->slope[channel] = to[channel].slope;
    }
    memmove(past, past + 1, 3 * sizeof *past);
    memcpy(past[3], fields + i, sizeof *past);
    move(table, state->magnetisation, from, to);
    memcpy(fields + i, state->magnetisation, 2 * sizeof *fields);
  }
}
