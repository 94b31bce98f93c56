/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_HEARING_H
#define AL_HEARING_H

/* Tracks heard as the program plays them: what matching knows of them.
 *
 *   the part of the program that is a track -> [resampler] -> forecast (forecast.h)
 *
 * That part begins where the audio of the track does; in a crossfade the end of the track before
 * sounds in it.
 *
 * Whatever the rate of a deliverable, tracks are heard at the working rate, or where that is higher
 * at the half or quarter of it that reaches to 48 kHz: what lies above hearing counts for the
 * meter, but most deliverables do not have it. What another rate changes beside that is hundredths
 * of a decibel, which are corrected when the program is finished (match.h). */

#include "album/job.h"
#include "album/limiter/forecast.h"
#include "album/sequence/program.h"

/* What is matched. */
typedef struct {
  const AlProject *project;
  const AlTimeline *timeline;
  AlOpenTrack open;
  gpointer data; /* for `open`, which must be safe to call on several threads */
} AlMatching;

/* Plays track `number` with a gain, and with one for the track before. NULL with an error where a
 * track cannot be read or the job was interrupted. */
AlForecast *al_hear(const AlMatching *matching, guint number, double gain_db, double gain_before_db,
                    const AlJob *job, GError **error);

/* Plays all tracks as they come, each on its own: GPtrArray of AlForecast, [0] for track 1. NULL
 * with an error as above. */
GPtrArray *al_hear_all(const AlMatching *matching, const AlJob *job, GError **error);

/* The tracks that begin with a crossfade, without the end of the track before in it; the others are
 * NULL. */
GPtrArray *al_hear_alone(const AlMatching *matching, const AlJob *job, GError **error);

#endif
