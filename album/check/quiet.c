/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/quiet.h"

#include <math.h>
#include <string.h>

#include "album/audio/fft.h"
#include "album/measure/levels.h"

#define LEAST_SECONDS 0.25 /* of a block, which is the next power of two */
#define KEPT 8
#define MOST_ZEROS 0.1    /* of a block: else it is digital silence, or at its edge */
#define STEADY 1.41       /* 1.5 dB, of power: of two blocks of the same noise */
#define SAME_LEVEL 2.0    /* 3 dB */
#define MUSIC_ABOVE 100.0 /* 20 dB, of power */

#define NOISE_FROM_HZ 500
#define NOISE_TO_HZ 8000
#define NOISE_BAND_HZ 100.0

/* The flatness (geometric by arithmetic mean) of white noise is 1, of noise that falls by 3 dB an
 * octave 0.76 over this band, of music far less. */
#define LEAST_FLATNESS 0.5

#define HARMONICS 6
#define LEAST_HARMONICS 2
#define HARMONIC_RATIO 31.6 /* 15 dB */
#define HARMONIC_OFF_HZ 0.5
#define NEIGHBOURS_HZ 20

typedef struct {
  gint64 first_frame;
  double power;     /* mean square of both channels */
  double *spectrum; /* power by bin, of both channels */
} Block;

struct AlQuiet {
  int rate;
  gsize size, bins, filled;
  AlFft *fft;
  double *window, *channels[2];
  gint64 frame;
  double loudest;
  Block kept[KEPT]; /* sorted, the quietest first */
  guint count;
  gint64 first_frame; /* of the first that is used, -1: none */
  double *mean;       /* spectrum of those where nothing plays; NULL: there are none */
};

AlQuiet *
al_quiet_new(int rate)
{
  AlQuiet *quiet = g_new0(AlQuiet, 1);

  quiet->rate = rate;
  quiet->first_frame = -1;
  quiet->size = al_fft_power_of_two((gsize)(LEAST_SECONDS * rate));
  quiet->bins = quiet->size / 2 + 1;
  quiet->fft = al_fft_new(quiet->size);
  quiet->window = g_new(double, quiet->size);
  for (gsize i = 0; i < quiet->size; i++)
    quiet->window[i] = 0.5 - 0.5 * cos(2 * G_PI * (double)i / (double)quiet->size);
  for (guint channel = 0; channel < 2; channel++)
    quiet->channels[channel] = g_new(double, quiet->size);
  for (guint i = 0; i < KEPT; i++)
    quiet->kept[i].spectrum = g_new(double, quiet->bins);
  return quiet;
}

void
al_quiet_free(AlQuiet *quiet)
{
  if (quiet == NULL)
    return;
  al_fft_free(quiet->fft);
  g_free(quiet->window);
  for (guint channel = 0; channel < 2; channel++)
    g_free(quiet->channels[channel]);
  for (guint i = 0; i < KEPT; i++)
    g_free(quiet->kept[i].spectrum);
  g_free(quiet->mean);
  g_free(quiet);
}

static void
add_channel(AlQuiet *quiet, const double *samples, double *spectrum)
{
  double *time = al_fft_time(quiet->fft);
  const double *bins = al_fft_spectrum(quiet->fft);

  for (gsize i = 0; i < quiet->size; i++)
    time[i] = quiet->window[i] * samples[i];
  al_fft_forward(quiet->fft);
  for (gsize bin = 0; bin < quiet->bins; bin++)
    spectrum[bin] += bins[2 * bin] * bins[2 * bin] + bins[2 * bin + 1] * bins[2 * bin + 1];
}

/* Puts the block in its place among the quietest; the loudest of them goes. */
static void
keep(AlQuiet *quiet, double power)
{
  guint place = quiet->count < KEPT ? quiet->count++ : KEPT - 1;
  double *spectrum = quiet->kept[place].spectrum;

  for (; place > 0 && quiet->kept[place - 1].power > power; place--)
    quiet->kept[place] = quiet->kept[place - 1];
  memset(spectrum, 0, quiet->bins * sizeof *spectrum);
  for (guint channel = 0; channel < 2; channel++)
    add_channel(quiet, quiet->channels[channel], spectrum);
  quiet->kept[place] = (Block){quiet->frame - (gint64)quiet->size, power, spectrum};
}

static void
end_block(AlQuiet *quiet)
{
  double sum = 0;
  gsize zeros = 0;

  for (gsize i = 0; i < quiet->size; i++) {
    double left = quiet->channels[0][i], right = quiet->channels[1][i];

    sum += left * left + right * right;
    zeros += left == 0 && right == 0;
  }
  sum /= 2 * (double)quiet->size;
  quiet->filled = 0;
  quiet->loudest = MAX(quiet->loudest, sum);
  if ((double)zeros <= MOST_ZEROS * (double)quiet->size &&
      (quiet->count < KEPT || sum < quiet->kept[KEPT - 1].power))
    keep(quiet, sum);
}

