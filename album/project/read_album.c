/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_album.h"

#include "album/project/read_musicbrainz.h"
#include "album/project/read_texts.h"
#include "album/project/values.h"
#include "redbook/upc.h"

/* The language of every text of the album and its tracks that is not a translation. */
static void
read_language(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  al_read_language(reader, value, key, member);
  reader->language = *(char **)member;
}

static void
read_upc(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  g_autoptr(GError) error = NULL;
  char **upc = member;

  (void)key;
  if (!al_value_is_text(reader, value))
    return;
  *upc = rb_upc_normalise(value->text, &error);
  if (*upc == NULL)
    al_diagnostics_add(reader->diagnostics, value->place, NULL, "%s", error->message);
}

/* Whether the file is a picture is seen when one is needed. */
static void
read_cover(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlAlbum *album = member;

  al_value_file(reader, value, key, &album->cover);
  album->cover_place = value->place;
}

static gboolean
parse_count(const char *text, guint *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned(text, 10, 1, AL_MAX_DISCS, &value, NULL))
    return FALSE;
  *count = (guint)value;
  return TRUE;
}

/* "1", "1 of 2" */
static gboolean
parse_disc(const char *text, AlDiscNumber *disc)
{
  g_auto(GStrv) parts = g_strsplit(text, " of ", 2);

  *disc = (AlDiscNumber){0};
  if (!parse_count(parts[0], &disc->number))
    return FALSE;
  return parts[1] == NULL || (parse_count(parts[1], &disc->count) && disc->number <= disc->count);
}

static void
read_disc(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlDiscNumber disc;

  (void)key;
  if (!al_value_is_text(reader, value))
    return;
  if (parse_disc(value->text, &disc))
    *(AlDiscNumber *)member = disc;
  else
    al_schema_tell(reader, value, "expected a number such as 1, or 1 of 2",
                   "this is not the number of a disc");
}

/* The language is first: how the texts below it are judged depends on it. */
static const AlSchemaKey keys[] = {
    {.key = "language", .read = read_language, .offset = offsetof(AlAlbum, language)},
    {.key = "title",
     .read = al_read_text,
     .offset = offsetof(AlAlbum, texts.field[RB_TEXT_TITLE]),
     .required = TRUE},
    AL_TEXT_ROWS(AlAlbum),
    {.key = "genre", .read = al_value_ascii, .offset = offsetof(AlAlbum, genre)},
    {.key = "upc", .read = read_upc, .offset = offsetof(AlAlbum, upc)},
    {.key = "catalog", .read = al_value_ascii, .offset = offsetof(AlAlbum, catalog)},
    {.key = "label", .read = al_value_text, .offset = offsetof(AlAlbum, label)},
    {.key = "date", .read = al_value_date, .offset = offsetof(AlAlbum, date)},
    {.key = "copyright", .read = al_value_text, .offset = offsetof(AlAlbum, copyright)},
    {.key = "phonogram", .read = al_value_text, .offset = offsetof(AlAlbum, phonogram)},
    {.key = "cover", .read = read_cover},
    {.key = "disc", .read = read_disc, .offset = offsetof(AlAlbum, disc)},
    {.key = "musicbrainz",
     .read = al_read_album_musicbrainz,
     .offset = offsetof(AlAlbum, musicbrainz)},
    {.key = "translations",
     .read = al_read_translations,
     .offset = offsetof(AlAlbum, translations)},
    {.key = NULL},
};

void
al_read_album(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  al_schema_read(reader, value, "the album", keys, member);
}

void
al_album_init(AlAlbum *album)
{
  album->language = g_strdup("en");
  album->translations = al_translations_new();
}

void
al_album_clear(AlAlbum *album)
{
  rb_texts_clear(&album->texts);
  g_array_unref(album->translations);
  g_free(album->genre);
  g_free(album->language);
  g_free(album->upc);
  g_free(album->catalog);
  g_free(album->label);
  g_free(album->date);
  g_free(album->copyright);
  g_free(album->phonogram);
  g_free(album->cover);
  al_musicbrainz_clear(&album->musicbrainz);
}
