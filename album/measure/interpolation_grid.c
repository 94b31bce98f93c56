/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/interpolation_grid.h"

#include <math.h>
#include <string.h>

#include "album/vector.h"

#define BLOCK AL_INTERPOLATION_BLOCK
#define REACH AL_INTERPOLATION_REACH
#define HALF_EDGE AL_INTERPOLATION_HALF_EDGE
#define HALF_FRAMES AL_INTERPOLATION_HALF_FRAMES
#define QUARTER_EDGE AL_INTERPOLATION_GRID_EDGE
#define QUARTER_FRAMES (BLOCK + 2 * QUARTER_EDGE)

#define SHORT_PAIRS 32  /* taps on each side of a point of the half grid */
#define LONG_PAIRS 96   /* the same, of the long filter */
#define QUARTER_PAIRS 8 /* and of the quarter grid, on the half grid */

/* Outputs worked out side by side: as many as keep their sums in registers, where those are wide.
 */
#define HALF_LANES 80
#define QUARTER_LANES 72
#define QUARTER_ROW (2 * QUARTER_LANES) /* QUARTER_FRAMES and some to fill the lanes */

G_STATIC_ASSERT(HALF_FRAMES % HALF_LANES == 0 && QUARTER_ROW >= QUARTER_FRAMES);
G_STATIC_ASSERT(QUARTER_ROW + QUARTER_PAIRS / 2 - QUARTER_EDGE <= HALF_FRAMES - HALF_EDGE);
G_STATIC_ASSERT(HALF_EDGE + LONG_PAIRS <= REACH && SHORT_PAIRS < LONG_PAIRS);
G_STATIC_ASSERT(QUARTER_EDGE + QUARTER_PAIRS / 2 < HALF_EDGE);

typedef struct {
  float half[SHORT_PAIRS];
  float long_half[LONG_PAIRS];
  float quarter[QUARTER_PAIRS];
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

double
al_windowed_sinc(double distance, double end, double beta)
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
    sum += 2 * al_windowed_sinc((double)k + 0.5, (double)pairs, beta);
  for (gsize k = 0; k < pairs; k++)
    taps[k] = (float)(al_windowed_sinc((double)k + 0.5, (double)pairs, beta) / sum);
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
    g_once_init_leave(&ready, 1);
  }
  return &designed;
}

/* half[n]: the value halfway between samples[n] and samples[n + 1]. */
AL_VECTOR_CLONES static void
interpolate_half(const float *taps, const float *samples, float *half)
{
  for (gsize n = 0; n < HALF_FRAMES; n += HALF_LANES) {
    float sum[HALF_LANES] = {0};

    for (gsize k = 0; k < SHORT_PAIRS; k++) {
      const float *before = samples + n - k, *behind = samples + n + 1 + k;

      for (gsize i = 0; i < HALF_LANES; i++)
        sum[i] += taps[k] * (before[i] + behind[i]);
    }
    memcpy(half + n, sum, sizeof sum);
  }
}

/* The same by both filters, which share the sums of the samples around a point. */
AL_VECTOR_CLONES static void
interpolate_half_twice(const Filters *filters, const float *samples, float *half, float *long_half)
{
  for (gsize n = 0; n < HALF_FRAMES; n += HALF_LANES) {
    float sum[HALF_LANES] = {0}, long_sum[HALF_LANES] = {0};

    for (gsize k = 0; k < SHORT_PAIRS; k++) {
      const float *before = samples + n - k, *behind = samples + n + 1 + k;

      for (gsize i = 0; i < HALF_LANES; i++) {
        float both = before[i] + behind[i];

        sum[i] += filters->half[k] * both;
        long_sum[i] += filters->long_half[k] * both;
      }
    }
    memcpy(half + n, sum, sizeof sum);
    for (gsize k = SHORT_PAIRS; k < LONG_PAIRS; k++) {
      const float *before = samples + n - k, *behind = samples + n + 1 + k;

      for (gsize i = 0; i < HALF_LANES; i++)
        long_sum[i] += filters->long_half[k] * (before[i] + behind[i]);
    }
    memcpy(long_half + n, long_sum, sizeof long_sum);
  }
}

/* out[n]: the value halfway between first[n] and second[n], where the two take turns on a grid:
 * first[n], second[n], first[n + 1], second[n + 1], ... */
AL_VECTOR_CLONES static void
interpolate_quarter(const float *taps, const float *first, const float *second, float *out)
{
  for (gsize n = 0; n < QUARTER_ROW; n += QUARTER_LANES) {
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

void
al_interpolation_grid(const float *samples, const float *half, float *grid)
{
  const float *taps = filters()->quarter;
  float first[QUARTER_ROW], third[QUARTER_ROW];
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

void
al_interpolation_half(const float *samples, float *half)
{
  interpolate_half(filters()->half, samples - HALF_EDGE, half);
}

void
al_interpolation_half_twice(const float *samples, float *half, float *long_half)
{
  interpolate_half_twice(filters(), samples - HALF_EDGE, half, long_half);
}
