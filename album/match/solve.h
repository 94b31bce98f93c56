/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SOLVE_H
#define AL_SOLVE_H

/* The gains that bring the tracks of an album to a level, each on its own or all together. */

#include "album/match/match.h"

/* `heard`: all tracks, as al_hear_all() gives them; not read where levels are left alone. `alone`:
 * as al_hear_alone() does; not read in album mode. What comes back is as al_matcher_get() has it.
 */
GArray *al_solve(const AlMatching *matching, const GPtrArray *heard, const GPtrArray *alone,
                 const AlDeliveredLevel *level, const AlJob *job, GError **error);

#endif
