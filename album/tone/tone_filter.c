/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_filter.h"

#include "album/filter/fir.h"
#include "album/filter/kernel.h"

/* So long that a third of an octave at 50 Hz is resolved: it rings for 90 ms. */
#define KERNEL_SECONDS 0.15

/* The slope at a centre: the harmonic mean of those to its neighbours, 0 at a peak or an end. */
static double
slope_at(const double *gain_db, guint band)
{
  double before, after;

  if (band == 0 || band == AL_TONE_BANDS - 1)
    return 0;
  before = gain_db[band] - gain_db[band - 1];
  after = gain_db[band + 1] - gain_db[band];
  return before * after > 0 ? 2 * before * after / (before + after) : 0;
}

double
al_tone_filter_gain_db(const double gain_db[AL_TONE_BANDS], double hz)
{
  double place = hz > 0 ? al_tone_band_place(hz) : 0;
  guint band = (guint)CLAMP(place, 0, AL_TONE_BANDS - 2);
  double x = CLAMP(place - band, 0, 1);
  double from_end = 1 - x;

  return gain_db[band] * (1 + 2 * x) * from_end * from_end +
         gain_db[band + 1] * (3 - 2 * x) * x * x +
         slope_at(gain_db, band) * x * from_end * from_end -
         slope_at(gain_db, band + 1) * x * x * from_end;
}

static double
linear_gain(double hz, gconstpointer gain_db)
{
  return pow(10, al_tone_filter_gain_db(gain_db, hz) / 20);
}

/* Fills the taps of one curve. */
static void
fill(double *taps, gsize half, int rate, const double *gain_db, gboolean linear_phase)
{
  if (linear_phase)
    al_kernel_linear_phase(taps, half, rate, linear_gain, gain_db);
  else
    al_kernel_minimum_phase(taps, 2 * half, rate, linear_gain, gain_db);
}

AlSource *
al_tone_filter_new(AlSource *input, const AlToneCurves *curves)
{
  gboolean mid_side = curves->second != NULL;
  gsize half = al_kernel_half(KERNEL_SECONDS, input->rate) / (curves->linear_phase ? 1 : 2);
  gsize taps = 2 * half + (curves->linear_phase ? 1 : 0);
  g_autofree double *first = g_new(double, taps);
  g_autofree double *second = g_new(double, taps);
  AlFirKernels kernels = {.first = first,
                          .second = mid_side ? second : first,
                          .taps = taps,
                          .delay_frames = curves->linear_phase ? half : 0,
                          .mid_side = mid_side};

  fill(first, half, input->rate, curves->first, curves->linear_phase);
  if (mid_side)
    fill(second, half, input->rate, curves->second, curves->linear_phase);
  return al_fir_new(input, &kernels);
}
