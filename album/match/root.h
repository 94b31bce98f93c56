/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ROOT_H
#define AL_ROOT_H

/* Where a falling function of one variable is zero, with few evaluations: each of them limits and
 * measures a whole track. */

#include <glib.h>

/* The function's value at x; FALSE with an error where it cannot be had. */
typedef gboolean (*AlFalling)(double x, gpointer data, double *value, GError **error);

typedef struct {
  double x;
  double value; /* at x */
  guint evaluations;
} AlRoot;

/* Looks for an x at which |value| <= `tolerance`, from `guess` on. The function falls with a slope
 * between 0 and -1 (a limiter turns a decibel of gain into at most a decibel of loudness or of
 * reduction), and x stays within `least` and `most`. After `evaluations` tries at the most, the
 * best found is given. */
gboolean al_root_find(AlFalling function, gpointer data, double guess, double least, double most,
                      double tolerance, guint evaluations, AlRoot *root, GError **error);

#endif
