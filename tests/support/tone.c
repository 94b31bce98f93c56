/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/tone.h"

#include <math.h>

void
signal_add_tone(double *samples, gsize frames, double amplitude, double hz, double phase, int rate)
{
  for (gsize i = 0; i < frames; i++) {
    double value = amplitude * sin(2 * G_PI * hz * (double)i / rate + phase);

    samples[2 * i] += value;
    samples[2 * i + 1] += value;
  }
}

void
signal_add_noise(double *samples, gsize frames, double amplitude, guint32 seed)
{
  GRand *random = g_rand_new_with_seed(seed);

  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] += g_rand_double_range(random, -amplitude, amplitude);
  g_rand_free(random);
}

/* F. J. Harris, "On the use of windows for harmonic analysis", 1978: four terms, -92 dB. */
static double
window_at(gsize i, gsize frames)
{
  double angle = 2 * G_PI * ((double)i + 0.5) / (double)frames;

  return 0.35875 - 0.48829 * cos(angle) + 0.14128 * cos(2 * angle) - 0.01168 * cos(3 * angle);
}

double
signal_tone_amplitude(const double *samples, gsize frames, guint channel, double hz, int rate)
{
  double real = 0, imaginary = 0, sum = 0;

  for (gsize i = 0; i < frames; i++) {
    double weight = window_at(i, frames);
    double angle = 2 * G_PI * hz * (double)i / rate;

    real += weight * samples[2 * i + channel] * cos(angle);
    imaginary += weight * samples[2 * i + channel] * sin(angle);
    sum += weight;
  }
  return 2 * hypot(real, imaginary) / sum;
}

double
signal_rms(const double *samples, gsize frames, guint channel)
{
  double sum = 0;

  for (gsize i = 0; i < frames; i++)
    sum += samples[2 * i + channel] * samples[2 * i + channel];
  return sqrt(sum / (double)frames);
}
