/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_musicbrainz.h"

#include "album/project/values.h"

/* Far beyond any credits; each is compared with those before it. */
#define MAX_ARTISTS 100

/* For g_free(); NULL where it is none, and that is told. */
static char *
read_one(AlReader *reader, const AlYamlNode *value)
{
  char *id;

  if (!al_value_is_text(reader, value))
    return NULL;
  id = al_musicbrainz_normalise(value->text);
  if (id == NULL)
    al_schema_tell(reader, value,
                   "expected a UUID of 8, 4, 4, 4 and 12 hexadecimal digits, as at the end of the "
                   "address of its page: 2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f630",
                   "this is no id of MusicBrainz");
  return id;
}

/* char * */
static void
read_id(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  char **id = member;

  (void)key;
  g_free(*id);
  *id = read_one(reader, value);
}

static void
add_artist(AlReader *reader, const AlYamlNode *value, AlMusicBrainz *ids)
{
  g_autofree char *artist = read_one(reader, value);

  if (artist != NULL && !al_musicbrainz_add_artist(ids, artist))
    al_schema_tell(reader, value, NULL, "this stands in the list twice");
}

/* AlMusicBrainz: one artist, or a list of them. */
static void
read_artist(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  if (value->kind != AL_YAML_LIST) {
    add_artist(reader, value, member);
    return;
  }
  if (value->items->len == 0)
    al_schema_tell(reader, value, NULL, "the list is empty");
  for (guint i = 0; i < MIN(value->items->len, MAX_ARTISTS); i++)
    add_artist(reader, al_yaml_item(value, i), member);
  if (value->items->len > MAX_ARTISTS)
    al_schema_tell(reader, al_yaml_item(value, MAX_ARTISTS), NULL,
                   "these are more than 100 artists");
}

static const AlSchemaKey album_keys[] = {
    {.key = "release", .read = read_id, .offset = offsetof(AlMusicBrainz, release)},
    {.key = "release-group", .read = read_id, .offset = offsetof(AlMusicBrainz, release_group)},
    {.key = "artist", .read = read_artist},
    {.key = NULL},
};

static const AlSchemaKey track_keys[] = {
    {.key = "recording", .read = read_id, .offset = offsetof(AlMusicBrainz, recording)},
    {.key = "track", .read = read_id, .offset = offsetof(AlMusicBrainz, track)},
    {.key = "artist", .read = read_artist},
    {.key = NULL},
};

void
al_read_album_musicbrainz(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                          gpointer member)
{
  (void)key;
  al_schema_read(reader, value, "the ids of an album", album_keys, member);
}

void
al_read_track_musicbrainz(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                          gpointer member)
{
  (void)key;
  al_schema_read(reader, value, "the ids of a track", track_keys, member);
}
