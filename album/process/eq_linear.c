/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_linear.h"

#include <math.h>

#include "album/filter/fir.h"
#include "album/filter/kernel.h"
#include "album/process/eq_band.h"

/* Of a notch whose square is 3 dB down where a notch of quality 1 is: x^2 / (1 + x^2) = 1 /
 * sqrt(2), so x = sqrt(1 + sqrt(2)). */
#define SQUARED_NOTCH_Q 1.5538

/* What a band is in linear phase. The magnitude of a notch has a bend at its centre, which no
 * kernel follows; that of two notches one after another, somewhat narrower, is round there, as deep
 * as it should be, and as wide. */
static guint
linear_sections(const AlEqBand *band, AlPrototype sections[AL_EQ_MAX_SECTIONS])
{
  if (band->form != AL_EQ_NOTCH)
    return al_eq_band_sections(band, sections);
  sections[0] = sections[1] = al_prototype_notch(band->hz, SQUARED_NOTCH_Q * band->q);
  return 2;
}

/* The sections that one lane passes through. */
static GArray *
lane_sections(const GArray *bands, AlEqChannel channel)
{
  GArray *sections = g_array_new(FALSE, FALSE, sizeof(AlPrototype));

  for (guint i = 0; i < bands->len; i++) {
    const AlEqBand *band = &g_array_index(bands, AlEqBand, i);
    AlPrototype of_band[AL_EQ_MAX_SECTIONS];
    gboolean both =
        band->channel == AL_EQ_STEREO && (channel == AL_EQ_LEFT || channel == AL_EQ_RIGHT);

    if (band->channel == channel || both)
      g_array_append_vals(sections, of_band, linear_sections(band, of_band));
  }
  return sections;
}

static double
sections_gain(double hz, gconstpointer data)
{
  const GArray *sections = data;
  double power = 1.0;

  for (guint i = 0; i < sections->len; i++)
    power *= al_prototype_power(&g_array_index(sections, AlPrototype, i), hz);
  return sqrt(power);
}

/* How long what belongs to the roots of a polynomial takes to fall by 100 dB: as a pair of quality
 * Q at f decays, exp(-pi f t / Q). 0 for roots at 0, at infinity or on the axis. */
static double
decay_seconds(double centre_hz, const double roots[3])
{
  double hz = centre_hz, q = 0.5;

  if (roots[0] == 0.0 || roots[1] == 0.0)
    return 0.0;
  if (roots[2] > 0.0) {
    hz *= sqrt(roots[0] / roots[2]);
    q = MAX(0.5, sqrt(roots[0] * roots[2]) / fabs(roots[1]));
  } else {
    hz *= fabs(roots[0] / roots[1]);
  }
  return 5.0 * G_LN10 * q / (G_PI * hz);
}

/* How far the response of a section reaches to each side. Without a phase its zeros ring as its
 * poles do, so that a cut takes as long as a boost; and forty periods are needed to resolve a tenth
 * of a frequency. */
static double
ringing_seconds(const AlPrototype *section)
{
  double hz = section->centre_hz;

  return MAX(MAX(decay_seconds(hz, section->d), decay_seconds(hz, section->n)), 40.0 / hz);
}

static double
longest_ringing(const GArray *sections)
{
  double seconds = 0.0;

  for (guint i = 0; i < sections->len; i++)
    seconds = MAX(seconds, ringing_seconds(&g_array_index(sections, AlPrototype, i)));
  return seconds;
}

AlSource *
al_eq_linear_new(AlSource *input, const GArray *bands, gboolean mid_side)
{
  g_autoptr(GArray) first = lane_sections(bands, mid_side ? AL_EQ_MID : AL_EQ_LEFT);
  g_autoptr(GArray) second = lane_sections(bands, mid_side ? AL_EQ_SIDE : AL_EQ_RIGHT);
  double seconds = MAX(longest_ringing(first), longest_ringing(second));
  gsize half = al_kernel_half(seconds, input->rate);
  g_autofree double *taps = g_new(double, 2 * (2 * half + 1));
  AlFirKernels kernels = {.taps = 2 * half + 1, .delay_frames = half, .mid_side = mid_side};

  if (first->len == 0 && second->len == 0)
    return input;
  if (first->len > 0) {
    al_kernel_linear_phase(taps, half, input->rate, sections_gain, first);
    kernels.first = taps;
  }
  if (second->len > 0) {
    al_kernel_linear_phase(taps + kernels.taps, half, input->rate, sections_gain, second);
    kernels.second = taps + kernels.taps;
  }
  return al_fir_new(input, &kernels);
}
