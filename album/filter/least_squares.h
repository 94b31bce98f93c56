/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LEAST_SQUARES_H
#define AL_LEAST_SQUARES_H

/* Fits a few parameters so that the sum of squares of many residuals becomes small: Levenberg's and
 * Marquardt's method (SIAM J. Appl. Math. 11(2), 1963), with derivatives by differences. Nothing in
 * it is random, so the same problem always has the same answer. */

#include <glib.h>

#define AL_LEAST_SQUARES_MAX_PARAMETERS 4

typedef struct {
  /* How far off the parameters are at point i, in any unit, with its weight. */
  double (*residual)(const double *parameters, gsize i, gconstpointer data);
  gconstpointer data;
  gsize points;
  guint parameters; /* up to AL_LEAST_SQUARES_MAX_PARAMETERS, each of a size about 1 */
} AlLeastSquares;

/* Improves `parameters` from where they are and returns the sum of squares that is left. It goes
 * down into the valley that it begins in, which need not be the lowest. */
double al_least_squares_fit(const AlLeastSquares *problem, double *parameters);

#endif
