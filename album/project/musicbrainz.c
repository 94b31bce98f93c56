/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/musicbrainz.h"

#include <string.h>

void
al_musicbrainz_clear(AlMusicBrainz *ids)
{
  g_free(ids->release);
  g_free(ids->release_group);
  g_free(ids->recording);
  g_free(ids->track);
  g_free(ids->artist);
  *ids = (AlMusicBrainz){0};
}

char *
al_musicbrainz_normalise(const char *text)
{
  return g_uuid_string_is_valid(text) ? g_ascii_strdown(text, -1) : NULL;
}

gboolean
al_musicbrainz_add_artist(AlMusicBrainz *ids, const char *artist)
{
  char *before = ids->artist;

  if (before == NULL) {
    ids->artist = g_strdup(artist);
    return TRUE;
  }
  /* All are of one length, so one cannot be a part of another. */
  if (strstr(before, artist) != NULL)
    return FALSE;
  ids->artist = g_strconcat(before, " ", artist, NULL);
  g_free(before);
  return TRUE;
}
