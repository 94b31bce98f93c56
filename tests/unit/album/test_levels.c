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

/* How much the right channel is of the left, and the left itself, and what that correlates to. */
static void
test_correlation(void)
{
  static const struct {
    double of_left, of_its_own, correlation;
    gboolean equal;
  } cases[] = {
      {1, 0, 1, TRUE},
      {-1, 0, -1, FALSE},
      {0.5, 0, 1, FALSE},
      {0, 1, 0, FALSE},
      {1, 1, 0.70710678118654752, FALSE},
      {1, 1e-5, 1, FALSE},
      {0, 0, -HUGE_VAL, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    double samples[2 * 1003];
    AlLevels levels;

    for (int n = 0; n < 1003; n++) {
      double left = 0.5 * sin(2 * G_PI * n * 10 / 1003),
             other = 0.5 * cos(2 * G_PI * n * 10 / 1003);

      samples[2 * n] = left;
      samples[2 * n + 1] = cases[i].of_left * left + cases[i].of_its_own * other;
    }
    al_levels_init(&levels);
    al_levels_feed(&levels, samples, 1003);
    if (isfinite(cases[i].correlation))
      g_assert_cmpfloat_with_epsilon(al_levels_correlation(&levels), cases[i].correlation, 1e-9);
    else
      g_assert_true(al_levels_correlation(&levels) == cases[i].correlation);
    g_assert_cmpint(al_levels_channels_equal(&levels), ==, cases[i].equal);
  }
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
  g_assert_true(al_levels_correlation(&levels) == -HUGE_VAL);
  g_assert_false(al_levels_channels_equal(&levels));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/levels/square", test_square);
  g_test_add_func("/levels/correlation", test_correlation);
  g_test_add_func("/levels/nothing", test_nothing);
  return g_test_run();
}
