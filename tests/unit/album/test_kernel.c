/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/kernel.h"

#include <math.h>

#define HALF 4096

/* 0 dB up to 4 kHz, falling to -60 dB at 8 kHz and flat again. */
static double
ramp(double hz, gconstpointer data)
{
  double down = CLAMP((hz - 4000.0) / 4000.0, 0.0, 1.0);

  g_assert_nonnull(data);
  return pow(10.0, -3.0 * down);
}

static double
magnitude(const double *taps, double hz)
{
  double sum = taps[HALF];

  for (gsize i = 1; i <= HALF; i++)
    sum += 2.0 * taps[HALF + i] * cos(2.0 * G_PI * hz * (double)i / 48000.0);
  return sum;
}

static void
test_magnitude_and_symmetry(void)
{
  g_autofree double *taps = g_new(double, 2 * HALF + 1);
  int something = 0;

  al_kernel_linear_phase(taps, HALF, 48000, ramp, &something);
  for (gsize i = 0; i < HALF; i++)
    g_assert_cmpfloat(taps[i], ==, taps[2 * HALF - i]);
  for (double hz = 50.0; hz < 24000.0; hz += 550.0)
    g_assert_cmpfloat_with_epsilon(20.0 * log10(magnitude(taps, hz) / ramp(hz, &something)), 0.0,
                                   0.02);
}

/* The magnitude is that of the linear-phase kernel; and of all kernels that have it this one's
 * energy comes soonest. */
static void
test_minimum_phase(void)
{
  g_autofree double *linear = g_new(double, 2 * HALF + 1);
  g_autofree double *minimum = g_new(double, 2 * HALF);
  double soon = 0.0, all = 0.0;
  int something = 0;

  al_kernel_linear_phase(linear, HALF, 48000, ramp, &something);
  al_kernel_minimum_phase(minimum, 2 * HALF, 48000, ramp, &something);
  for (double hz = 50.0; hz < 24000.0; hz += 550.0) {
    double real = 0.0, imaginary = 0.0;

    for (gsize i = 0; i < 2 * HALF; i++) {
      real += minimum[i] * cos(2.0 * G_PI * hz * (double)i / 48000.0);
      imaginary += minimum[i] * sin(2.0 * G_PI * hz * (double)i / 48000.0);
    }
    g_assert_cmpfloat_with_epsilon(20.0 * log10(hypot(real, imaginary) / ramp(hz, &something)), 0.0,
                                   0.05);
  }
  for (gsize i = 0; i < 2 * HALF; i++) {
    all += minimum[i] * minimum[i];
    if (i < 64)
      soon += minimum[i] * minimum[i];
  }
  g_assert_cmpfloat(soon / all, >, 0.95);
}

static void
test_half(void)
{
  g_assert_cmpuint(al_kernel_half(0.0, 48000), ==, 4096);
  g_assert_cmpuint(al_kernel_half(0.5, 48000), ==, 32768);
  g_assert_cmpuint(al_kernel_half(0.5, 96000), ==, 65536);
  g_assert_cmpuint(al_kernel_half(1e9, 48000), ==, 524288);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/kernel/magnitude_and_symmetry", test_magnitude_and_symmetry);
  g_test_add_func("/kernel/minimum_phase", test_minimum_phase);
  g_test_add_func("/kernel/half", test_half);
  return g_test_run();
}
