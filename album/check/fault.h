/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FAULT_H
#define AL_FAULT_H

/* What a check found in a mix: a figure, and the spots where it was found. */

#include <glib.h>

/* Channels as bits. */
#define AL_FAULT_LEFT 1u
#define AL_FAULT_RIGHT 2u
#define AL_FAULT_BOTH 3u

typedef struct {
  gint64 first_frame; /* from the first frame that was fed */
  gint64 frames;
  guint channels;
} AlFault;

/* Spots that are kept in one list; what comes after is counted. */
#define AL_FAULTS_KEPT 1000

typedef struct {
  GArray *spots;    /* of AlFault, in the order in which they end */
  guint events;     /* how many were added: a spot can hold many */
  guint more_spots; /* spots behind the last that was kept */
  double figure;    /* what is compared with the limits, in the unit of the check; NAN: none */
} AlFaults;

void al_faults_init(AlFaults *faults);
void al_faults_clear(AlFaults *faults);

/* Makes `to`, which is initialised, a copy. */
void al_faults_copy(AlFaults *to, const AlFaults *from);

/* Adds an event. One that begins within `join_frames` behind the end of the last spot becomes part
 * of it, so that the crests of one clipped chord are one spot. */
void al_faults_add(AlFaults *faults, const AlFault *event, gint64 join_frames);

/* Takes away the spots that lie within `frames` of a spot of `other`: what is a fault already need
 * not be told twice. Each takes one event with it. */
void al_faults_remove_near(AlFaults *faults, const AlFaults *other, gint64 frames);

/* How many spots there are, kept or not. */
guint al_faults_spots(const AlFaults *faults);

const AlFault *al_faults_get(const AlFaults *faults, guint i);

/* "left", "right", "both channels". */
const char *al_fault_channels_name(guint channels);

#endif
