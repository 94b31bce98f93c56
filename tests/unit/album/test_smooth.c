/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/limiter/smooth.h"

/* The response to a single value: positive, as long as the support, symmetric, and its sum is 1. */
static void
test_impulse(void)
{
  static const guint supports[] = {3, 4, 89, 177, AL_SMOOTH_MAX_SUPPORT};

  for (gsize i = 0; i < G_N_ELEMENTS(supports); i++) {
    guint support = supports[i];
    g_autoptr(AlSmooth) smooth = al_smooth_new(support);
    g_autofree guint32 *values = g_new0(guint32, support + 10);
    g_autofree double *means = g_new(double, support + 10);
    double sum = 0;

    values[0] = AL_SMOOTH_ONE;
    al_smooth_run(smooth, values, means, support + 10);
    for (guint n = 0; n < support; n++) {
      g_assert_cmpfloat(means[n], >, 0);
      g_assert_cmpfloat_with_epsilon(means[n], means[support - 1 - n], 1e-12);
      sum += means[n];
    }
    for (guint n = support; n < support + 10; n++)
      g_assert_true(means[n] == 0);
    g_assert_cmpfloat_with_epsilon(sum, 1, 1e-9);
  }
}

/* Constant values come out exactly, however long it takes: nothing drifts. */
static void
test_constant(void)
{
  g_autoptr(AlSmooth) smooth = al_smooth_new(97);
  guint32 values[128];
  double means[128];

  for (int run = 0; run < 1000; run++) {
    for (gsize n = 0; n < 128; n++)
      values[n] = run < 900 ? 123456789u + (guint32)n : 0;
    al_smooth_run(smooth, values, means, 128);
  }
  for (gsize n = 0; n < 128; n++)
    g_assert_true(means[n] == 0);
  for (gsize n = 0; n < 128; n++)
    values[n] = 1u << 29;
  al_smooth_run(smooth, values, means, 128);
  g_assert_cmpfloat_with_epsilon(means[127], 0.5, 1e-15);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/smooth/impulse", test_impulse);
  g_test_add_func("/smooth/constant", test_constant);
  return g_test_run();
}
