/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FILE_TAGS_H
#define AL_FILE_TAGS_H

/* What the files of a deliverable say about themselves, from the project and from what was
 * measured. Names that hold for the whole album hold for each of its tracks. */

#include "album/deliver/finished.h"
#include "album/deliver/sides.h"
#include "album/encode/tags.h"

/* Of track `number` of a finished program, with its gains. `cover` may be NULL. */
AlTags *al_file_tags_new(const AlProject *project, guint number, const AlFinished *finished,
                         AlCover *cover);

/* Adds what broadcasters read: the loudness that was measured, the INDEX points of the track as cue
 * points, and a translation of title and artist where ASCII can spell that and not the original. */
void al_file_tags_add_broadcast(AlTags *tags, const AlRendering *rendering, guint number,
                                const AlFinished *finished);

/* Of the album as one file, which begins where track 1 does, with its tracks. */
AlTags *al_file_tags_new_album(const AlRendering *rendering, const AlFinished *finished,
                               AlCover *cover);

/* Of a side, for who cuts a record: of what album it is, as "Album, Side A" where `name` is "Side
 * A", and where its tracks are, behind its head. No gains: it is not for players. */
AlTags *al_file_tags_new_side(const AlRendering *rendering, const AlFinished *finished,
                              const AlSide *side, const char *name);

/* A text of a track, or that of the album where it has none of its own; NULL where there is none.
 */
const char *al_file_tags_text(const AlProject *project, guint number, RbTextField field);

#endif
