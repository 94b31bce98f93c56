/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ACTIVITY_H
#define AL_ACTIVITY_H

/* What a processor of dynamics did, as figures for the report. It counts as working where it turns
 * down by more than AL_ACTIVITY_WORKING_DB. */

#include <glib.h>

#define AL_ACTIVITY_WORKING_DB 0.1

typedef struct {
  double max_db;  /* the largest reduction */
  double mean_db; /* the mean over the time that it worked; 0 if it never did */
  double working; /* the share of the time that it worked, 0..1 */
} AlActivity;

/* Gathers it. */
typedef struct {
  double max_db;
  double sum_db;
  gint64 working_count;
  gint64 count;
} AlActivityMeter;

/* Adds `count` reductions in dB. Values of two channels count as values of their own. */
void al_activity_meter_add(AlActivityMeter *meter, const double *reductions_db, gsize count);

AlActivity al_activity_meter_get(const AlActivityMeter *meter);

#endif
