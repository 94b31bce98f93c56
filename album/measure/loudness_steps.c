/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/loudness_steps.h"

#include "album/measure/loudness_range.h"

#define OFFSET_LUFS 0.691

#define ABSOLUTE_GATE_LUFS (-70)
#define RELATIVE_GATE 0.1 /* -10 LU, as energies */

/* Silence behind a track, for its range. */
#define TAIL_STEPS 150

double
al_loudness_of_energy(double energy)
{
  return energy > 0 ? 10 * log10(energy) - OFFSET_LUFS : AL_LOUDNESS_NONE;
}

double
al_loudness_energy(double lufs)
{
  return isfinite(lufs) ? pow(10, (lufs + OFFSET_LUFS) / 10) : 0;
}

/* Appends the mean energies of all windows of `length` steps that end at a multiple of
 * AL_LOUDNESS_SERIES_STEPS, up to `tail` steps of silence behind the end. */
static void
append_windows(const AlLoudnessSteps *track, gsize length, gsize tail, GArray *windows)
{
  for (gsize first = 0; first + length <= track->count + tail; first += AL_LOUDNESS_SERIES_STEPS) {
    double sum = 0;

    for (gsize i = first; i < MIN(first + length, track->count); i++)
      sum += track->energies[i];
    sum /= (double)length;
    g_array_append_val(windows, sum);
  }
}

static GArray *
list_windows(const AlLoudnessSteps *tracks, gsize count, gsize length, gsize tail)
{
  GArray *windows = g_array_new(FALSE, FALSE, sizeof(double));

  for (gsize i = 0; i < count; i++)
    append_windows(&tracks[i], length, tail, windows);
  return windows;
}

/* The mean of what is not below the threshold; 0: all is. */
static double
gated_mean(const GArray *energies, double threshold)
{
  double sum = 0;
  gsize passed = 0;

  for (guint i = 0; i < energies->len; i++) {
    double energy = g_array_index(energies, double, i);

    if (energy >= threshold) {
      sum += energy;
      passed++;
    }
  }
  return passed > 0 ? sum / (double)passed : 0;
}

double
al_loudness_steps_integrated(const AlLoudnessSteps *tracks, gsize count)
{
  g_autoptr(GArray) windows = list_windows(tracks, count, AL_LOUDNESS_MOMENTARY_STEPS, 0);
  double absolute = al_loudness_energy(ABSOLUTE_GATE_LUFS);
  double relative = RELATIVE_GATE * gated_mean(windows, absolute);

  return al_loudness_of_energy(gated_mean(windows, MAX(absolute, relative)));
}

static AlLoudnessSpread
spread_of(const AlLoudnessSteps *tracks, gsize count)
{
  g_autoptr(GArray) windows = list_windows(tracks, count, AL_LOUDNESS_SHORT_TERM_STEPS, TAIL_STEPS);

  return al_loudness_spread((double *)(void *)windows->data, windows->len);
}

double
al_loudness_steps_loud_sections(const AlLoudnessSteps *tracks, gsize count)
{
  return al_loudness_of_energy(spread_of(tracks, count).high);
}

double
al_loudness_steps_range(const AlLoudnessSteps *tracks, gsize count)
{
  AlLoudnessSpread spread = spread_of(tracks, count);

  return spread.low > 0 ? al_loudness_of_energy(spread.high) - al_loudness_of_energy(spread.low)
                        : AL_LOUDNESS_NONE;
}

GArray *
al_loudness_steps_series(const AlLoudnessSteps *track)
{
  return list_windows(track, 1, AL_LOUDNESS_SHORT_TERM_STEPS, 0);
}
