/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GAIN_SEARCH_H
#define AL_GAIN_SEARCH_H

/* The search for one gain, of a track or of an album: the one with which it meets its target, or
 * the one with which the limiter does all that it may. */

#include "album/match/match.h"

/* What comes out with a gain. */
typedef struct {
  double lufs;
  double sustained_db; /* of the limiter's reduction (reduction.h) */
} AlGainOutcome;

/* FALSE with an error where it cannot be known. */
typedef gboolean (*AlGainTry)(double gain_db, gpointer data, AlGainOutcome *outcome,
                              GError **error);

typedef struct {
  AlGainTry try;
  gpointer data;
  double target_lufs;
  double max_reduction_db;
  double least_db, most_db; /* of the gain */
  AlMatchHeld held;         /* what keeps a gain at an end of that range from its target */
  double tolerance_lu;
} AlGainSearch;

/* From `guess_db` on. Fills the gain of `matched`, and what holds it. FALSE with an error where a
 * try had one, here and below. */
gboolean al_gain_search_run(const AlGainSearch *search, double guess_db, AlMatchedTrack *matched,
                            GError **error);

/* Of a gain that max-reduction holds: fills in what the target would need. */
gboolean al_gain_search_needed(const AlGainSearch *search, AlMatchedTrack *matched, GError **error);

/* Of any gain that was found: fills in its slope. */
gboolean al_gain_search_slope(const AlGainSearch *search, AlMatchedTrack *matched, GError **error);

#endif
