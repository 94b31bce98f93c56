/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/biquad.h"

#include <complex.h>
#include <math.h>

#include "tests/support/stream.h"

static const AlBiquad filter = {0.9, -1.1, 0.5, -1.2, 0.6};

/* The difference equation as it stands in the header. */
static void
test_run_follows_the_equation(void)
{
  g_autofree double *noise = signal_noise(500, 1, 1.0);
  g_autofree double *done = g_memdup2(noise, 1000 * sizeof(double));
  AlBiquadState state[2] = {{0}};
  double y1 = 0.0, y2 = 0.0;

  al_biquad_run_stereo(&filter, state, done, 500);
  for (gsize i = 0; i < 500; i++) {
    double x1 = i >= 1 ? noise[2 * i - 1] : 0.0, x2 = i >= 2 ? noise[2 * i - 3] : 0.0;
    double y = filter.b0 * noise[2 * i + 1] + filter.b1 * x1 + filter.b2 * x2 - filter.a1 * y1 -
               filter.a2 * y2;

    g_assert_cmpfloat_with_epsilon(done[2 * i + 1], y, 1e-13);
    y2 = y1;
    y1 = y;
  }
}

static void
test_stereo_is_two_channels(void)
{
  g_autofree double *stereo = signal_noise(300, 2, 1.0);
  g_autofree double *single = g_memdup2(stereo, 600 * sizeof(double));
  AlBiquadState states[2] = {{0}};
  AlBiquadState left = {0}, right = {0};

  al_biquad_run_stereo(&filter, states, stereo, 300);
  al_biquad_run(&filter, &left, single, 300, 2);
  al_biquad_run(&filter, &right, single + 1, 300, 2);
  g_assert_cmpmem(stereo, 600 * sizeof(double), single, 600 * sizeof(double));
}

static void
test_inverse(void)
{
  g_autofree double *noise = signal_noise(300, 3, 1.0);
  g_autofree double *done = g_memdup2(noise, 600 * sizeof(double));
  AlBiquad inverse = al_biquad_inverse(&filter);
  AlBiquadState there[2] = {{0}}, back[2] = {{0}};

  al_biquad_run_stereo(&filter, there, done, 300);
  al_biquad_run_stereo(&inverse, back, done, 300);
  for (gsize i = 0; i < 600; i++)
    g_assert_cmpfloat_with_epsilon(done[i], noise[i], 1e-10);
}

static void
test_power(void)
{
  for (double hz = 10.0; hz < 24000.0; hz *= 1.4) {
    double complex z = cexp(-2.0 * I * G_PI * hz / 48000.0);
    double complex h =
        (filter.b0 + z * (filter.b1 + z * filter.b2)) / (1.0 + z * (filter.a1 + z * filter.a2));

    g_assert_cmpfloat_with_epsilon(al_biquad_power(&filter, hz, 48000), creal(h * conj(h)), 1e-9);
  }
}

static void
test_settle(void)
{
  AlBiquadState tiny = {1e-250, -1e-250}, small = {1e-250, 1e-150};

  al_biquad_settle(&tiny);
  al_biquad_settle(&small);
  g_assert_cmpfloat(tiny.s1, ==, 0.0);
  g_assert_cmpfloat(tiny.s2, ==, 0.0);
  g_assert_cmpfloat(small.s1, ==, 1e-250);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/biquad/run", test_run_follows_the_equation);
  g_test_add_func("/biquad/stereo", test_stereo_is_two_channels);
  g_test_add_func("/biquad/inverse", test_inverse);
  g_test_add_func("/biquad/power", test_power);
  g_test_add_func("/biquad/settle", test_settle);
  return g_test_run();
}
