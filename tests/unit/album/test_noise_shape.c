/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <complex.h>
#include <math.h>

#include "album/audio/noise_shape.h"

static const int rates[] = {44100, 48000};

/* |1 - F| at a frequency, straight from the formula. */
static double
noise_gain_db(const AlNoiseShape *shape, double hz)
{
  double complex numerator = 0, denominator = 1;

  for (int k = 0; k < AL_NOISE_SHAPE_ORDER; k++) {
    double complex delay = cexp(-2 * G_PI * I * hz * (k + 1) / shape->rate);

    numerator += shape->b[k] * delay;
    denominator += shape->a[k] * delay;
  }
  return 20 * log10(cabs(1 - numerator / denominator));
}

/* An error of 1 through the loop: the impulse response of 1 - F. */
static void
impulse_response(const AlNoiseShape *shape, double *response, int samples)
{
  AlNoiseShapeState state = {{0}, {0}};

  for (int i = 0; i < samples; i++) {
    double feedback = al_noise_shape_feedback(shape, &state);
    double error = i == 0 ? 1 : 0;

    response[i] = error - feedback;
    al_noise_shape_push(&state, feedback, error);
  }
}

static void
test_loop_follows_the_formula(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    const AlNoiseShape *shape = al_noise_shape_for_rate(rates[i]);
    double response[2048];

    impulse_response(shape, response, 2048);
    for (double hz = 100; hz < rates[i] / 2.0; hz += 500) {
      double complex sum = 0;

      for (int n = 0; n < 2048; n++)
        sum += response[n] * cexp(-2 * G_PI * I * hz * n / rates[i]);
      g_assert_cmpfloat_with_epsilon(20 * log10(cabs(sum)), noise_gain_db(shape, hz), 1e-6);
    }
  }
}

/* Noise goes from where the ear is keen to where it is not. */
static void
test_spectrum(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    const AlNoiseShape *shape = al_noise_shape_for_rate(rates[i]);

    g_assert_cmpfloat(noise_gain_db(shape, 1000), <, -9);
    g_assert_cmpfloat(noise_gain_db(shape, 3500), <, -15);
    g_assert_cmpfloat(noise_gain_db(shape, 12000), <, 2);
    g_assert_cmpfloat(noise_gain_db(shape, 19000), >, 15);
  }
}

/* No sequence of errors up to 1 gives more than the bound; the worst one gives it. */
static void
test_max_gain(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    const AlNoiseShape *shape = al_noise_shape_for_rate(rates[i]);
    double response[2048], sum = 0;

    impulse_response(shape, response, 2048);
    for (int n = 0; n < 2048; n++)
      sum += fabs(response[n]);
    g_test_message("%d Hz: %.3f", rates[i], sum);
    g_assert_cmpfloat_with_epsilon(al_noise_shape_max_gain(shape), sum, 1e-9);
  }
  g_assert_cmpfloat(al_noise_shape_max_gain(NULL), ==, 1);
}

static void
test_other_rates_have_none(void)
{
  g_assert_null(al_noise_shape_for_rate(96000));
  g_assert_null(al_noise_shape_for_rate(44101));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/noise_shape/loop_follows_the_formula", test_loop_follows_the_formula);
  g_test_add_func("/noise_shape/spectrum", test_spectrum);
  g_test_add_func("/noise_shape/max_gain", test_max_gain);
  g_test_add_func("/noise_shape/other_rates_have_none", test_other_rates_have_none);
  return g_test_run();
}
