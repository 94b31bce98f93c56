/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/gain_computer.h"

/* The three pieces without a branch: what of the level lies inside the knee counts as a square,
 * what lies beyond it in full. */
void
al_gain_computer_process(const AlCurve *curve, double *values, gsize count)
{
  const double knee = curve->knee_db;
  const double start = curve->threshold_db - knee / 2;
  const double slope = 1 - 1 / curve->ratio;
  const double bend = knee > 0 ? 1 / (2 * knee) : 0;
  const double range = curve->range_db;

  for (gsize i = 0; i < count; i++) {
    double over = MAX(values[i] - start, 0.0);
    double inside = MIN(over, knee);
    double reduction = slope * (inside * inside * bend + (over - inside));

    values[i] = MIN(reduction, range);
  }
}

double
al_gain_computer_reduction_db(const AlCurve *curve, double level_db)
{
  al_gain_computer_process(curve, &level_db, 1);
  return level_db;
}

gboolean
al_gain_computer_is_idle(const AlCurve *curve)
{
  return curve->ratio <= 1 || curve->range_db <= 0;
}
