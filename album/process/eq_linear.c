/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_linear.h"

#include <math.h>

#include "album/filter/fir.h"
#include "album/filter/kernel.h"
#include "album/process/eq_band.h"

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
      g_array_append_vals(sections, of_band, al_eq_band_sections(band, of_band));
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

/* How far the response of a section reaches to each side. It falls by 100 dB as a pole pair of
 * quality Q at f decays, exp(-pi f t / Q); and forty periods are needed to resolve a tenth of f. */
static double
ringing_seconds(const AlPrototype *section)
{
  double hz = section->centre_hz;
  double q = 0.5;

  if (section->d[2] > 0.0) {
    hz *= sqrt(section->d[0] / section->d[2]);
    q = MAX(0.5, sqrt(section->d[0] * section->d[2]) / section->d[1]);
  } else {
    hz *= section->d[0] / section->d[1];
  }
  return MAX(5.0 * G_LN10 * q / (G_PI * hz), 40.0 / section->centre_hz);
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
