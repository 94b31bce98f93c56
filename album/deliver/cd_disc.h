/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CD_DISC_H
#define AL_CD_DISC_H

/* The program becomes a disc: marks from the timeline, codes and texts from the project.
 *
 * Performer, songwriter, composer and arranger of a track are those of the album where the track
 * has none of its own. The first block of CD-TEXT is in the album's language, ISO 8859-1 (MS-JIS
 * for Japanese); each translation of the album's or a track's texts makes one block more. */

#include "album/sequence/timeline.h"
#include "redbook/disc.h"

/* Sound project and timeline, so this cannot fail; the caller frees the disc. */
RbDisc *al_cd_disc_new(const AlProject *project, const AlTimeline *timeline);

#endif
