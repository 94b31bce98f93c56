/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/levels.h"

#include <math.h>

static void
test_square(void)
{
  AlLevels levels, second;
  double samples[2 * 1001];

  for (int n = 0; n < 1001; n++) {
    samples[2 * n] = n % 2 == 0 ? 0.5 : -0.5;
    samples[2 * n + 1] = n == 1000 ? -1 : samples[2 * n] + 0.25;
  }
  al_levels_init(&levels);
  al_levels_feed(&levels, samples, 1000);
  g_assert_cmpfloat_with_epsilon(al_levels_peak_dbfs(&levels), 20 * log10(0.75), 1e-12);
  g_assert_cmpfloat_with_epsilon(al_levels_rms_dbfs(&levels), 10 * log10((0.25 + 0.3125) / 2),
                                 1e-9);
  g_assert_cmpfloat_with_epsilon(al_levels_dc_offset(&levels, 0), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon(al_levels_dc_offset(&levels, 1), 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon(al_levels_crest_db(&levels),
                                 al_levels_peak_dbfs(&levels) - al_levels_rms_dbfs(&levels), 1e-12);

  /* The odd frame counts, alone and added. */
  al_levels_init(&second);
  al_levels_feed(&second, samples + 2 * 1000, 1);
  al_levels_add(&levels, &second);
  g_assert_cmpint(levels.frames, ==, 1001);
  g_assert_true(levels.peak[0] == 0.5 && levels.peak[1] == 1);
}

static void
test_nothing(void)
{
  AlLevels levels;

  al_levels_init(&levels);
  g_assert_true(al_levels_peak_dbfs(&levels) == -HUGE_VAL);
  g_assert_true(al_levels_rms_dbfs(&levels) == -HUGE_VAL);
  g_assert_true(al_levels_crest_db(&levels) == -HUGE_VAL);
  g_assert_true(al_levels_dc_offset(&levels, 0) == 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/levels/square", test_square);
  g_test_add_func("/levels/nothing", test_nothing);
  return g_test_run();
}
