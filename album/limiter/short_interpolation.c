/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/short_interpolation.h"

#include <math.h>

#include "album/measure/interpolation.h"
#include "album/vector.h"

#define BLOCK AL_INTERPOLATION_BLOCK
#define REACH AL_INTERPOLATION_REACH

#define WINDOW_TAPS 49 /* on the fine grid */
#define MAX_TAPS 24    /* on the frames: twice over-sampled */

/* Values side by side; of points, as many as keep their sums in wide registers. */
#define LANES 32
#define POINT_LANES 72

/* The points between frame -1 and frame BLOCK, one row per phase, and some to fill the lanes. */
#define POINTS (2 * POINT_LANES)

G_STATIC_ASSERT(POINTS > BLOCK && POINTS + MAX_TAPS < BLOCK + REACH && BLOCK % LANES == 0);

/* No point exceeds the highest frame by more: the sum of the magnitudes of the taps. */
#define NORM 2.6

int
al_short_interpolation_factor(int rate)
{
  return rate < 96000 ? 4 : rate < 192000 ? 2 : 1;
}

/* The taps for the point `phase` / `factor` behind a frame; taps[count / 2 - 1] is that frame's. */
static gsize
design_phase(double *taps, int factor, int phase)
{
  gsize count = MAX_TAPS * 2 / (gsize)factor;

  for (gsize k = 0; k < count; k++) {
    double distance = (double)phase / factor - ((double)k - (double)(count / 2 - 1));
    double place = distance * factor / (WINDOW_TAPS - 1); /* -1/2 to 1/2 in the window */

    taps[k] = sin(G_PI * distance) / (G_PI * distance) * (0.5 + 0.5 * cos(2 * G_PI * place));
  }
  return count;
}

typedef struct {
  gsize count[3];
  double taps[3][MAX_TAPS];
} Phases;

static const Phases *
phases_of(int factor)
{
  static Phases twice, four_times;
  static gsize ready = 0;

  if (g_once_init_enter(&ready)) {
    twice.count[0] = design_phase(twice.taps[0], 2, 1);
    for (int phase = 1; phase < 4; phase++)
      four_times.count[phase - 1] = design_phase(four_times.taps[phase - 1], 4, phase);
    g_once_init_leave(&ready, 1);
  }
  return factor == 2 ? &twice : &four_times;
}

/* Raises each of `highest` to the magnitude of the point behind the frame. */
AL_VECTOR_CLONES static void
raise_points(const double *taps, gsize count, const double *samples, double *highest)
{
  const double *first = samples - (count / 2 - 1);

  for (gsize n = 0; n < POINTS; n += POINT_LANES) {
    double sum[POINT_LANES] = {0};

    for (gsize k = 0; k < count; k++)
      for (gsize i = 0; i < POINT_LANES; i++)
        sum[i] += taps[k] * first[n + k + i];
    for (gsize i = 0; i < POINT_LANES; i++) {
      double magnitude = fabs(sum[i]);

      highest[n + i] = magnitude > highest[n + i] ? magnitude : highest[n + i];
    }
  }
}

/* Raises the peak of each frame to the points beside it; the highest of those. */
AL_VECTOR_CLONES static double
raise_to_points(const double *points, double *peaks)
{
  double highest[LANES] = {0};

  for (gsize n = 0; n < BLOCK; n += LANES)
    for (gsize i = 0; i < LANES; i++) {
      double before = points[n + i], behind = points[n + i + 1];
      double higher = before > behind ? before : behind;

      highest[i] = higher > highest[i] ? higher : highest[i];
      peaks[n + i] = higher > peaks[n + i] ? higher : peaks[n + i];
    }
  return al_vector_highest(highest, LANES);
}

/* The highest frame of the block and LANES on each side, which is more than the points reach to. */
AL_VECTOR_CLONES static double
highest_frame(const double *samples)
{
  const double *first = samples - LANES;
  double highest[LANES] = {0};

  for (gsize n = 0; n < LANES + BLOCK + LANES; n += LANES)
    for (gsize i = 0; i < LANES; i++) {
      double magnitude = fabs(first[n + i]);

      highest[i] = magnitude > highest[i] ? magnitude : highest[i];
    }
  return al_vector_highest(highest, LANES);
}

gboolean
al_short_interpolation_peaks(const double *samples, int factor, double threshold, double *peaks)
{
  const Phases *phases = phases_of(factor);
  double points[POINTS] = {0}; /* points[n]: between frame n-1 and frame n */

  if (factor == 1 || highest_frame(samples) * NORM <= threshold)
    return FALSE;
  for (int phase = 0; phase < factor - 1; phase++)
    raise_points(phases->taps[phase], phases->count[phase], samples - 1, points);
  return raise_to_points(points, peaks) > threshold;
}
