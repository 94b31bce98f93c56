/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_smooth.h"

#define N AL_TONE_BANDS
#define REACH 2 /* of the matrix to each side of its diagonal */

/* So that a band of no weight is drawn from its neighbours and not from nowhere. */
#define LEAST_WEIGHT 1e-9

/* W + lambda D'D, with D the second differences; only the lower half is filled. */
static void
fill(double matrix[N][N], const double weight[N], double lambda)
{
  static const double difference[] = {1, -2, 1};

  for (guint i = 0; i < N; i++)
    matrix[i][i] += MAX(weight[i], LEAST_WEIGHT);
  for (guint row = 0; row + REACH < N; row++)
    for (guint i = 0; i <= REACH; i++)
      for (guint k = 0; k <= i; k++)
        matrix[row + i][row + k] += lambda * difference[i] * difference[k];
}

/* Cholesky's factor in place of the matrix, which is zero beyond REACH. */
static void
factor(double matrix[N][N])
{
  for (guint i = 0; i < N; i++) {
    for (guint k = i > REACH ? i - REACH : 0; k <= i; k++) {
      double sum = matrix[i][k];

      for (guint m = i > REACH ? i - REACH : 0; m < k; m++)
        sum -= matrix[i][m] * matrix[k][m];
      matrix[i][k] = i == k ? sqrt(sum) : sum / matrix[k][k];
    }
  }
}

static void
solve(double matrix[N][N], double x[N])
{
  for (guint i = 0; i < N; i++) {
    for (guint k = i > REACH ? i - REACH : 0; k < i; k++)
      x[i] -= matrix[i][k] * x[k];
    x[i] /= matrix[i][i];
  }
  for (guint i = N; i-- > 0;) {
    for (guint k = i + 1; k < N && k <= i + REACH; k++)
      x[i] -= matrix[k][i] * x[k];
    x[i] /= matrix[i][i];
  }
}

void
al_tone_smooth(double curve[AL_TONE_BANDS], const double weight[AL_TONE_BANDS],
               double detail_octaves)
{
  double matrix[N][N] = {{0}};
  double half_wave = 2 * sin(G_PI_2 * MIN(AL_TONE_BAND_OCTAVES / detail_octaves, 1));

  fill(matrix, weight, 1 / pow(half_wave, 4));
  factor(matrix);
  for (guint i = 0; i < N; i++)
    curve[i] *= weight[i];
  solve(matrix, curve);
}
