/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MATCHER_H
#define AL_MATCHER_H

/* The gains for every level that an album is delivered at, each found once: the tracks are heard as
 * they come for all levels together, and deliverables of the same level share its gains, whatever
 * their rates and depths. */

#include "album/match/match.h"

typedef struct AlMatcher AlMatcher;

/* What `matching` points to must outlive it. */
AlMatcher *al_matcher_new(const AlMatching *matching);
void al_matcher_free(AlMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlMatcher, al_matcher_free)

const AlMatching *al_matcher_matching(const AlMatcher *matcher);

/* The gains of all tracks, as al_match_new() has them; found on first use. They belong to the
 * caller. NULL with an error where a track cannot be read or the job was interrupted. */
GArray *al_matcher_get(AlMatcher *matcher, const AlDeliveredLevel *level, const AlJob *job,
                       GError **error);

#endif
