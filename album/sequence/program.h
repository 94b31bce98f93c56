/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROGRAM_H
#define AL_PROGRAM_H

/* The program: the whole album as one continuous audio, a source that follows the timeline.
 *
 * Silence, tracks with their fades, crossfades at equal power, and the hidden audio, from the first
 * frame of the pause before track 1 to the lead-out. Where no fade applies a track's samples pass
 * unchanged. Tracks are opened when the program reaches them and closed behind them, so that memory
 * does not grow with the album. */

#include "album/audio/source.h"
#include "album/sequence/timeline.h"

/* Opens the audio of track `number` (0: the hidden audio) at the timeline's rate, as long as the
 * timeline says. NULL with an error if it cannot be had. */
typedef AlSource *(*AlOpenTrack)(guint number, gpointer data, GError **error);

/* What a program plays of the timeline, and how loud. */
typedef struct {
  const AlTimeline *timeline;
  const AlProject *project;
  AlOpenTrack open;
  gpointer data;
  const double *gains; /* linear: [0] of the hidden audio, [n] of track n; NULL: 1 */
  gint64 first_frame;  /* of the timeline */
  gint64 frames;       /* 0: to the end */
} AlProgramPart;

/* What `part` points to must outlive the program, but not `part` itself. */
AlSource *al_program_new(const AlProgramPart *part);

#endif
