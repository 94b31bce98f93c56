/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/decibel.h"

#include <math.h>

static void
test_from_powers(void)
{
  for (double db = -290; db < 60; db += 0.0137) {
    double power = pow(10, db / 10);
    double value = power;

    al_decibel_from_powers(&value, 1);
    g_assert_cmpfloat_with_epsilon(value, 10 * log10(power + AL_POWER_FLOOR), 1e-10);
  }
}

static void
test_silence_is_the_floor(void)
{
  double values[3] = {0, 1, 0};

  al_decibel_from_powers(values, 3);
  g_assert_cmpfloat_with_epsilon(values[0], -300, 1e-9);
  g_assert_cmpfloat_with_epsilon(values[1], 0, 1e-12);
  g_assert_cmpfloat(values[2], ==, values[0]);
}

static void
test_to_gains(void)
{
  for (double db = -300; db < 60; db += 0.0137) {
    double expected = pow(10, db / 20);

    g_assert_cmpfloat(fabs(al_decibel_to_gain(db) / expected - 1), <, 1e-12);
    g_assert_cmpfloat_with_epsilon(al_decibel_from_gain(expected), db, 1e-10);
  }
  g_assert_cmpfloat(al_decibel_to_gain(0), ==, 1);
  g_assert_cmpfloat(al_decibel_to_gain(-0.0), ==, 1);
}

static void
test_tanh(void)
{
  for (double x = -30; x < 30; x += 0.00137) {
    double value = x;

    al_decibel_tanh(&value, 1);
    g_assert_cmpfloat_with_epsilon(value, tanh(x), 1e-14);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/decibel/from_powers", test_from_powers);
  g_test_add_func("/decibel/silence_is_the_floor", test_silence_is_the_floor);
  g_test_add_func("/decibel/to_gains", test_to_gains);
  g_test_add_func("/decibel/tanh", test_tanh);
  return g_test_run();
}
