/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/mean_spectrum.h"

#include <math.h>

#include "album/audio/fft.h"

#define LEAST_SECONDS 0.1 /* of a block, which is the next power of two */
#define LEAST_POWER 1e-6  /* -60 dBFS */

/* Below 20 Hz there is no bass that anyone cuts into vinyl. */
#define LOWEST_HZ 20

/* Nothing is so quiet that a fall to it would be endless: -160 dB. */
#define FLOOR_POWER 1e-16

struct AlMeanSpectrum {
  int rate;
  gsize size, filled;
  AlFft *fft;
  double *window, *middle, *side;
  double *middle_power, *side_power; /* sums, by bin */
  gint64 blocks;
};

AlMeanSpectrum *
al_mean_spectrum_new(int rate)
{
  AlMeanSpectrum *spectrum = g_new0(AlMeanSpectrum, 1);
  gsize size = al_fft_power_of_two((gsize)(LEAST_SECONDS * rate));

  spectrum->rate = rate;
  spectrum->size = size;
  spectrum->fft = al_fft_new(size);
  spectrum->window = g_new(double, size);
  spectrum->middle = g_new(double, size);
  spectrum->side = g_new(double, size);
  spectrum->middle_power = g_new0(double, size / 2 + 1);
  spectrum->side_power = g_new0(double, size / 2 + 1);
  for (gsize i = 0; i < size; i++)
    spectrum->window[i] = 0.5 - 0.5 * cos(2 * G_PI * (double)i / (double)size);
  return spectrum;
}

void
al_mean_spectrum_free(AlMeanSpectrum *spectrum)
{
  if (spectrum == NULL)
    return;
  al_fft_free(spectrum->fft);
  g_free(spectrum->window);
  g_free(spectrum->middle);
  g_free(spectrum->side);
  g_free(spectrum->middle_power);
  g_free(spectrum->side_power);
  g_free(spectrum);
}

static double
mean_square(const double *samples, gsize count)
{
  double sum = 0;

  for (gsize i = 0; i < count; i++)
    sum += samples[i] * samples[i];
  return sum / (double)count;
}

static void
add_power(AlMeanSpectrum *spectrum, const double *samples, double *power)
{
  double *time = al_fft_time(spectrum->fft);
  const double *bins = al_fft_spectrum(spectrum->fft);

  for (gsize i = 0; i < spectrum->size; i++)
    time[i] = spectrum->window[i] * samples[i];
  al_fft_forward(spectrum->fft);
  for (gsize bin = 0; bin <= spectrum->size / 2; bin++)
    power[bin] += bins[2 * bin] * bins[2 * bin] + bins[2 * bin + 1] * bins[2 * bin + 1];
}

static void
end_block(AlMeanSpectrum *spectrum)
{
  spectrum->filled = 0;
  if (mean_square(spectrum->middle, spectrum->size) + mean_square(spectrum->side, spectrum->size) <
      LEAST_POWER)
    return;
  add_power(spectrum, spectrum->middle, spectrum->middle_power);
  add_power(spectrum, spectrum->side, spectrum->side_power);
  spectrum->blocks++;
}

void
al_mean_spectrum_feed(AlMeanSpectrum *spectrum, const double *samples, gsize frames)
{
  for (gsize i = 0; i < frames; i++) {
    spectrum->middle[spectrum->filled] = (samples[2 * i] + samples[2 * i + 1]) / 2;
    spectrum->side[spectrum->filled] = (samples[2 * i] - samples[2 * i + 1]) / 2;
    if (++spectrum->filled == spectrum->size)
      end_block(spectrum);
  }
}

static gsize
bin_of(const AlMeanSpectrum *spectrum, double hz)
{
  return MIN((gsize)(hz * (double)spectrum->size / spectrum->rate), spectrum->size / 2);
}

/* The mean power of a bin between two frequencies, of a sine of full scale 1. */
static double
band_power(const AlMeanSpectrum *spectrum, double from_hz, double to_hz)
{
  gsize from = bin_of(spectrum, from_hz), to = MAX(bin_of(spectrum, to_hz), from + 1);
  double size = (double)spectrum->size, sum = 0;

  for (gsize bin = from; bin < to; bin++)
    sum += spectrum->middle_power[bin] + spectrum->side_power[bin];
  return sum / (double)(to - from) / (size * size / 16 * (double)MAX(spectrum->blocks, 1));
}

#define STEP_HZ 100.0
#define BAND_HZ 500.0
#define WALL_HZ 1000.0

/* The highest power of 500 Hz from a frequency on to the end of the band. Past the last whole band
 * nothing is known, and a wall there is the file's own. */
static double
highest_behind(const AlMeanSpectrum *spectrum, double hz)
{
  double end = spectrum->rate / 2.0, highest = 0;

  for (; hz + BAND_HZ <= end; hz += BAND_HZ)
    highest = MAX(highest, band_power(spectrum, hz, hz + BAND_HZ));
  return highest;
}

AlWall
al_mean_spectrum_wall(const AlMeanSpectrum *spectrum, double from_hz, double to_hz)
{
  AlWall wall = {0, 0};
  double end = spectrum->rate / 2.0 - WALL_HZ / 2 - BAND_HZ;

  if (spectrum->blocks == 0)
    return wall;
  for (double hz = from_hz; hz <= MIN(to_hz, end); hz += STEP_HZ) {
    double before = band_power(spectrum, hz - WALL_HZ / 2 - BAND_HZ, hz - WALL_HZ / 2);
    double behind = highest_behind(spectrum, hz + WALL_HZ / 2);
    double fall_db = 10 * log10((before + FLOOR_POWER) / (behind + FLOOR_POWER));

    if (fall_db > wall.fall_db)
      wall = (AlWall){hz, fall_db};
  }
  return wall;
}

double
al_mean_spectrum_side_db(const AlMeanSpectrum *spectrum, double below_hz)
{
  double middle = 0, side = 0;

  for (gsize bin = bin_of(spectrum, LOWEST_HZ) + 1; bin <= bin_of(spectrum, below_hz); bin++) {
    middle += spectrum->middle_power[bin];
    side += spectrum->side_power[bin];
  }
  return middle + side > 0 ? 10 * log10((side + FLOOR_POWER) / (middle + FLOOR_POWER)) : NAN;
}
