/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/least_squares.h"

#include <math.h>

/* y = 2 exp(-0.7 x) + 0.3 at x = 0, 0.1, ... */
static double
decay_residual(const double *p, gsize i, gconstpointer data)
{
  double x = 0.1 * (double)i;

  g_assert_null(data);
  return p[0] * exp(-p[1] * x) + p[2] - (2.0 * exp(-0.7 * x) + 0.3);
}

static void
test_finds_what_made_the_data(void)
{
  AlLeastSquares problem = {decay_residual, NULL, 50, 3};
  double p[3] = {1.0, 1.0, 0.0};

  g_assert_cmpfloat(al_least_squares_fit(&problem, p), <, 1e-12);
  g_assert_cmpfloat_with_epsilon(p[0], 2.0, 1e-4);
  g_assert_cmpfloat_with_epsilon(p[1], 0.7, 1e-4);
  g_assert_cmpfloat_with_epsilon(p[2], 0.3, 1e-4);
}

/* Rosenbrock's curved valley. */
static double
valley_residual(const double *p, gsize i, gconstpointer data)
{
  double curvature = *(const double *)data;

  return i == 0 ? curvature * (p[1] - p[0] * p[0]) : 1.0 - p[0];
}

static void
test_follows_a_valley(void)
{
  double curvature = 10.0;
  AlLeastSquares problem = {valley_residual, &curvature, 2, 2};
  double p[2] = {-1.2, 1.0};

  g_assert_cmpfloat(al_least_squares_fit(&problem, p), <, 1e-10);
  g_assert_cmpfloat_with_epsilon(p[0], 1.0, 1e-4);
  g_assert_cmpfloat_with_epsilon(p[1], 1.0, 1e-4);
}

/* The same residual for two parameters: any sum will do, and nothing breaks. */
static double
sum_residual(const double *p, gsize i, gconstpointer data)
{
  g_assert_null(data);
  return p[0] + p[1] - 5.0 + 0.0 * (double)i;
}

static void
test_parameters_that_cannot_be_told_apart(void)
{
  AlLeastSquares problem = {sum_residual, NULL, 10, 2};
  double p[2] = {0.0, 1.0};

  g_assert_cmpfloat(al_least_squares_fit(&problem, p), <, 1e-10);
  g_assert_cmpfloat_with_epsilon(p[0] + p[1], 5.0, 1e-5);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/least_squares/decay", test_finds_what_made_the_data);
  g_test_add_func("/least_squares/valley", test_follows_a_valley);
  g_test_add_func("/least_squares/not_apart", test_parameters_that_cannot_be_told_apart);
  return g_test_run();
}
