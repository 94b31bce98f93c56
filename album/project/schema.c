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

/* Tells of a key that is not in the table; which one was probably meant, NULL where none was. */
static const char *
tell_unknown_key(AlReader *reader, const AlYamlNode *node, const char *what,
                 const AlSchemaKey *keys)
{
  g_autoptr(GArray) known = g_array_new(TRUE, FALSE, sizeof(char *));
  const char *const *names;
  const char *meant;
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;

  for (; keys->key != NULL; keys++)
    g_array_append_val(known, keys->key);
  names = (const char *const *)(gpointer)known->data;
  meant = al_spelling_nearest(node->text, names);
  all = g_strjoinv(", ", (char **)(gpointer)known->data);
  hint = meant != NULL ? al_schema_suggest(node->text, names)
                       : g_strdup_printf("%s has the keys %s", what, all);
  al_schema_tell(reader, node, hint, "the key is not known");
  return meant;
}

static void
read_key(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer target)
{
  if (value->kind == AL_YAML_EMPTY)
    al_diagnostics_add(reader->diagnostics, value->place, NULL,
                       "nothing stands after the key: \"%s\"", key->key);
  else
    key->read(reader, value, key, (char *)target + key->offset);
}

/* Tells of all keys that are not in the table. A bit is set for each row that was probably meant:
 * its key is misspelt and not missing. */
static guint64
tell_unknown_keys(AlReader *reader, const AlYamlNode *map, const char *what,
                  const AlSchemaKey *keys)
{
  guint64 meant = 0;

  for (guint i = 0; i < map->items->len; i++) {
    const AlYamlPair *pair = al_yaml_pair(map, i);

    if (find_key(keys, pair->key->text) == NULL) {
      const char *nearest = tell_unknown_key(reader, pair->key, what, keys);

      if (nearest != NULL)
        meant |= G_GUINT64_CONSTANT(1) << (find_key(keys, nearest) - keys);
    }
  }
  return meant;
}

static void
tell_missing_key(AlReader *reader, const AlYamlNode *node, const AlSchemaKey *key)
{
  g_autofree char *hint =
      key->example != NULL ? g_strdup_printf("write, for example, %s", key->example) : NULL;

  al_diagnostics_add(reader->diagnostics, node->place, hint, "the key is missing: \"%s\"",
                     key->key);
}

gboolean
al_schema_read(AlReader *reader, const AlYamlNode *node, const char *what, const AlSchemaKey *keys,
               gpointer target)
{
  guint64 meant;

  if (!al_schema_expect(reader, node, AL_YAML_MAP, what))
    return FALSE;
  meant = tell_unknown_keys(reader, node, what, keys);
  for (guint i = 0; keys[i].key != NULL; i++) {
    const AlYamlNode *value = al_yaml_get(node, keys[i].key);

    g_assert(i < 64);
    if (value != NULL)
      read_key(reader, value, &keys[i], target);
    else if (keys[i].required && !(meant >> i & 1))
      tell_missing_key(reader, node, &keys[i]);
  }
  return TRUE;
}
