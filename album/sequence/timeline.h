/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TIMELINE_H
#define AL_TIMELINE_H

/* The album's timeline: where every track lies in the program, in frames and in sectors.
 *
 * The program begins at 00:00:00 with the pause before track 1 and ends at the lead-out, both on a
 * sector. 1/75 s is a whole number of frames at every working rate, so a timeline in sectors holds
 * for every deliverable.
 *
 *            pause_sector          start_sector                      pause_sector of the next
 *   ...------|.....gap.............|######## audio ###################|......
 *            ^ first whole sector without sound of the track before
 *
 *   no gap:  ...#### track 1 ####|#### track 2 ####...    audio is contiguous to the frame,
 *                            ^start_sector                 the mark rounds down to its sector
 *                             <-> moved_frames
 *
 *   with a pause ...#### track 1 ####|#### track 2 ####...
 *   that sounds:         ^pause_sector
 */

#include <glib.h>

#include "album/project/project.h"

typedef struct {
  gint64 first_frame;     /* of the track's audio, in the program */
  gint64 frames;          /* of the track's audio */
  gint64 overlap_frames;  /* of its head with the tail of the track before: a crossfade */
  gint64 fade_in_frames;  /* 0 in a crossfade */
  gint64 fade_out_frames; /* 0 in a crossfade */
  gint64 moved_frames;    /* how far the mark lies before the audio, less than a sector */
  gint32 pause_sector;    /* INDEX 00; -1 where the track has no pause */
  gint32 start_sector;    /* INDEX 01 */
  GArray *index_sectors;  /* of gint32: INDEX 02 and on */
} AlSlot;

typedef struct {
  int rate;
  GArray *slots;        /* of AlSlot, one per track */
  gint64 hidden_frame;  /* first frame of the hidden audio */
  gint64 hidden_frames; /* 0: there is none */
  gint32 lead_out_sector;
  gint64 frames; /* of the program: lead_out_sector in frames */
} AlTimeline;

/* Whether `rate` can carry a timeline: 1/75 s is a whole number of its frames. */
gboolean al_timeline_rate_fits(int rate);

/* Lays out the project's tracks. `track_frames` holds the length of each at `rate`, [0] that of the
 * hidden audio (0: none), [n] that of track n. Fades, crossfades and indexes that do not fit their
 * tracks go to the project's diagnostics, each at its place; the timeline is then not to be used.
 */
AlTimeline *al_timeline_new(const AlProject *project, int rate, const gint64 *track_frames);

void al_timeline_free(AlTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlTimeline, al_timeline_free)

const AlSlot *al_timeline_slot(const AlTimeline *timeline, guint number); /* from 1 */

/* The frame behind all that belongs to a track: where the audio of the next one begins, which in a
 * crossfade is before its own has ended, or the program ends. A file of the track ends there. */
gint64 al_timeline_track_end(const AlTimeline *timeline, guint number);

/* The program's frame at which a sector begins. */
gint64 al_timeline_frame(const AlTimeline *timeline, gint32 sector);

#endif
