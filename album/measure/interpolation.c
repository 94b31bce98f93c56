/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/interpolation.h"

#include <math.h>
#include <string.h>

#include "album/vector.h"

#define BLOCK AL_INTERPOLATION_BLOCK
#define REACH AL_INTERPOLATION_REACH

#define SHORT_PAIRS 32  /* taps on each side of a point of the half grid */
#define LONG_PAIRS 96   /* the same, of the long filter */
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

/* As AL_INTERPOLATION_NORM, for the fine filter alone (1.463), and for all behind the first filter
 * (1.876). */
#define FINE_NORM 1.48f
#define LATER_NORM 2.0f

/* A difference between the two filters that is not worth a second look, as a part of the threshold:
 * 0.00001 dB. */
#define SAME 1e-6f

/* How much of their difference filters that lie between the two may read above both. */
#define DOUBT 0.25f

/* Outputs worked out side by side. */
#define LANES 32
#define QUARTER_LANES 8

G_STATIC_ASSERT(HALF_FRAMES % LANES == 0 && QUARTER_FRAMES % QUARTER_LANES == 0);
G_STATIC_ASSERT(HALF_EDGE + LONG_PAIRS <= REACH && GRID_POINTS % LANES == 0);
G_STATIC_ASSERT(QUARTER_EDGE + QUARTER_PAIRS / 2 < HALF_EDGE);

