/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TRACK_TAGS_H
#define AL_TRACK_TAGS_H

/* What a disc says of a track, as the tags of a file. */

#include "album/convert/track_cut.h"
#include "album/encode/tags.h"

/* The tags of the track, or the hidden audio, that is cut so: the texts of the first block, the
 * disc's where the track has none of its own, the codes, and a cue for each index from 02 on. */
AlTags *al_track_tags_new(const RbDisc *disc, const AlTrackCut *cut);

#endif
