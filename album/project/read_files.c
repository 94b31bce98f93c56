/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_files.h"

#include <string.h>

#include "album/project/name_pattern.h"
#include "album/project/read_master.h"
#include "album/project/values.h"

#define DEFAULT_NAMES "{track} {title}"

gboolean
al_has_format(const GArray *formats, const AlEncoding *encoding)
{
  for (guint i = 0; i < formats->len; i++)
    if (al_encoding_same_form(&g_array_index(formats, AlFormat, i).encoding, encoding))
      return TRUE;
  return FALSE;
}

static void
read_format(AlReader *reader, const AlYamlNode *value, const AlCodecs *codecs, GArray *formats)
{
  AlFormat format = {.place = value->place};
  g_autoptr(GError) error = NULL;

  if (!al_schema_expect(reader, value, AL_YAML_TEXT, "a format such as flac 24"))
    return;
  if (!al_encoding_parse(value->text, &format.encoding, &error))
    al_diagnostics_add(reader->diagnostics, value->place, codecs->expected, "%s", error->message);
  else if ((codecs->mask >> format.encoding.codec & 1) == 0)
    al_schema_tell(reader, value, codecs->expected, "this deliverable has no such format");
  else if (al_has_format(formats, &format.encoding))
    al_schema_tell(reader, value, NULL, "this stands in the list twice");
  else
    g_array_append_val(formats, format);
}

void
al_read_formats(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  GArray *formats = *(GArray **)member;

  g_array_set_size(formats, 0); /* the default */
  if (value->kind != AL_YAML_LIST) {
    read_format(reader, value, key->detail, formats);
    return;
  }
  if (value->items->len == 0)
    al_schema_tell(reader, value, NULL, "the list is empty");
  for (guint i = 0; i < value->items->len; i++)
    read_format(reader, al_yaml_item(value, i), key->detail, formats);
}

void
al_read_file_rate(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member)
{
  if (value->kind == AL_YAML_TEXT && strcmp(value->text, "source") == 0)
    *(int *)member = 0;
  else
    al_read_rate(reader, value, key, member);
}

void
al_read_metadata(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlChoice choices[] = {{"full", TRUE}, {"none", FALSE}, {NULL, 0}};
  int metadata = TRUE;

  (void)key;
  al_value_find_choice(reader, value, choices, &metadata);
  *(gboolean *)member = metadata;
}

void
al_read_names(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlFileSettings *files = member;
  const char *fault;

  (void)key;
  if (!al_value_is_text(reader, value))
    return;
  fault = al_name_pattern_fault(value->text);
  if (fault != NULL) {
    al_schema_tell(reader, value, fault, "this is not a pattern for names");
    return;
  }
  g_free(files->names);
  files->names = g_strdup(value->text);
  files->place = value->place;
}

void
al_read_characters(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                   gpointer member)
{
  static const AlChoice choices[] = {{"unicode", AL_CHARACTERS_UNICODE},
                                     {"ascii", AL_CHARACTERS_ASCII},
                                     {"plain", AL_CHARACTERS_PLAIN},
                                     {NULL, 0}};
  AlFileSettings *files = member;
  int chosen;

  (void)key;
  if (al_value_find_choice(reader, value, choices, &chosen))
    files->characters = (AlCharacters)chosen;
}

void
al_read_receivers(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                  gpointer member)
{
  GArray *receivers = *(GArray **)member;

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of names of receivers"))
    return;
  for (guint i = 0; i < value->items->len; i++) {
    const AlYamlNode *item = al_yaml_item(value, i);
    AlReceiverName receiver = {.place = item->place};

    if (!al_value_is_text(reader, item))
      continue;
    receiver.name = g_strdup(item->text);
    g_array_append_val(receivers, receiver);
  }
}

void
al_check_files(AlReader *reader, const AlYamlNode *settings)
{
  const AlYamlNode *formats = al_yaml_get(settings, "formats");

  if (formats != NULL && al_yaml_get(settings, "format") != NULL)
    al_diagnostics_add(reader->diagnostics, formats->place, "write them into one list",
                       "format and formats stand here together");
}

static void
receiver_clear(gpointer data)
{
  g_free(((AlReceiverName *)data)->name);
}

void
al_file_settings_init(AlFileSettings *files, const char *format, AlCharacters characters,
                      AlPlace place)
{
  AlFormat usual = {.place = place};
  gboolean known = al_encoding_parse(format, &usual.encoding, NULL);

  g_assert(known);
  *files = (AlFileSettings){.formats = g_array_new(FALSE, FALSE, sizeof(AlFormat)),
                            .album_formats = g_array_new(FALSE, FALSE, sizeof(AlFormat)),
                            .metadata = TRUE,
                            .names = g_strdup(DEFAULT_NAMES),
                            .characters = characters,
                            .place = place,
                            .receivers = g_array_new(FALSE, FALSE, sizeof(AlReceiverName))};
  g_array_set_clear_func(files->receivers, receiver_clear);
  g_array_append_val(files->formats, usual);
}

void
al_file_settings_clear(AlFileSettings *files)
{
  if (files->formats == NULL)
    return;
  g_array_unref(files->formats);
  g_array_unref(files->album_formats);
  g_array_unref(files->receivers);
  g_free(files->names);
}
