/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_MUSICBRAINZ_H
#define AL_DRAFT_MUSICBRAINZ_H

/* The ids of MusicBrainz that mixes are tagged with, and as lines of a project file. */

#include "album/draft/draft.h"

/* Takes over what a table of mix_tags.h holds of the album, as far as `ids` have it not yet, and
 * of track `number`. What is no id is left out (N04). */
void al_draft_musicbrainz_read_album(AlMusicBrainz *ids, GHashTable *tags, RbFindings *findings);
void al_draft_musicbrainz_read_track(AlMusicBrainz *ids, GHashTable *tags, guint number,
                                     RbFindings *findings);

/* "musicbrainz:" and a line for each id that there is, indented by `indent` blanks; nothing where
 * there is none. The artists of a track are not written where they are `inherited`, the album's
 * (NULL: none). */
void al_draft_musicbrainz_print(GString *out, int indent, const AlMusicBrainz *ids,
                                const char *inherited);

#endif
