/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/spectrum.h"

#include <fftw3.h>
#include <math.h>

double
test_rms(const double *samples, gsize stride, gsize count)
{
  double sum = 0;

  for (gsize i = 0; i < count; i++)
    sum += samples[i * stride] * samples[i * stride];
  return sqrt(sum / (double)count);
}

double
test_db(double ratio)
{
  return 20 * log10(ratio);
}

/* Solves the normal equations of x = s sin + c cos. */
TestTone
test_fit_tone(const double *samples, gsize stride, gsize count, double hz, int rate)
{
  double ss = 0, sc = 0, cc = 0, xs = 0, xc = 0, rest = 0;
  double determinant, s, c;

  for (gsize i = 0; i < count; i++) {
    double angle = 2 * G_PI * hz * (double)i / rate;
    double sine = sin(angle), cosine = cos(angle), x = samples[i * stride];

    ss += sine * sine;
    sc += sine * cosine;
    cc += cosine * cosine;
    xs += x * sine;
    xc += x * cosine;
  }
  determinant = ss * cc - sc * sc;
  s = (xs * cc - xc * sc) / determinant;
  c = (xc * ss - xs * sc) / determinant;
  for (gsize i = 0; i < count; i++) {
    double angle = 2 * G_PI * hz * (double)i / rate;
    double left = samples[i * stride] - s * sin(angle) - c * cos(angle);

    rest += left * left;
  }
  return (TestTone){hypot(s, c), atan2(c, s), sqrt(rest / (double)count)};
}

static double *
make_window(gsize size, double *power)
{
  double *window = g_new(double, size);

  *power = 0;
  for (gsize i = 0; i < size; i++) {
    double t = 2 * G_PI * (double)i / (double)size;

    window[i] = 0.35875 - 0.48829 * cos(t) + 0.14128 * cos(2 * t) - 0.01168 * cos(3 * t);
    *power += window[i] * window[i];
  }
  return window;
}

double *
test_spectrum(const double *samples, gsize stride, gsize count, gsize bins)
{
  gsize size = 2 * bins;
  double *in = fftw_alloc_real(size);
  fftw_complex *out = fftw_alloc_complex(bins + 1);
  fftw_plan plan = fftw_plan_dft_r2c_1d((int)size, in, out, FFTW_ESTIMATE);
  double window_power;
  g_autofree double *window = make_window(size, &window_power);
  double *spectrum = g_new0(double, bins + 1);
  guint blocks = 0;

  for (gsize start = 0; start + size <= count; start += bins, blocks++) {
    for (gsize i = 0; i < size; i++)
      in[i] = samples[(start + i) * stride] * window[i];
    fftw_execute(plan);
    for (gsize k = 0; k <= bins; k++)
      spectrum[k] += (out[k][0] * out[k][0] + out[k][1] * out[k][1]) * (k % bins == 0 ? 1 : 2);
  }
  g_assert_cmpuint(blocks, >, 0);
  for (gsize k = 0; k <= bins; k++)
    spectrum[k] /= window_power * (double)size * blocks;
  fftw_destroy_plan(plan);
  fftw_free(in);
  fftw_free(out);
  return spectrum;
}
