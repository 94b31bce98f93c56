/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/reduction.h"

#include <math.h>

#define RATE 48000

static void
feed(AlReductionMeter *meter, double db, gsize frames)
{
  double gain = pow(10, -db / 20);

  for (gsize n = 0; n < frames; n++)
    al_reduction_meter_feed(meter, &gain, 1);
}

static void
test_regions(void)
{
  static const gint64 starts[] = {0, RATE, 2 * RATE + 100};
  g_autoptr(AlReductionMeter) meter = al_reduction_meter_new(RATE, starts, 3);
  AlReduction reduction;

  feed(meter, 0, RATE);
  feed(meter, 3, RATE / 2);
  feed(meter, 0, RATE / 2 + 100);
  feed(meter, 6, RATE);
  al_reduction_meter_finish(meter);

  reduction = al_reduction_meter_region(meter, 0);
  g_assert_true(reduction.max_db == 0 && reduction.mean_db == 0 && reduction.share == 0 &&
                reduction.sustained_db == 0);
  reduction = al_reduction_meter_region(meter, 1);
  g_assert_cmpfloat_with_epsilon(reduction.max_db, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon(reduction.mean_db, 3, 1e-6);
  g_assert_cmpfloat_with_epsilon(reduction.share, 0.5, 0.01);
  g_assert_cmpfloat_with_epsilon(reduction.sustained_db, 3, 0.02);
  reduction = al_reduction_meter_region(meter, 2);
  g_assert_cmpfloat_with_epsilon(reduction.share, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon(reduction.sustained_db, 6, 0.02);
  reduction = al_reduction_meter_whole(meter);
  g_assert_cmpfloat_with_epsilon(reduction.max_db, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon(reduction.mean_db, 5, 0.02);
}

/* One click does not count as a reduction that matters; ten hits do. */
static void
test_sustained(void)
{
  static const gint64 start = 0;
  g_autoptr(AlReductionMeter) meter = al_reduction_meter_new(RATE, &start, 1);

  feed(meter, 0, RATE);
  feed(meter, 12, RATE / 50);
  feed(meter, 1, RATE);
  g_assert_cmpfloat_with_epsilon(al_reduction_meter_whole(meter).sustained_db, 1, 0.02);
  for (int hit = 0; hit < 10; hit++) {
    feed(meter, 12, RATE / 50);
    feed(meter, 0, RATE / 2);
  }
  g_assert_cmpfloat_with_epsilon(al_reduction_meter_whole(meter).sustained_db, 12, 0.02);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/reduction/regions", test_regions);
  g_test_add_func("/reduction/sustained", test_sustained);
  return g_test_run();
}