typedef struct {
  float half[SHORT_PAIRS];
  float long_half[LONG_PAIRS];
  float quarter[QUARTER_PAIRS];
  float fine[FINE_STEPS][FINE_TAPS]; /* [0] is not used: those points are there */
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
design_half(float *taps, gsize pairs, double beta)
{
  double sum = 0;

  for (gsize k = 0; k < pairs; k++)
    sum += 2 * windowed_sinc((double)k + 0.5, (double)pairs, beta);
  for (gsize k = 0; k < pairs; k++)
    taps[k] = (float)(windowed_sinc((double)k + 0.5, (double)pairs, beta) / sum);
}

static void
design_fine(float fine[FINE_STEPS][FINE_TAPS])
{
  for (int step = 1; step < FINE_STEPS; step++) {
    double taps[FINE_TAPS], sum = 0;

    for (int k = 0; k < FINE_TAPS; k++) {
      double distance = (double)step / FINE_STEPS - (k - (FINE_TAPS / 2 - 1));

      taps[k] = windowed_sinc(distance, FINE_TAPS / 2.0, 9.0);
      sum += taps[k];
    }
    for (int k = 0; k < FINE_TAPS; k++)
      fine[step][k] = (float)(taps[k] / sum);
  }
}

static const Filters *
filters(void)
{
  static Filters designed;
  static gsize ready = 0;

  if (g_once_init_enter(&ready)) {
    design_half(designed.half, SHORT_PAIRS, 6.5);
    design_half(designed.long_half, LONG_PAIRS, 7.0);
    design_half(designed.quarter, QUARTER_PAIRS, 10.0);
    design_fine(designed.fine);
    g_once_init_leave(&ready, 1);
  }
  return &designed;
}

/* `count`: a multiple of LANES, not 0. */
AL_VECTOR_CLONES static float
highest_magnitude(const float *values, gsize count)
{
  float highest[LANES];

  for (gsize i = 0; i < LANES; i++)
    highest[i] = fabsf(values[i]);
  for (gsize n = LANES; n < count; n += LANES)
    for (gsize i = 0; i < LANES; i++) {
      float magnitude = fabsf(values[n + i]);

      highest[i] = magnitude > highest[i] ? magnitude : highest[i];
    }
  for (gsize half = LANES / 2; half > 0; half /= 2)
    for (gsize i = 0; i < half; i++)
      highest[i] = highest[i + half] > highest[i] ? highest[i + half] : highest[i];
  return highest[0];
}

/* out[n]: the value halfway between samples[n] and samples[n + 1]. */
AL_VECTOR_CLONES static void
interpolate_half(const float *taps, gsize pairs, const float *samples, float *out)
{
  for (gsize n = 0; n < HALF_FRAMES; n += LANES) {
    const float *before = samples + n, *behind = samples + n + 1;
    float sum[LANES];

    for (gsize i = 0; i < LANES; i++)
      sum[i] = taps[0] * (before[i] + behind[i]);
    for (gsize k = 1; k < pairs; k++) {
      before--;
      behind++;
      for (gsize i = 0; i < LANES; i++)
        sum[i] += taps[k] * (before[i] + behind[i]);
    }
    memcpy(out + n, sum, sizeof sum);
  }
}

/* out[n]: the value halfway between first[n] and second[n], where the two take turns on a grid:
 * first[n], second[n], first[n + 1], second[n + 1], ... */
AL_VECTOR_CLONES static void
interpolate_quarter(const float *taps, const float *first, const float *second, float *out)
{
  for (gsize n = 0; n < QUARTER_FRAMES; n += QUARTER_LANES) {
    float sum[QUARTER_LANES] = {0};

    for (gsize k = 0; k < QUARTER_PAIRS / 2; k++) {
      const float *near_first = first + n - k, *near_second = second + n + k;
      const float *far_second = second + n - k - 1, *far_first = first + n + k + 1;

      for (gsize i = 0; i < QUARTER_LANES; i++)
        sum[i] += taps[2 * k] * (near_first[i] + near_second[i]) +
                  taps[2 * k + 1] * (far_second[i] + far_first[i]);
    }
    memcpy(out + n, sum, sizeof sum);
  }
}

/* The grid of quarters of a frame around the block; grid[4 * QUARTER_EDGE] is its first frame.
 * `half` begins HALF_EDGE before the block. */
static void
make_grid(const float *samples, const float *half, float *grid)
{
  const float *taps = filters()->quarter;
  float first[QUARTER_FRAMES], third[QUARTER_FRAMES];
  const float *x = samples - QUARTER_EDGE;
  const float *h = half + HALF_EDGE - QUARTER_EDGE;

  interpolate_quarter(taps, x, h, first);
  interpolate_quarter(taps, h, x + 1, third);
  for (gsize n = 0; n < QUARTER_FRAMES; n++) {
    grid[4 * n] = x[n];
    grid[4 * n + 1] = first[n];
    grid[4 * n + 2] = h[n];
    grid[4 * n + 3] = third[n];
  }
}

/* The value `step` / FINE_STEPS of a quarter behind the point of the grid. */
static double
interpolate_fine(const float *point, int step)
{
  const float *taps = filters()->fine[step];
  double sum = 0;

  if (step == 0)
    return point[0];
  for (int k = 0; k < FINE_TAPS; k++)
    sum += (double)taps[k] * point[k - (FINE_TAPS / 2 - 1)];
  return sum;
}

/* The height of the maximum of the signal at a maximum of the grid, and where it is: in quarters of
 * a frame from that point. */
static double
find_vertex(const float *point, double *offset)
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
enter_peak(const float *grid, gsize index, double *peaks)
{
  double offset, height = find_vertex(grid + index, &offset);
  double frame = ((double)index + offset) / 4 - QUARTER_EDGE;
  int before = (int)floor(frame), behind = (int)ceil(frame);

  if (before >= 0 && before < BLOCK)
    peaks[before] = MAX(peaks[before], height);
  if (behind >= 0 && behind < BLOCK)
    peaks[behind] = MAX(peaks[behind], height);
}

/* Raises `peaks` to what lies between the samples, by one of the two filters. FALSE if nothing can
 * be above the threshold. */
static gboolean
raise_peaks(const float *samples, const float *half, float threshold, double *peaks)
{
  float grid[GRID_POINTS], lowest = threshold / FINE_NORM;

  if (highest_magnitude(half, HALF_FRAMES) * LATER_NORM <= threshold &&
      highest_magnitude(samples - HALF_EDGE, HALF_FRAMES) * LATER_NORM <= threshold)
    return FALSE;
  make_grid(samples, half, grid);
  if (highest_magnitude(grid, GRID_POINTS) <= lowest)
    return FALSE;
  for (gsize i = 4 * (QUARTER_EDGE - 1); i <= 4 * (QUARTER_EDGE + BLOCK); i++) {
    float height = fabsf(grid[i]);

    if (height > lowest && height >= fabsf(grid[i - 1]) && height >= fabsf(grid[i + 1]))
      enter_peak(grid, i, peaks);
  }
  return TRUE;
}

/* The most by which two filters see a point differently. */
static float
find_difference(const float *half, const float *long_half)
{
  float difference[HALF_FRAMES];

  for (gsize n = 0; n < HALF_FRAMES; n++)
    difference[n] = long_half[n] - half[n];
  return highest_magnitude(difference, HALF_FRAMES);
}

/* The peaks that any filter between the two would find, raised by the doubt. */
static gboolean
raise_strictly(const float *block, const float *half, float threshold, double *peaks)
{
  float long_half[HALF_FRAMES], difference, doubt;
  gboolean above;

  interpolate_half(filters()->long_half, LONG_PAIRS, block - HALF_EDGE, long_half);
  difference = find_difference(half, long_half);
  if (difference < threshold * SAME)
    return raise_peaks(block, half, threshold, peaks);
  doubt = DOUBT * difference;
  above = raise_peaks(block, half, threshold - doubt, peaks);
  above |= raise_peaks(block, long_half, threshold - doubt, peaks);
  for (gsize n = 0; n < BLOCK; n++)
    peaks[n] += doubt;
  return above;
}

gboolean
al_interpolation_peaks(const double *samples, AlInterpolation kind, double threshold, double *peaks)
{
  float near[REACH + BLOCK + REACH], half[HALF_FRAMES];
  gsize reach = kind == AL_INTERPOLATION_STRICT ? REACH : REACH / 2;
  double norm =
      kind == AL_INTERPOLATION_STRICT ? AL_INTERPOLATION_STRICT_NORM : AL_INTERPOLATION_NORM;
  const float *block = near + reach;
  double found[BLOCK];
  gboolean above;

  for (gsize n = 0; n < BLOCK + 2 * reach; n++)
    near[n] = (float)(samples - reach)[n];
  if (highest_magnitude(near, BLOCK + 2 * reach) * norm <= threshold)
    return FALSE;

  for (gsize n = 0; n < BLOCK; n++)
    found[n] = fabs(samples[n]);
  interpolate_half(filters()->half, SHORT_PAIRS, block - HALF_EDGE, half);
  above = kind == AL_INTERPOLATION_STRICT ? raise_strictly(block, half, (float)threshold, found)
                                          : raise_peaks(block, half, (float)threshold, found);
  if (above)
    memcpy(peaks, found, sizeof found);
  return above;
}

/* Raises each of `heights` to that of the parabola through a point of a grid and its neighbours,
 * where it is the highest of the three; else to its magnitude. */
AL_VECTOR_CLONES static void
raise_heights(const float *grid, float *heights)
{
  for (gsize i = 0; i < 4 * BLOCK; i++) {
    float sign = grid[i] < 0 ? -1 : 1, top = sign * grid[i];
    float before = sign * grid[i - 1], behind = sign * grid[i + 1];
    float slope = behind - before, bend = 2 * top - before - behind;
    float higher = slope * slope / (8 * (bend > 0 ? bend : 1));
    float height = top >= before && top >= behind ? top + higher : top;

    heights[i] = height > heights[i] ? height : heights[i];
  }
}

static void
raise_envelope(const float *samples, const float *half, float *heights)
{
  float grid[GRID_POINTS];

  make_grid(samples, half, grid);
  raise_heights(grid + 4 * QUARTER_EDGE, heights);
}

void
al_interpolation_envelope(const double *samples, float *envelope)
{
  float near[REACH + BLOCK + REACH], half[HALF_FRAMES], long_half[HALF_FRAMES];
  float heights[4 * BLOCK] = {0}, doubt;
  const float *block = near + REACH;

  for (gsize n = 0; n < G_N_ELEMENTS(near); n++)
    near[n] = (float)(samples - REACH)[n];
  interpolate_half(filters()->half, SHORT_PAIRS, block - HALF_EDGE, half);
  interpolate_half(filters()->long_half, LONG_PAIRS, block - HALF_EDGE, long_half);
  raise_envelope(block, half, heights);
  raise_envelope(block, long_half, heights);
  doubt = DOUBT * find_difference(half, long_half);
  for (gsize n = 0; n < BLOCK; n++) {
    const float *points = heights + 4 * n;

    envelope[n] = doubt + MAX(MAX(points[0], points[1]), MAX(points[2], points[3]));
  }
}
