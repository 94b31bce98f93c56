/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/gain_computer.h"

#include <math.h>

/* The formula of the paper as it is printed: the level that comes out. */
static double
reference_out_db(double level_db, double threshold_db, double ratio, double knee_db)
{
  double over = level_db - threshold_db;

  if (2 * over < -knee_db)
    return level_db;
  if (2 * fabs(over) <= knee_db && knee_db > 0)
    return level_db + (1 / ratio - 1) * pow(over + knee_db / 2, 2) / (2 * knee_db);
  return threshold_db + over / ratio;
}

static void
test_follows_the_formula(void)
{
  const double ratios[] = {1, 1.5, 2, 4, 20, HUGE_VAL};
  const double knees[] = {0, 1, 6, 12};

  for (gsize r = 0; r < G_N_ELEMENTS(ratios); r++)
    for (gsize k = 0; k < G_N_ELEMENTS(knees); k++)
      for (double level = -60; level <= 24; level += 0.25) {
        AlCurve curve = {-18, ratios[r], knees[k], HUGE_VAL};
        double out = level - al_gain_computer_reduction_db(&curve, level);

        g_assert_cmpfloat_with_epsilon(out, reference_out_db(level, -18, ratios[r], knees[k]),
                                       1e-12);
      }
}

static void
test_range_bounds_the_reduction(void)
{
  AlCurve curve = {-40, 4, 6, 5};

  g_assert_cmpfloat(al_gain_computer_reduction_db(&curve, 0), ==, 5);
  g_assert_cmpfloat(al_gain_computer_reduction_db(&curve, -38), <, 5);
}

static void
test_idle(void)
{
  g_assert_true(al_gain_computer_is_idle(&(AlCurve){-40, 1, 6, HUGE_VAL}));
  g_assert_true(al_gain_computer_is_idle(&(AlCurve){-40, 2, 6, 0}));
  g_assert_false(al_gain_computer_is_idle(&(AlCurve){-40, 2, 6, HUGE_VAL}));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gain_computer/follows_the_formula", test_follows_the_formula);
  g_test_add_func("/gain_computer/range_bounds_the_reduction", test_range_bounds_the_reduction);
  g_test_add_func("/gain_computer/idle", test_idle);
  return g_test_run();
}
