/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/reduction.h"

static void
test_figures(void)
{
  const double first[] = {0, 0.05, 2, 4}, second[] = {6, 0, 0, 0};
  AlReductionMeter meter = {0};
  AlReduction reduction = al_reduction_meter_get(&meter);

  g_assert_cmpfloat(reduction.mean_db, ==, 0);
  g_assert_cmpfloat(reduction.working, ==, 0);
  al_reduction_meter_add(&meter, first, 4);
  al_reduction_meter_add(&meter, second, 4);
  reduction = al_reduction_meter_get(&meter);
  g_assert_cmpfloat(reduction.max_db, ==, 6);
  g_assert_cmpfloat(reduction.mean_db, ==, 4);
  g_assert_cmpfloat(reduction.working, ==, 3.0 / 8);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/reduction/figures", test_figures);
  return g_test_run();
}
