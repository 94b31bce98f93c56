/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GAIN_COMPUTER_H
#define AL_GAIN_COMPUTER_H

/* The static curve of a compressor: how many decibels a level is turned down once everything has
 * settled. Giannoulis, Massberg, Reiss: "Digital Dynamic Range Compressor Design", JAES 60(6) 2012,
 * equation 4:
 *
 *   out | .                      over = level - threshold
 *       |             ___---     reduction = 0                                over <= -knee/2
 *       |         .-'            reduction = (1 - 1/ratio)(over + knee/2)^2 / (2 knee)
 *       |       /                reduction = (1 - 1/ratio) over               over >= knee/2
 *       |     /                  and never more than the range
 *       +--------------- level */

#include <glib.h>

typedef struct {
  double threshold_db;
  double ratio;    /* >= 1; HUGE_VAL holds the level at the threshold */
  double knee_db;  /* >= 0: the width of the bend, half of it below the threshold */
  double range_db; /* > 0: the most that it turns down; HUGE_VAL for no bound */
} AlCurve;

/* Levels in dB become reductions in dB (>= 0), in place. */
void al_gain_computer_process(const AlCurve *curve, double *values, gsize count);

/* The same for one level. */
double al_gain_computer_reduction_db(const AlCurve *curve, double level_db);

/* TRUE if no level is turned down. */
gboolean al_gain_computer_is_idle(const AlCurve *curve);

#endif
