/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SIDES_H
#define AL_SIDES_H

/* Which tracks are on which side, and where each side lies in the program.
 *
 *   program  |.pause.|## 1 ##|..|## 2 ##|..gap..|## 3 ##|..|## 4 ##|
 *   Side A       |...|------------------|
 *   Side B                                  |...|------------------|
 *                head
 *
 * A side has the audio from the beginning of its first track to the end of its last; the gap
 * between two sides is turned over with the record. Before it is the silence that duplicators of
 * cassettes ask for, which the file has and the program has not.
 *
 * Where the project names no sides they are proposed: two of them, or of records as many pairs as
 * it takes for each to fit, so that the longest is as short as it can be, and not between tracks
 * that are joined. A cassette that would have a shorter side A gets the next break, where that
 * makes it no more than a fifth longer: tape is left over at the end of side B, where nobody waits
 * for it.
 */

#include "album/deliver/records.h"
#include "album/sequence/timeline.h"

typedef struct {
  guint first, last;  /* tracks */
  gint64 first_frame; /* of the program, at the working rate, as are all */
  gint64 frames;      /* of the program */
  gint64 head_frames; /* of silence before them */
} AlSide;

/* GArray of AlSide. */
GArray *al_sides_new(const AlSideSettings *settings, const AlTimeline *timeline,
                     const AlRecord *record);

/* Of its file: head and audio. */
double al_side_seconds(const AlSide *side, const AlTimeline *timeline);

#endif
