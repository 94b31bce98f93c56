/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/loudness_range.h"

#include <math.h>

static double
energy(double lufs)
{
  return pow(10, (lufs + 0.691) / 10);
}

static void
test_percentiles(void)
{
  double energies[101];
  AlLoudnessSpread spread;

  for (int i = 0; i <= 100; i++)
    energies[(i * 37) % 101] = energy(-30 + 0.1 * i);
  spread = al_loudness_spread(energies, 101);
  g_assert_cmpfloat_with_epsilon(spread.low, energy(-29), 1e-12);
  g_assert_cmpfloat_with_epsilon(spread.high, energy(-20.5), 1e-12);
}

static void
test_gates(void)
{
  double energies[] = {0, energy(-71), energy(-45), energy(-20), energy(-20), energy(-20)};
  double silence[] = {0, energy(-70.1)};
  AlLoudnessSpread spread = al_loudness_spread(energies, G_N_ELEMENTS(energies));

  g_assert_cmpfloat_with_epsilon(spread.low, energy(-20), 1e-12);
  g_assert_cmpfloat_with_epsilon(spread.high, energy(-20), 1e-12);
  g_assert_true(al_loudness_spread(silence, 2).high == 0);
  g_assert_true(al_loudness_spread(silence, 0).high == 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/loudness_range/percentiles", test_percentiles);
  g_test_add_func("/loudness_range/gates", test_gates);
  return g_test_run();
}
