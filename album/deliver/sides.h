/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SIDES_H
#define AL_SIDES_H

/* Which tracks are on which side, and where each side lies in the program.
 *
 *   program  |.pause.|## 1 ##|..|## 2 ##|..gap..|## 3 ##|..|## 4 ##|
 *   Side A           |------------------|
 *   Side B                                      |------------------|
 *
 * A side begins with the audio of its first track and ends with that of its last; the gap between
 * two sides is turned over with the record. Where the project names no sides they are proposed: two
 * of them, or as many pairs as it takes for each to fit, so that the longest is as short as it can
 * be, and not between tracks that are joined. */

#include "album/deliver/records.h"
#include "album/sequence/timeline.h"

typedef struct {
  guint first, last;  /* tracks */
  gint64 first_frame; /* of the program, at the working rate */
  gint64 frames;
} AlSide;

/* GArray of AlSide. */
GArray *al_sides_new(const AlSideSettings *settings, const AlTimeline *timeline,
                     const AlRecord *record);

/* The file name of a side (from 0), without extension; for g_free(). */
char *al_side_name(const AlProject *project, const AlDeliverable *deliverable, guint side);

double al_side_seconds(const AlSide *side, const AlTimeline *timeline);

#endif
