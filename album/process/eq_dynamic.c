/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_dynamic.h"

#include <math.h>

#include "album/process/eq_band.h"

/* Below this a change is none, and the audio passes as it is. */
#define SMALLEST_DB 1e-6
#define NEPER_PER_DB (G_LN10 / 20.0)

static double
factor(double seconds, int rate)
{
  return exp(-1.0 / (MAX(seconds, 1e-6) * rate));
}

void
al_eq_dynamic_init(AlEqDynamic *dynamic, const AlEqBand *band, int rate)
{
  AlPrototype full_change = al_eq_band_full_change(band);
  double sign = band->dynamics.ratio > 1.0 ? -1.0 : 1.0;

  *dynamic = (AlEqDynamic){.dynamics = band->dynamics};
  dynamic->filter = al_biquad_match(&full_change, rate);
  dynamic->full = expm1(sign * band->dynamics.range_db * NEPER_PER_DB);
  dynamic->power_factor = factor(CLAMP(1.0 / band->hz, 0.0001, 0.02), rate);
  dynamic->attack_factor = factor(band->dynamics.attack_seconds, rate);
  dynamic->release_factor = factor(band->dynamics.release_seconds, rate);
}

/* The change that the curve asks for at the present level. */
static double
wanted_db(const AlEqDynamic *dynamic, double threshold_power)
{
  const AlEqDynamics *d = &dynamic->dynamics;
  double above_db;

  if (dynamic->power <= threshold_power)
    return 0.0;
  above_db = 10.0 * log10(dynamic->power / threshold_power);
  return MIN(d->range_db, fabs(1.0 - 1.0 / d->ratio) * above_db);
}

/* Moves the change by one frame and returns lambda. */
static double
follow(AlEqDynamic *dynamic, double power, double threshold_power)
{
  double wanted, kept;

  dynamic->once = power + (dynamic->once - power) * dynamic->power_factor;
  dynamic->power = dynamic->once + (dynamic->power - dynamic->once) * dynamic->power_factor;
  wanted = wanted_db(dynamic, threshold_power);
  kept = wanted > dynamic->reduction_db ? dynamic->attack_factor : dynamic->release_factor;
  dynamic->reduction_db = wanted + (dynamic->reduction_db - wanted) * kept;
  if (dynamic->reduction_db < SMALLEST_DB)
    dynamic->reduction_db = 0.0;
  al_activity_meter_add(&dynamic->activity, &dynamic->reduction_db, 1);
  if (dynamic->reduction_db == 0.0)
    return 0.0;
  return expm1(copysign(dynamic->reduction_db * NEPER_PER_DB, dynamic->full)) / dynamic->full;
}

void
al_eq_dynamic_run(AlEqDynamic *dynamic, double *const lane[2], guint lanes, gsize frames)
{
  /* The level of a sine counts as its peak, so the mean square counts twice. */
  double unit = 2.0 / (dynamic->full * dynamic->full);
  double threshold_power = pow(10.0, dynamic->dynamics.threshold_db / 10.0);

  for (gsize i = 0; i < frames; i++) {
    double e[2] = {0.0, 0.0};
    double lambda;

    for (guint k = 0; k < lanes; k++) {
      e[k] = lane[k][i];
      al_biquad_run(&dynamic->filter, &dynamic->state[k], &e[k], 1, 1);
      e[k] -= lane[k][i];
    }
    lambda = follow(dynamic, unit * MAX(e[0] * e[0], e[1] * e[1]), threshold_power);
    for (guint k = 0; k < lanes; k++)
      lane[k][i] += lambda * e[k];
  }
}

void
al_eq_dynamic_settle(AlEqDynamic *dynamic)
{
  al_biquad_settle(&dynamic->state[0]);
  al_biquad_settle(&dynamic->state[1]);
  if (dynamic->power < 1e-200)
    dynamic->once = dynamic->power = 0.0;
}
