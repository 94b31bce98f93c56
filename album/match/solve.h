/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SOLVE_H
#define AL_SOLVE_H

/* The search for the gains that bring the tracks to a level: each is tried, heard, and tried again
 * with a better one, until the track meets its target behind the limiter. */

#include "album/match/match.h"

/* `as_it_comes`: trials of all tracks without gain and limiter, as al_trial_run_all() gives them;
 * not read where levels are left alone. What comes back is as al_matcher_get() has it. */
GArray *al_solve(const AlMatching *matching, const GArray *as_it_comes,
                 const AlDeliveredLevel *level, const AlJob *job, GError **error);

#endif
