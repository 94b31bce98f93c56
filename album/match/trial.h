/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TRIAL_H
#define AL_TRIAL_H

/* Tracks played with a gain, limited, and heard: what matching learns from.
 *
 *   the part of the program that is a track -> [resampler] -> [limiter] -> loudness meter
 *                                  `-> true-peak meter, where there is no limiter
 *
 * That part begins where the audio of the track does; in a crossfade the end of the track before
 * sounds in it.
 *
 * Whatever the rate of a deliverable, that is done at the working rate, or where that is higher at
 * the half or quarter of it that reaches to 48 kHz: what lies above hearing counts for the meter,
 * but most deliverables do not have it. What another rate changes beside that is hundredths of a
 * decibel, which are corrected when the program is finished (match.h). */

#include "album/job.h"
#include "album/limiter/limiter.h"
#include "album/measure/loudness.h"
#include "album/sequence/program.h"

/* What is matched. */
typedef struct {
  const AlProject *project;
  const AlTimeline *timeline;
  AlOpenTrack open;
  gpointer data; /* for `open`, which must be safe to call on several threads */
} AlMatching;

/* How the tracks are played. */
typedef struct {
  double gain_db;
  double gain_before_db;            /* of the track before */
  const AlLimiterSettings *limiter; /* NULL: not limited */
} AlTrialSettings;

/* What a track came out as. */
typedef struct {
  AlLoudness *meter;
  double sustained_db;   /* of the limiter's reduction (reduction.h) */
  double true_peak_dbtp; /* where it was not limited */
} AlTrial;

void al_trial_clear(AlTrial *trial);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AlTrial, al_trial_clear)

/* Plays track `number`. Fills `trial`, which is empty before; FALSE with an error where the track
 * cannot be read or the job was interrupted. */
gboolean al_trial_run(const AlMatching *matching, guint number, const AlTrialSettings *settings,
                      const AlJob *job, AlTrial *trial, GError **error);

/* Plays all tracks, each on its own: GArray of AlTrial, [0] for track 1, which clears them itself.
 * NULL with an error as above. */
GArray *al_trial_run_all(const AlMatching *matching, const AlTrialSettings *settings,
                         const char *stage, const AlJob *job, GError **error);

/* The loudness that is matched (`master: measure`), of `count` tracks gated together, in LUFS;
 * AL_LOUDNESS_NONE where there is none. */
double al_trial_loudness(const AlMatching *matching, const AlTrial *trials, guint count);

#endif
