/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/prediction.h"

#include <math.h>
#include <string.h>

#include "album/vector.h"

#define ORDER AL_PREDICTION_ORDER

/* White noise added to the model, -80 dB: keeps the recursion sound for pure tones. */
#define WHITENING 1e-8

/* lags[ORDER - k] becomes the autocorrelation at lag k: the lags are worked out side by side. */
AL_VECTOR_CLONES static void
correlate(const double *samples, gsize count, double lags[ORDER])
{
  for (gsize k = 0; k < ORDER; k++)
    lags[k] = 0;
  for (gsize n = ORDER; n < count; n++) {
    double sample = samples[n];
    const double *before = samples + n - ORDER;

    for (gsize k = 0; k < ORDER; k++)
      lags[k] += sample * before[k];
  }
}

static double
energy(const double *samples, gsize count)
{
  double sum = 0;

  for (gsize n = ORDER; n < count; n++)
    sum += samples[n] * samples[n];
  return sum;
}

/* Levinson and Durbin's recursion: the predictor's coefficients from the autocorrelation. */
static void
solve(double power, const double lags[ORDER], double coefficients[ORDER])
{
  double error = power * (1 + WHITENING);

  memset(coefficients, 0, ORDER * sizeof *coefficients);
  for (gsize i = 0; i < ORDER && error > 0; i++) {
    double reflection = lags[ORDER - 1 - i];

    for (gsize k = 0; k < i; k++)
      reflection -= coefficients[k] * lags[ORDER - i + k];
    reflection /= error;
    for (gsize k = 0; k < i / 2; k++) {
      double low = coefficients[k], high = coefficients[i - 1 - k];

      coefficients[k] = low - reflection * high;
      coefficients[i - 1 - k] = high - reflection * low;
    }
    if (i % 2 == 1)
      coefficients[i / 2] *= 1 - reflection;
    coefficients[i] = reflection;
    error *= 1 - reflection * reflection;
  }
}

AL_VECTOR_CLONES static void
subtract_delayed(const double *samples, gsize count, gsize delay, double coefficient,
                 double *residual)
{
  for (gsize n = ORDER; n < count; n++)
    residual[n] -= coefficient * samples[n - delay];
}

double *
al_prediction_window(gsize count)
{
  double *window = g_new(double, count);

  for (gsize n = 0; n < count; n++)
    window[n] = 0.5 - 0.5 * cos(2 * G_PI * ((double)n + 0.5) / (double)count);
  return window;
}

void
al_prediction_residual(const double *samples, const double *window, gsize count, double *scratch,
                       double *residual)
{
  double lags[ORDER], coefficients[ORDER];

  g_assert(count > ORDER);
  for (gsize n = 0; n < count; n++)
    scratch[n] = samples[n] * window[n];
  correlate(scratch, count, lags);
  solve(energy(scratch, count), lags, coefficients);
  memcpy(residual, samples, count * sizeof *residual);
  memset(residual, 0, ORDER * sizeof *residual);
  for (gsize k = 0; k < ORDER; k++)
    subtract_delayed(samples, count, k + 1, coefficients[k], residual);
}
