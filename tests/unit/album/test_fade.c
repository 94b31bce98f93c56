/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/audio/fade.h"

#define CURVES 4

static void
test_values(void)
{
  static const struct {
    AlCurve curve;
    double position, gain;
  } rows[] = {
      {AL_CURVE_LINEAR, 0.25, 0.25},
      {AL_CURVE_COSINE, 0.25, 0.146446609406726},
      {AL_CURVE_COSINE, 0.5, 0.5},
      {AL_CURVE_S, 0.25, 0.103515625},
      {AL_CURVE_S, 0.5, 0.5},
      {AL_CURVE_EXPONENTIAL, 0.05, 0.001},
      {AL_CURVE_EXPONENTIAL, 0.525, 0.0316227766016838}, /* -30 dB, half of the straight part */
      {AL_CURVE_EXPONENTIAL, 0.025, 0.0005},
  };

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    g_assert_cmpfloat_with_epsilon(al_fade_gain(rows[i].curve, rows[i].position), rows[i].gain,
                                   1e-12);
}

static void
test_rise_from_zero_to_one(void)
{
  for (int curve = 0; curve < CURVES; curve++) {
    g_assert_cmpfloat(al_fade_gain(curve, 0), ==, 0);
    g_assert_cmpfloat(al_fade_gain(curve, 1), ==, 1);
    g_assert_cmpfloat(al_fade_gain(curve, -0.1), ==, 0);
    g_assert_cmpfloat(al_fade_gain(curve, 1.1), ==, 1);
    for (int i = 0; i < 1000; i++)
      g_assert_cmpfloat(al_fade_gain(curve, i / 1000.0), <, al_fade_gain(curve, (i + 1) / 1000.0));
  }
}

static void
test_no_steps(void)
{
  for (int curve = 0; curve < CURVES; curve++)
    for (int i = 0; i < 100000; i++)
      g_assert_cmpfloat(al_fade_gain(curve, (i + 1) / 1e5) - al_fade_gain(curve, i / 1e5), <, 8e-5);
}

/* 0.04 is half a dB to 3 dB where it is reached: nobody takes one curve for another. */
static void
test_differ(void)
{
  for (int a = 0; a < CURVES; a++)
    for (int b = a + 1; b < CURVES; b++) {
      double difference = 0;

      for (int i = 0; i <= 100; i++)
        difference = MAX(difference, fabs(al_fade_gain(a, i / 100.0) - al_fade_gain(b, i / 100.0)));
      g_assert_cmpfloat(difference, >, 0.04);
    }
}

static void
test_equal_power(void)
{
  double out, in;

  for (int i = 0; i <= 1000; i++) {
    al_fade_equal_power(i / 1000.0, &out, &in);
    g_assert_cmpfloat_with_epsilon(out * out + in * in, 1, 1e-15);
  }
  al_fade_equal_power(0, &out, &in);
  g_assert_cmpfloat(out, ==, 1);
  g_assert_cmpfloat(in, ==, 0);
  al_fade_equal_power(1, &out, &in);
  g_assert_cmpfloat(out, ==, 0);
  g_assert_cmpfloat(in, ==, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fade/values", test_values);
  g_test_add_func("/fade/rise_from_zero_to_one", test_rise_from_zero_to_one);
  g_test_add_func("/fade/no_steps", test_no_steps);
  g_test_add_func("/fade/differ", test_differ);
  g_test_add_func("/fade/equal_power", test_equal_power);
  return g_test_run();
}
