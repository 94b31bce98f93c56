/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/interpolation.h"

#include <math.h>
#include <string.h>

#include "album/vector.h"

#define BLOCK AL_INTERPOLATION_BLOCK
#define REACH AL_INTERPOLATION_REACH

#define HALF_PAIRS 48   /* taps on each side of a point of the half grid */
#define QUARTER_PAIRS 8 /* and of the quarter grid, on the half grid */
#define FINE_TAPS 8
#define FINE_STEPS 4 /* parts into which the fine grid divides a quarter */

/* Frames around the block for which the grids are needed: the maxima of the frames beside the block
 * count for its first and last frame, and the fine filter reaches two frames. */
#define HALF_EDGE 16
#define QUARTER_EDGE 4
#define HALF_FRAMES (BLOCK + 2 * HALF_EDGE)
#define QUARTER_FRAMES (BLOCK + 2 * QUARTER_EDGE)
#define GRID_POINTS (4 * QUARTER_FRAMES)

/* As AL_INTERPOLATION_NORM, for the fine filter alone with the parabola. */
#define FINE_NORM 1.25

#define LANES 8 /* outputs worked out side by side */

G_STATIC_ASSERT(HALF_FRAMES % LANES == 0 && QUARTER_FRAMES % LANES == 0);
G_STATIC_ASSERT(HALF_EDGE + HALF_PAIRS <= REACH);
G_STATIC_ASSERT(QUARTER_EDGE + QUARTER_PAIRS / 2 < HALF_EDGE);

typedef struct {
  double half[HALF_PAIRS];
  double quarter[QUARTER_PAIRS];
  double fine[FINE_STEPS][FINE_TAPS]; /* [0] is not used: those points are there */
} Filters;

static double
bessel_i0(double x)
{
  double sum = 1, term = 1;

  for (int k = 1; term > 1e-18 * sum; k++) {
    term *= (x / (2 * k)) * (x / (2 * k));
    sum += term;
  }
  return sum;
}

/* A sinc, `distance` samples from its middle, in a Kaiser window that ends at `end`. */
static double
windowed_sinc(double distance, double end, double beta)
{
  double ratio = distance / end;

  if (fabs(ratio) >= 1)
    return 0;
  return sin(G_PI * distance) / (G_PI * distance) * bessel_i0(beta * sqrt(1 - ratio * ratio)) /
         bessel_i0(beta);
}

/* The taps of a point halfway between two samples, from the nearest outwards; both sides together
 * pass DC as it is. */
static void
design_half(double *taps, gsize pairs, double beta)
{
  double sum = 0;

  for (gsize k = 0; k < pairs; k++) {
    taps[k] = windowed_sinc((double)k + 0.5, (double)pairs, beta);
    sum += 2 * taps[k];
  }
  for (gsize k = 0; k < pairs; k++)
    taps[k] /= sum;
}

static void
design_fine(double fine[FINE_STEPS][FINE_TAPS])
{
  for (int step = 1; step < FINE_STEPS; step++) {
    double sum = 0;

    for (int k = 0; k < FINE_TAPS; k++) {
      double distance = (double)step / FINE_STEPS - (k - (FINE_TAPS / 2 - 1));

      fine[step][k] = windowed_sinc(distance, FINE_TAPS / 2.0, 9.0);
      sum += fine[step][k];
    }
    for (int k = 0; k < FINE_TAPS; k++)
      fine[step][k] /= sum;
  }
}

static const Filters *
filters(void)
{
  static Filters designed;
  static gsize ready = 0;

  if (g_once_init_enter(&ready)) {
    design_half(designed.half, HALF_PAIRS, 7.0);
    design_half(designed.quarter, QUARTER_PAIRS, 10.0);
    design_fine(designed.fine);
    g_once_init_leave(&ready, 1);
  }
  return &designed;
}

AL_VECTOR_CLONES static double
block_maximum(const double *values, gsize count)
{
  double highest[LANES] = {0};
  double result = 0;

  for (gsize n = 0; n < count; n += LANES)
    for (gsize i = 0; i < LANES; i++) {
      double magnitude = fabs(values[n + i]);

      highest[i] = magnitude > highest[i] ? magnitude : highest[i];
    }
  for (gsize i = 0; i < LANES; i++)
    result = MAX(result, highest[i]);
  return result;
}

/* out[n]: the value halfway between samples[n] and samples[n + 1]. */
AL_VECTOR_CLONES static void
interpolate_half(const double *taps, const double *samples, double *out)
{
  for (gsize n = 0; n < HALF_FRAMES; n += LANES) {
    const double *before = samples + n, *behind = samples + n + 1;
    double sum[LANES] = {0};

    for (gsize k = 0; k < HALF_PAIRS; k++) {
      for (gsize i = 0; i < LANES; i++)
        sum[i] += taps[k] * (before[i] + behind[i]);
      before--;
      behind++;
    }
    memcpy(out + n, sum, sizeof sum);
  }
}

