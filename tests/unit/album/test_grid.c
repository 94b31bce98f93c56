/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/audio/grid.h"

static gboolean
holds(double left, double right)
{
  return al_grid_holds_frame((double[]){left, right}, al_grid_scale(16));
}

static void
test_every_value(void)
{
  for (int n = -32768; n <= 32767; n++) {
    g_assert_true(holds(n / 32768.0, 0));
    g_assert_true(holds(0, n / 32768.0));
    g_assert_false(holds(nextafter(n / 32768.0, 2), 0));
    g_assert_false(holds(0, (n + 0.5) / 32768.0));
  }
}

static void
test_outside(void)
{
  g_assert_false(holds(1, 0));
  g_assert_false(holds(0, -32769 / 32768.0));
  g_assert_false(holds(1e300, 0));
  g_assert_false(holds(NAN, 0));
  g_assert_false(holds(-INFINITY, 0));
}

static void
test_24_bits(void)
{
  double scale = al_grid_scale(24);

  g_assert_cmpfloat(scale, ==, 8388608);
  g_assert_true(al_grid_holds_frame((double[]){-1, 8388607 / scale}, scale));
  g_assert_true(al_grid_holds_frame((double[]){1 / scale, -12345 / scale}, scale));
  g_assert_false(al_grid_holds_frame((double[]){0.5 / scale, 0}, scale));
  g_assert_false(al_grid_holds_frame((double[]){0, 1}, scale));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/grid/every_value", test_every_value);
  g_test_add_func("/grid/outside", test_outside);
  g_test_add_func("/grid/24_bits", test_24_bits);
  return g_test_run();
}
