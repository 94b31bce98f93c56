/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/schema.h"

#include <string.h>

#include "album/project/spelling.h"

void
al_schema_tell(AlReader *reader, const AlYamlNode *node, const char *hint, const char *message)
{
  if (node->kind == AL_YAML_TEXT)
    al_diagnostics_add(reader->diagnostics, node->place, hint, "%s: \"%s\"", message, node->text);
  else
    al_diagnostics_add(reader->diagnostics, node->place, hint, "%s", message);
}

gboolean
al_schema_expect(AlReader *reader, const AlYamlNode *node, AlYamlKind kind, const char *what)
{
  g_autofree char *message = NULL;

  if (node->kind == kind)
    return TRUE;
  message = g_strdup_printf("expected %s, found %s", what, al_yaml_kind_name(node->kind));
  al_schema_tell(reader, node, NULL, message);
  return FALSE;
}

char *
al_schema_suggest(const char *word, const char *const *known)
{
  const char *nearest = al_spelling_nearest(word, known);

  return nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : NULL;
}

static const AlSchemaKey *
find_key(const AlSchemaKey *keys, const char *name)
{
  for (; keys->key != NULL; keys++) {
    if (strcmp(keys->key, name) == 0)
      return keys;
  }
  return NULL;
}

static void
tell_unknown_key(AlReader *reader, const AlYamlNode *key, const char *what, const AlSchemaKey *keys)
{
  g_autoptr(GArray) known = g_array_new(TRUE, FALSE, sizeof(char *));
  g_autofree char *suggestion = NULL;
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;

  for (; keys->key != NULL; keys++)
    g_array_append_val(known, keys->key);
  suggestion = al_schema_suggest(key->text, (const char *const *)(gpointer)known->data);
  all = g_strjoinv(", ", (char **)(gpointer)known->data);
  hint = suggestion == NULL ? g_strdup_printf("%s has the keys %s", what, all) : NULL;
  al_schema_tell(reader, key, suggestion != NULL ? suggestion : hint, "the key is not known");
}

static void
read_key(AlReader *reader, const AlYamlNode *map, const AlSchemaKey *key, gpointer target)
{
  const AlYamlNode *value = al_yaml_get(map, key->key);

  if (value == NULL) {
    if (key->required)
      al_diagnostics_add(reader->diagnostics, map->place, NULL, "the key is missing: \"%s\"",
                         key->key);
  } else if (value->kind == AL_YAML_EMPTY) {
    al_diagnostics_add(reader->diagnostics, value->place, NULL,
                       "nothing stands after the key: \"%s\"", key->key);
  } else {
    key->read(reader, value, key, (char *)target + key->offset);
  }
}

gboolean
al_schema_read(AlReader *reader, const AlYamlNode *node, const char *what, const AlSchemaKey *keys,
               gpointer target)
{
  if (!al_schema_expect(reader, node, AL_YAML_MAP, what))
    return FALSE;
  for (guint i = 0; i < node->items->len; i++) {
    const AlYamlPair *pair = al_yaml_pair(node, i);

    if (find_key(keys, pair->key->text) == NULL)
      tell_unknown_key(reader, pair->key, what, keys);
  }
  for (const AlSchemaKey *key = keys; key->key != NULL; key++)
    read_key(reader, node, key, target);
  return TRUE;
}