/* out[n]: the value halfway between first[n] and second[n], where the two take turns on a grid:
 * first[n], second[n], first[n + 1], second[n + 1], ... */
AL_VECTOR_CLONES static void
interpolate_quarter(const double *taps, const double *first, const double *second, double *out)
{
  for (gsize n = 0; n < QUARTER_FRAMES; n += LANES) {
    double sum[LANES] = {0};

    for (gsize k = 0; k < QUARTER_PAIRS / 2; k++) {
      const double *near_first = first + n - k, *near_second = second + n + k;
      const double *far_second = second + n - k - 1, *far_first = first + n + k + 1;

      for (gsize i = 0; i < LANES; i++)
        sum[i] += taps[2 * k] * (near_first[i] + near_second[i]) +
                  taps[2 * k + 1] * (far_second[i] + far_first[i]);
    }
    memcpy(out + n, sum, sizeof sum);
  }
}

/* The grid of quarters of a frame around the block; grid[4 * QUARTER_EDGE] is its first frame. */
static void
make_grid(const double *samples, double *grid)
{
  const Filters *filter = filters();
  double half[HALF_FRAMES], first[QUARTER_FRAMES], third[QUARTER_FRAMES];
  const double *x = samples - QUARTER_EDGE;
  const double *h = half + HALF_EDGE - QUARTER_EDGE;

  interpolate_half(filter->half, samples - HALF_EDGE, half);
  interpolate_quarter(filter->quarter, x, h, first);
  interpolate_quarter(filter->quarter, h, x + 1, third);
  for (gsize n = 0; n < QUARTER_FRAMES; n++) {
    grid[4 * n] = x[n];
    grid[4 * n + 1] = first[n];
    grid[4 * n + 2] = h[n];
    grid[4 * n + 3] = third[n];
  }
}

/* The value `step` / FINE_STEPS of a quarter behind the point of the grid. */
static double
interpolate_fine(const double *point, int step)
{
  const double *taps = filters()->fine[step];
  double sum = 0;

  if (step == 0)
    return point[0];
  for (int k = 0; k < FINE_TAPS; k++)
    sum += taps[k] * point[k - (FINE_TAPS / 2 - 1)];
  return sum;
}

/* The height of the maximum of the signal at a maximum of the grid, and where it is: in quarters of
 * a frame from that point. */
static double
find_vertex(const double *point, double *offset)
{
  double fine[2 * FINE_STEPS + 1]; /* from the point before to the point behind */
  double bend, slope, sign = point[0] < 0 ? -1 : 1;
  int top = FINE_STEPS;

  for (int i = 0; i < FINE_STEPS; i++) {
    fine[i] = sign * interpolate_fine(point - 1, i);
    fine[FINE_STEPS + i] = sign * interpolate_fine(point, i);
  }
  fine[2 * FINE_STEPS] = sign * point[1];
  for (int i = 1; i < 2 * FINE_STEPS; i++)
    if (fine[i] > fine[top])
      top = i;
  *offset = (double)(top - FINE_STEPS) / FINE_STEPS;
  slope = (fine[top + 1] - fine[top - 1]) / 2;
  bend = 2 * fine[top] - fine[top - 1] - fine[top + 1];
  return bend > 0 ? fine[top] + slope * slope / (2 * bend) : fine[top];
}

/* Enters the peak at a point of the grid with the frames on both its sides. */
static void
enter_peak(const double *grid, gsize index, double *peaks)
{
  double offset, height = find_vertex(grid + index, &offset);
  double frame = ((double)index + offset) / 4 - QUARTER_EDGE;
  int before = (int)floor(frame), behind = (int)ceil(frame);

  if (before >= 0 && before < BLOCK)
    peaks[before] = MAX(peaks[before], height);
  if (behind >= 0 && behind < BLOCK)
    peaks[behind] = MAX(peaks[behind], height);
}

gboolean
al_interpolation_may_exceed(const double *samples, double threshold)
{
  return block_maximum(samples - REACH, BLOCK + 2 * REACH) * AL_INTERPOLATION_NORM > threshold;
}

gboolean
al_interpolation_peaks(const double *samples, double threshold, double *peaks)
{
  double grid[GRID_POINTS], lowest = threshold / FINE_NORM;

  if (!al_interpolation_may_exceed(samples, threshold))
    return FALSE;
  make_grid(samples, grid);
  if (block_maximum(grid, GRID_POINTS) <= lowest)
    return FALSE;

  for (gsize n = 0; n < BLOCK; n++)
    peaks[n] = fabs(samples[n]);
  for (gsize i = 4 * (QUARTER_EDGE - 1); i <= 4 * (QUARTER_EDGE + BLOCK); i++) {
    double height = fabs(grid[i]);

    if (height > lowest && height >= fabs(grid[i - 1]) && height >= fabs(grid[i + 1]))
      enter_peak(grid, i, peaks);
  }
  return TRUE;
}
