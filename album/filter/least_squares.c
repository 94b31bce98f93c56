/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/least_squares.h"

#include <math.h>
#include <string.h>

#define MOST AL_LEAST_SQUARES_MAX_PARAMETERS
#define ITERATIONS 40
#define DIFFERENCE 1e-6
#define LONGEST_STEP 0.5 /* of a parameter */

/* matrix x = right, the normal equations of a step. */
typedef struct {
  double matrix[MOST][MOST];
  double right[MOST];
} Equations;

static double
sum_of_squares(const AlLeastSquares *problem, const double *parameters)
{
  double sum = 0.0;

  for (gsize i = 0; i < problem->points; i++) {
    double residual = problem->residual(parameters, i, problem->data);

    sum += residual * residual;
  }
  return sum;
}

/* Adds point i to J^T J and -J^T r. */
static void
add_point(const AlLeastSquares *problem, const double *parameters, gsize i, Equations *equations)
{
  double here = problem->residual(parameters, i, problem->data);
  double slope[MOST];

  for (guint k = 0; k < problem->parameters; k++) {
    double moved[MOST];

    memcpy(moved, parameters, problem->parameters * sizeof *moved);
    moved[k] += DIFFERENCE;
    slope[k] = (problem->residual(moved, i, problem->data) - here) / DIFFERENCE;
  }
  for (guint k = 0; k < problem->parameters; k++) {
    equations->right[k] -= slope[k] * here;
    for (guint l = 0; l < problem->parameters; l++)
      equations->matrix[k][l] += slope[k] * slope[l];
  }
}

/* Solves by Cholesky's factors of the symmetric positive matrix; the answer replaces `right`. */
static void
solve(Equations *equations, guint count)
{
  double l[MOST][MOST] = {{0}};
  double *x = equations->right;

  for (guint i = 0; i < count; i++) {
    for (guint k = 0; k <= i; k++) {
      double sum = equations->matrix[i][k];

      for (guint m = 0; m < k; m++)
        sum -= l[i][m] * l[k][m];
      l[i][k] = i == k ? sqrt(fmax(sum, 1e-30)) : sum / l[k][k];
    }
    for (guint m = 0; m < i; m++)
      x[i] -= l[i][m] * x[m];
    x[i] /= l[i][i];
  }
  for (guint i = count; i-- > 0;) {
    for (guint m = i + 1; m < count; m++)
      x[i] -= l[m][i] * x[m];
    x[i] /= l[i][i];
  }
}

/* Where a step leads; the more damping, the shorter it is and the more down the slope. */
static void
take_step(const AlLeastSquares *problem, const Equations *equations, double damping,
          double *parameters)
{
  Equations damped = *equations;

  for (guint k = 0; k < problem->parameters; k++)
    damped.matrix[k][k] = damped.matrix[k][k] * (1.0 + damping) + 1e-9;
  solve(&damped, problem->parameters);
  for (guint k = 0; k < problem->parameters; k++)
    parameters[k] += CLAMP(damped.right[k], -LONGEST_STEP, LONGEST_STEP);
}

double
al_least_squares_fit(const AlLeastSquares *problem, double *parameters)
{
  double damping = 1e-3;
  double sum = sum_of_squares(problem, parameters);
  Equations equations;
  gboolean moved = TRUE;

  g_assert(problem->parameters <= MOST);
  for (int i = 0; i < ITERATIONS; i++) {
    double tried[MOST];
    double tried_sum;

    if (moved) {
      memset(&equations, 0, sizeof equations);
      for (gsize k = 0; k < problem->points; k++)
        add_point(problem, parameters, k, &equations);
    }
    memcpy(tried, parameters, problem->parameters * sizeof *tried);
    take_step(problem, &equations, damping, tried);
    tried_sum = sum_of_squares(problem, tried);
    moved = tried_sum < sum;
    damping = moved ? fmax(damping / 8.0, 1e-9) : damping * 8.0;
    if (!moved)
      continue;
    memcpy(parameters, tried, problem->parameters * sizeof *tried);
    if (sum - tried_sum < 1e-9 * sum)
      return tried_sum;
    sum = tried_sum;
  }
  return sum;
}
