/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/interpolation.h"

#include <math.h>
#include <string.h>

#include "album/measure/interpolation_grid.h"
#include "album/vector.h"

#define BLOCK AL_INTERPOLATION_BLOCK
#define REACH AL_INTERPOLATION_REACH

#define HALF_EDGE AL_INTERPOLATION_HALF_EDGE
#define HALF_FRAMES AL_INTERPOLATION_HALF_FRAMES
#define GRID_EDGE AL_INTERPOLATION_GRID_EDGE
#define GRID_POINTS AL_INTERPOLATION_GRID_POINTS

#define FINE_TAPS 8
#define FINE_STEPS 4 /* parts into which the fine grid divides a quarter */

/* The points of the grid at which a maximum can count: from the frame before the block to the one
 * behind it, and some to fill a word. */
#define FIRST_MARK (4 * (GRID_EDGE - 1))
#define MARKS (4 * (BLOCK + 2))

/* As AL_INTERPOLATION_NORM, for the fine filter alone (1.463), and for all behind the first filter
 * (1.876). */
#define FINE_NORM 1.48f
#define LATER_NORM 2.0f

/* A difference between the two filters that is not worth a second look, as a part of the threshold:
 * 0.00001 dB. */
#define SAME 1e-6f

/* How much of their difference filters that lie between the two may read above both. */
#define DOUBT 0.25f

/* Values side by side. */
#define LANES 32

G_STATIC_ASSERT(HALF_FRAMES % LANES == 0 && GRID_POINTS % LANES == 0);
G_STATIC_ASSERT(FIRST_MARK + MARKS < GRID_POINTS - FINE_TAPS / 2 && MARKS % sizeof(guint64) == 0);

/* Tap by tap, and in each for all steps; step 0 is for the points that are there. */
typedef struct {
  float taps[FINE_TAPS][FINE_STEPS];
} Fine;

static void
design_fine(Fine *fine)
{
  fine->taps[FINE_TAPS / 2 - 1][0] = 1;
  for (int step = 1; step < FINE_STEPS; step++) {
    double taps[FINE_TAPS], sum = 0;

    for (int k = 0; k < FINE_TAPS; k++) {
      double distance = (double)step / FINE_STEPS - (k - (FINE_TAPS / 2 - 1));

      taps[k] = al_windowed_sinc(distance, FINE_TAPS / 2.0, 9.0);
      sum += taps[k];
    }
    for (int k = 0; k < FINE_TAPS; k++)
      fine->taps[k][step] = (float)(taps[k] / sum);
  }
}

