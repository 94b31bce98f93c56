/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/mix_tags.h"

#include <FLAC/metadata.h>
#include <sndfile.h>
#include <stdarg.h>
#include <string.h>
#include <vorbis/vorbisfile.h>

#include "album/encode/tag_names.h"
#include "redbook/charset.h"

/* Of an `axml` chunk; one with an ISRC has some hundred bytes. */
#define MOST_CHUNK_BYTES (1024 * 1024)

#define ISRC_CHARACTERS 12

/* Of the ids of artists: some ninety, fewer than a project may have. */
#define MOST_SEVERAL_BYTES 3500

static gboolean
may_be_several(const char *name)
{
  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    if (strcmp(al_tag_names((AlTag)tag)->comment, name) == 0)
      return al_tag_names((AlTag)tag)->several;
  return FALSE;
}

/* Takes over `text`, behind what there is of that name where both may be. However many there are in
 * a file, no more than so much is copied again for each. */
static void
insert(GHashTable *tags, const char *name, char *text)
{
  const char *before = g_hash_table_lookup(tags, name);

  if (before == NULL)
    g_hash_table_insert(tags, g_strdup(name), text);
  else if (!may_be_several(name) || strlen(before) > MOST_SEVERAL_BYTES)
    g_free(text);
  else {
    g_hash_table_insert(tags, g_strdup(name), g_strconcat(before, " ", text, NULL));
    g_free(text);
  }
}

/* Adds a text of `length` bytes where the name is new, or may have several. What is not UTF-8 is
 * from programs that knew but Latin letters. */
static void
add(GHashTable *tags, const char *name, gsize name_length, const char *text, gsize length)
{
  g_autofree char *key = g_ascii_strup(name, (gssize)name_length);
  g_autofree char *end = g_strndup(text, length);
  g_autofree char *valid =
      g_utf8_validate(end, -1, NULL)
          ? g_strdup(end)
          : rb_charset_decode(RB_CHARSET_ISO_8859_1, (const guint8 *)end, strlen(end), NULL);

  if (valid != NULL && g_strstrip(valid)[0] != '\0')
    insert(tags, key, g_steal_pointer(&valid));
}

/* "NAME=text" */
static void
add_comment(GHashTable *tags, const char *comment, gsize length)
{
  const char *equals = memchr(comment, '=', length);

  if (equals != NULL)
    add(tags, comment, (gsize)(equals - comment), equals + 1,
        length - (gsize)(equals + 1 - comment));
}

static void
add_flac(GHashTable *tags, const char *path)
{
  FLAC__StreamMetadata *block = NULL;

  if (!FLAC__metadata_get_tags(path, &block))
    return;
  const FLAC__StreamMetadata_VorbisComment *comments = &block->data.vorbis_comment;

  for (guint i = 0; i < comments->num_comments; i++)
    add_comment(tags, (const char *)comments->comments[i].entry, comments->comments[i].length);
  FLAC__metadata_object_delete(block);
}

static void
add_vorbis(GHashTable *tags, const char *path)
{
  OggVorbis_File file;

  if (ov_fopen(path, &file) != 0)
    return;
  const vorbis_comment *comments = ov_comment(&file, -1);

  for (int i = 0; comments != NULL && i < comments->comments; i++)
    add_comment(tags, comments->user_comments[i], (gsize)comments->comment_lengths[i]);
  ov_clear(&file);
}

static void
add_strings(GHashTable *tags, SNDFILE *file)
{
  static const struct {
    int string;
    const char *name;
  } strings[] = {
      {SF_STR_TITLE, "TITLE"}, {SF_STR_ARTIST, "ARTIST"},       {SF_STR_ALBUM, "ALBUM"},
      {SF_STR_DATE, "DATE"},   {SF_STR_COPYRIGHT, "COPYRIGHT"}, {SF_STR_TRACKNUMBER, "TRACKNUMBER"},
      {SF_STR_GENRE, "GENRE"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(strings); i++) {
    const char *text = sf_get_string(file, strings[i].string);

    if (text != NULL)
      add(tags, strings[i].name, strlen(strings[i].name), text, strlen(text));
  }
}

/* <dc:identifier>ISRC:FRABC2600001</dc:identifier>, somewhere in some XML. */
static void
add_isrc(GHashTable *tags, const char *xml)
{
  const char *isrc = strstr(xml, "ISRC:");

  if (isrc != NULL && strlen(isrc) >= strlen("ISRC:") + ISRC_CHARACTERS)
    add(tags, "ISRC", strlen("ISRC"), isrc + strlen("ISRC:"), ISRC_CHARACTERS);
}

static void
add_axml(GHashTable *tags, SNDFILE *file)
{
  SF_CHUNK_INFO wanted = {.id = "axml", .id_size = 4}, found = {0};
  SF_CHUNK_ITERATOR *chunk = sf_get_chunk_iterator(file, &wanted);

  if (chunk == NULL || sf_get_chunk_size(chunk, &found) != SF_ERR_NO_ERROR || found.datalen == 0 ||
      found.datalen > MOST_CHUNK_BYTES)
    return;
  g_autofree char *xml = g_malloc0((gsize)found.datalen + 1);

  found.data = xml;
  if (sf_get_chunk_data(chunk, &found) == SF_ERR_NO_ERROR)
    add_isrc(tags, xml);
}

GHashTable *
al_mix_tags_read(const char *path)
{
  GHashTable *tags = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  SF_INFO format = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &format);
  int container = format.format & SF_FORMAT_TYPEMASK;

  if (file == NULL)
    return tags;
  if (container == SF_FORMAT_FLAC)
    add_flac(tags, path);
  if (container == SF_FORMAT_OGG)
    add_vorbis(tags, path);
  add_strings(tags, file);
  add_axml(tags, file);
  sf_close(file);
  return tags;
}

const char *
al_mix_tags_get(GHashTable *tags, const char *name, ...)
{
  const char *text = NULL;
  va_list names;

  va_start(names, name);
  for (; name != NULL && text == NULL; name = va_arg(names, const char *))
    text = g_hash_table_lookup(tags, name);
  va_end(names);
  return text;
}

guint
al_mix_tags_number(GHashTable *tags, const char *name)
{
  const char *text = g_hash_table_lookup(tags, name);
  guint64 number = text != NULL ? g_ascii_strtoull(text, NULL, 10) : 0;

  return number <= G_MAXINT ? (guint)number : 0;
}