void
al_quiet_feed(AlQuiet *quiet, const double *samples, gsize frames)
{
  for (gsize i = 0; i < frames; i++) {
    quiet->channels[0][quiet->filled] = samples[2 * i];
    quiet->channels[1][quiet->filled] = samples[2 * i + 1];
    quiet->frame++;
    if (++quiet->filled == quiet->size)
      end_block(quiet);
  }
}

/* The first of two blocks of the same level: what fades in or out is quieter, and not steady. */
static guint
first_steady(const AlQuiet *quiet)
{
  guint first = 0;

  while (first + 1 < quiet->count &&
         quiet->kept[first + 1].power > STEADY * quiet->kept[first].power)
    first++;
  return first;
}

/* The mean spectrum, in power of a sine of full scale 1, of both channels' mean. */
void
al_quiet_finish(AlQuiet *quiet)
{
  guint first = first_steady(quiet), end = first;
  double size = (double)quiet->size, most;

  if (first + 1 >= quiet->count || quiet->kept[first].power * MUSIC_ABOVE > quiet->loudest)
    return;
  most = SAME_LEVEL * quiet->kept[first].power;
  while (end < quiet->count && quiet->kept[end].power <= most)
    end++;
  quiet->first_frame = quiet->kept[first].first_frame;
  quiet->mean = g_new0(double, quiet->bins);
  for (guint i = first; i < end; i++)
    for (gsize bin = 0; bin < quiet->bins; bin++)
      quiet->mean[bin] += quiet->kept[i].spectrum[bin] / (2 * (end - first) * size * size / 16);
}

gint64
al_quiet_first_frame(const AlQuiet *quiet)
{
  return quiet->first_frame;
}

gint64
al_quiet_block_frames(const AlQuiet *quiet)
{
  return (gint64)quiet->size;
}

static gsize
bin_of(const AlQuiet *quiet, double hz)
{
  return MIN((gsize)(hz * (double)quiet->size / quiet->rate + 0.5), quiet->bins - 1);
}

static double
mean_of(const AlQuiet *quiet, gsize from, gsize to)
{
  double sum = 0;

  for (gsize bin = from; bin < to; bin++)
    sum += quiet->mean[bin];
  return sum / (double)(to - from);
}

double
al_quiet_noise_dbfs(const AlQuiet *quiet)
{
  double sum = 0, logarithms = 0, bands = 0;

  if (quiet->mean == NULL)
    return NAN;
  for (double hz = NOISE_FROM_HZ; hz < MIN(NOISE_TO_HZ, quiet->rate / 2.0); hz += NOISE_BAND_HZ) {
    double power = mean_of(quiet, bin_of(quiet, hz), bin_of(quiet, hz + NOISE_BAND_HZ));

    sum += power;
    logarithms += log(power + 1e-30);
    bands++;
  }
  if (exp(logarithms / bands) < LEAST_FLATNESS * sum / bands)
    return NAN;
  /* Noise has half a sine's power for its amplitude; Hann's window lets 1.5 bins of it through. */
  return 10 * log10(sum / bands / 2 * (double)quiet->bins / 1.5);
}

/* The amplitude squared of a harmonic that stands out and lies where it should; else 0. */
static double
harmonic(const AlQuiet *quiet, double hz)
{
  double bin_hz = (double)quiet->rate / (double)quiet->size;
  gsize around = bin_of(quiet, NEIGHBOURS_HZ), middle = bin_of(quiet, hz), top = middle;
  double before, behind, low, high, offset;

  for (gsize bin = middle - 1; bin <= middle + 1; bin++)
    if (quiet->mean[bin] > quiet->mean[top])
      top = bin;
  before = mean_of(quiet, middle - around, middle - around / 2);
  behind = mean_of(quiet, middle + around / 2 + 1, middle + around + 1);
  if (quiet->mean[top] < HARMONIC_RATIO * MAX(before, behind))
    return 0;
  low = log(quiet->mean[top - 1] + 1e-30);
  high = log(quiet->mean[top + 1] + 1e-30);
  offset = (high - low) / 2 / (2 * log(quiet->mean[top]) - low - high);
  return fabs(((double)top + offset) * bin_hz - hz) <= HARMONIC_OFF_HZ ? quiet->mean[top] : 0;
}

double
al_quiet_hum_dbfs(const AlQuiet *quiet, double mains_hz)
{
  double power = 0;
  guint count = 0;

  if (quiet->mean == NULL)
    return NAN;
  for (guint i = 1; i <= HARMONICS; i++) {
    double found = harmonic(quiet, i * mains_hz);

    power += found / 2;
    count += found > 0;
  }
  return count >= LEAST_HARMONICS ? 10 * log10(power) : NAN;
}
