/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TRACK_TAGS_H
#define AL_TRACK_TAGS_H

/* What a disc says of a track, as the tags of a file. */

#include "album/encode/tags.h"
#include "redbook/disc.h"

/* The tags of track `number`, of hidden audio for 0: the texts of the first block, the disc's where
 * the track has none of its own, and the codes. */
AlTags *al_track_tags_new(const RbDisc *disc, guint number);

#endif
