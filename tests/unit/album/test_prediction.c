/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/prediction.h"

#include <math.h>

#define COUNT 2000

static void
find_residual(const double *samples, double *residual)
{
  g_autofree double *window = al_prediction_window(COUNT);
  double scratch[COUNT];

  al_prediction_residual(samples, window, COUNT, scratch, residual);
}

static double
rms_from(const double *samples, gsize from)
{
  double sum = 0;

  for (gsize n = from; n < COUNT; n++)
    sum += samples[n] * samples[n];
  return sqrt(sum / (double)(COUNT - from));
}

/* Tones can be predicted; white noise cannot, and stays what it is. */
static void
test_tones_and_noise(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  double samples[COUNT], residual[COUNT];

  for (gsize n = 0; n < COUNT; n++)
    samples[n] = sin(0.1 * (double)n) + sin(0.7 * (double)n) + sin(2.0 * (double)n);
  find_residual(samples, residual);
  g_assert_cmpfloat(rms_from(residual, AL_PREDICTION_ORDER), <, 0.002);
  for (gsize n = 0; n < COUNT; n++)
    samples[n] = g_rand_double_range(random, -1, 1);
  find_residual(samples, residual);
  g_assert_cmpfloat_with_epsilon(rms_from(residual, AL_PREDICTION_ORDER), sqrt(1 / 3.0), 0.03);
}

/* x[n] = 1.6 x[n-1] - 0.8 x[n-2] + e[n]: the residual is e. */
static void
test_known_filter(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(2);
  double samples[COUNT] = {0}, excitation[COUNT] = {0}, residual[COUNT];
  double error = 0;

  for (gsize n = 2; n < COUNT; n++) {
    excitation[n] = g_rand_double_range(random, -1, 1);
    samples[n] = 1.6 * samples[n - 1] - 0.8 * samples[n - 2] + excitation[n];
  }
  find_residual(samples, residual);
  for (gsize n = AL_PREDICTION_ORDER; n < COUNT; n++)
    error += (residual[n] - excitation[n]) * (residual[n] - excitation[n]);
  g_assert_cmpfloat(sqrt(error / COUNT), <, 0.15);
}

static void
test_silence(void)
{
  double samples[COUNT] = {0}, residual[COUNT];

  find_residual(samples, residual);
  g_assert_cmpfloat(rms_from(residual, 0), ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/prediction/tones_and_noise", test_tones_and_noise);
  g_test_add_func("/prediction/known_filter", test_known_filter);
  g_test_add_func("/prediction/silence", test_silence);
  return g_test_run();
}
