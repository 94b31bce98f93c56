/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_texts.h"

#include <string.h>

#include "album/project/values.h"
#include "redbook/language.h"

/* CD-TEXT has eight blocks, and the album's own texts take one. */
#define TRANSLATIONS 7

#define EXPECTED_LANGUAGE "expected a code of ISO 639-1 such as en, de or ja"

static const AlSchemaKey translation_keys[] = {
    AL_TEXT_ROW(AlTranslation, "title", RB_TEXT_TITLE),
    AL_TEXT_ROWS(AlTranslation),
    {.key = NULL},
};

RbCharset
al_project_charset(const char *language)
{
  return strcmp(language, "ja") == 0 ? RB_CHARSET_MS_JIS : RB_CHARSET_ISO_8859_1;
}

void
al_read_text(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  if (al_value_is_text(reader, value) &&
      (!reader->has_disc || al_value_fits(reader, value, al_project_charset(reader->language))))
    al_value_text(reader, value, key, member);
}

/* The code of a language in its one spelling, NULL where CD-TEXT has no such language. */
static const char *
find_language(AlReader *reader, const AlYamlNode *node)
{
  const char *iso = NULL;
  guint8 code;

  if (!al_schema_expect(reader, node, AL_YAML_TEXT, "a language"))
    return NULL;
  if (rb_language_find(node->text, &code))
    iso = rb_language_iso(code);
  if (iso == NULL)
    al_schema_tell(reader, node, EXPECTED_LANGUAGE, "CD-TEXT has no such language");
  return iso;
}

void
al_read_language(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  const char *iso = find_language(reader, value);
  char **language = member;

  (void)key;
  if (iso == NULL)
    return;
  g_free(*language);
  *language = g_strdup(iso);
}

static void
translation_clear(gpointer data)
{
  AlTranslation *translation = data;

  g_free(translation->language);
  rb_texts_clear(&translation->texts);
}

GArray *
al_translations_new(void)
{
  GArray *translations = g_array_new(FALSE, TRUE, sizeof(AlTranslation));

  g_array_set_clear_func(translations, translation_clear);
  return translations;
}

/* Whether the texts may be translated into this language, here. */
static gboolean
accept_language(AlReader *reader, const AlYamlNode *key, const char *iso,
                const GArray *translations)
{
  if (strcmp(iso, reader->project->album.language) == 0) {
    al_schema_tell(reader, key, "the texts beside translations are in this language",
                   "the album itself is in this language");
    return FALSE;
  }
  for (guint i = 0; i < translations->len; i++) {
    if (strcmp(g_array_index(translations, AlTranslation, i).language, iso) == 0) {
      al_schema_tell(reader, key, NULL, "this language stands here twice");
      return FALSE;
    }
  }
  if (translations->len < TRANSLATIONS)
    return TRUE;
  al_schema_tell(reader, key, NULL, "CD-TEXT has room for seven translations");
  return FALSE;
}

static void
read_translation(AlReader *reader, const AlYamlPair *pair, GArray *translations)
{
  const char *iso = find_language(reader, pair->key);
  const char *outer = reader->language;
  AlTranslation translation = {.place = pair->key->place};

  if (iso == NULL || !accept_language(reader, pair->key, iso, translations))
    return;
  translation.language = g_strdup(iso);
  reader->language = iso;
  al_schema_read(reader, pair->value, "a translation", translation_keys, &translation);
  reader->language = outer;
  g_array_append_val(translations, translation);
}

void
al_read_translations(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member)
{
  GArray *translations = *(GArray **)member;

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_MAP, "a mapping from languages to texts"))
    return;
  for (guint i = 0; i < value->items->len; i++)
    read_translation(reader, al_yaml_pair(value, i), translations);
}