static const Fine *
fine_filter(void)
{
  static Fine designed;
  static gsize ready = 0;

  if (g_once_init_enter(&ready)) {
    design_fine(&designed);
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

/* fine[i]: the value i / FINE_STEPS of a quarter behind the point of the grid before `point`, up to
 * just before the point behind it. */
static inline void
interpolate_fine(const float *point, double *fine)
{
  const Fine *filter = fine_filter();

  memset(fine, 0, 2 * FINE_STEPS * sizeof *fine);
  for (int k = 0; k < FINE_TAPS; k++) {
    double before = point[k - FINE_TAPS / 2], behind = point[k - FINE_TAPS / 2 + 1];

    for (int step = 0; step < FINE_STEPS; step++) {
      fine[step] += (double)filter->taps[k][step] * before;
      fine[FINE_STEPS + step] += (double)filter->taps[k][step] * behind;
    }
  }
}

/* The height of the maximum of the signal at a maximum of the grid, and where it is: in quarters of
 * a frame from that point. */
static inline double
find_vertex(const float *point, double *offset)
{
  double fine[2 * FINE_STEPS + 1]; /* from the point before to the point behind */
  double bend, slope, sign = point[0] < 0 ? -1 : 1;
  int top = FINE_STEPS;

  interpolate_fine(point, fine);
  fine[2 * FINE_STEPS] = point[1];
  for (int i = 0; i <= 2 * FINE_STEPS; i++)
    fine[i] *= sign;
  for (int i = 1; i < 2 * FINE_STEPS; i++)
    if (fine[i] > fine[top])
      top = i;
  *offset = (double)(top - FINE_STEPS) / FINE_STEPS;
  slope = (fine[top + 1] - fine[top - 1]) / 2;
  bend = 2 * fine[top] - fine[top - 1] - fine[top + 1];
  return bend > 0 ? fine[top] + slope * slope / (2 * bend) : fine[top];
}

/* Enters the peak at a point of the grid with the frames on both its sides. */
static inline void
enter_peak(const float *grid, gsize index, double *peaks)
{
  double offset, height = find_vertex(grid + index, &offset);
  double frame = ((double)index + offset) / 4 - GRID_EDGE;
  int before = (int)floor(frame), behind = (int)ceil(frame);

  if (before >= 0 && before < BLOCK)
    peaks[before] = MAX(peaks[before], height);
  if (behind >= 0 && behind < BLOCK)
    peaks[behind] = MAX(peaks[behind], height);
}

/* Marks the maxima of the grid that are above `lowest`, from FIRST_MARK on. */
AL_VECTOR_CLONES static void
mark_maxima(const float *grid, float lowest, guint8 *marks)
{
  const float *before = grid + FIRST_MARK - 1, *at = grid + FIRST_MARK, *behind = at + 1;

  for (gsize i = 0; i < MARKS; i++) {
    float height = fabsf(at[i]);

    marks[i] = (height > lowest) & (height >= fabsf(before[i])) & (height >= fabsf(behind[i]));
  }
}

AL_VECTOR_CLONES static void
enter_maxima(const float *grid, float lowest, double *peaks)
{
  guint8 marks[MARKS];

  mark_maxima(grid, lowest, marks);
  for (gsize group = 0; group < MARKS; group += sizeof(guint64)) {
    guint64 any;

    memcpy(&any, marks + group, sizeof any);
    for (gsize i = group; any != 0 && i < group + sizeof any; i++)
      if (marks[i])
        enter_peak(grid, FIRST_MARK + i, peaks);
  }
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
  al_interpolation_grid(samples, half, grid);
  if (highest_magnitude(grid, GRID_POINTS) <= lowest)
    return FALSE;
  enter_maxima(grid, lowest, peaks);
  return TRUE;
}

/* As raise_peaks(), by the short filter. */
static gboolean
raise_normally(const float *block, float threshold, double *peaks)
{
  float half[HALF_FRAMES];

  al_interpolation_half(block, half);
  return raise_peaks(block, half, threshold, peaks);
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
raise_strictly(const float *block, float threshold, double *peaks)
{
  float half[HALF_FRAMES], long_half[HALF_FRAMES], difference, doubt;
  gboolean above;

  al_interpolation_half_twice(block, half, long_half);
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
  float near[REACH + BLOCK + REACH];
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
  above = kind == AL_INTERPOLATION_STRICT ? raise_strictly(block, (float)threshold, found)
                                          : raise_normally(block, (float)threshold, found);
  if (above)
    memcpy(peaks, found, sizeof found);
  return above;
}

/* Raises each of `heights` to that of the parabola through a point of a grid and its neighbours,
 * where it is the highest of the three; else to its magnitude. */
AL_VECTOR_CLONES static void
raise_heights(const float *grid, float *heights)
{
  const float *points_before = grid - 1, *points_behind = grid + 1;

  for (gsize i = 0; i < 4 * BLOCK; i++) {
    float sign = grid[i] < 0 ? -1 : 1, top = sign * grid[i];
    float before = sign * points_before[i], behind = sign * points_behind[i];
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

  al_interpolation_grid(samples, half, grid);
  raise_heights(grid + 4 * GRID_EDGE, heights);
}

void
al_interpolation_envelope(const double *samples, float *envelope)
{
  float near[REACH + BLOCK + REACH], half[HALF_FRAMES], long_half[HALF_FRAMES];
  float heights[4 * BLOCK] = {0}, doubt;
  const float *block = near + REACH;

  for (gsize n = 0; n < G_N_ELEMENTS(near); n++)
    near[n] = (float)(samples - REACH)[n];
  al_interpolation_half_twice(block, half, long_half);
  raise_envelope(block, half, heights);
  raise_envelope(block, long_half, heights);
  doubt = DOUBT * find_difference(half, long_half);
  for (gsize n = 0; n < BLOCK; n++) {
    const float *points = heights + 4 * n;

    envelope[n] = doubt + MAX(MAX(points[0], points[1]), MAX(points[2], points[3]));
  }
}
