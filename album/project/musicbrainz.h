/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MUSICBRAINZ_H
#define AL_MUSICBRAINZ_H

/* What MusicBrainz calls the album and its tracks: UUIDs (8-4-4-4-12 hexadecimal digits, in small
 * letters), each NULL where it is not known. */

#include <glib.h>

typedef struct {
  char *release, *release_group; /* of an album */
  char *recording, *track;       /* of a track: what was recorded, and its place on the release */
  char *artist;                  /* of either; of several a space between them */
} AlMusicBrainz;

void al_musicbrainz_clear(AlMusicBrainz *ids);

/* A UUID in small letters, for g_free(); NULL where `text` is none. */
char *al_musicbrainz_normalise(const char *text);

/* Puts a UUID, as al_musicbrainz_normalise() gives it, behind the artists; FALSE where it is one of
 * them already. */
gboolean al_musicbrainz_add_artist(AlMusicBrainz *ids, const char *artist);

#endif
