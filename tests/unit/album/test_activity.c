/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/activity.h"

static void
test_figures(void)
{
  const double first[] = {0, 0.05, 2, 4}, second[] = {6, 0, 0, 0};
  AlActivityMeter meter = {0};
  AlActivity reduction = al_activity_meter_get(&meter);

  g_assert_cmpfloat(reduction.mean_db, ==, 0);
  g_assert_cmpfloat(reduction.working, ==, 0);
  al_activity_meter_add(&meter, first, 4);
  al_activity_meter_add(&meter, second, 4);
  reduction = al_activity_meter_get(&meter);
  g_assert_cmpfloat(reduction.max_db, ==, 6);
  g_assert_cmpfloat(reduction.mean_db, ==, 4);
  g_assert_cmpfloat(reduction.working, ==, 3.0 / 8);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/activity/figures", test_figures);
  return g_test_run();
}
