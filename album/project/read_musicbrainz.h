/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_MUSICBRAINZ_H
#define AL_READ_MUSICBRAINZ_H

/* The section `musicbrainz` of the album and of tracks. */

#include "album/project/schema.h"

/* AlMusicBrainz of the album: release, release-group, artist. */
void al_read_album_musicbrainz(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                               gpointer member);

/* AlMusicBrainz of a track: recording, track, artist. */
void al_read_track_musicbrainz(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                               gpointer member);

#endif
