/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/yaml.h"

#include <string.h>

void
al_yaml_free(AlYamlNode *node)
{
  if (node == NULL)
    return;
  g_free(node->text);
  g_clear_pointer(&node->items, g_ptr_array_unref);
  g_free(node);
}

static gboolean
has_key(const AlYamlPair *pair, const char *key)
{
  return strcmp(pair->key->text, key) == 0;
}

const AlYamlNode *
al_yaml_get(const AlYamlNode *map, const char *key)
{
  for (guint i = 0; i < map->items->len; i++) {
    const AlYamlPair *pair = al_yaml_pair(map, i);

    if (has_key(pair, key))
      return pair->value;
  }
  return NULL;
}

const AlYamlNode *
al_yaml_item(const AlYamlNode *list, guint i)
{
  g_assert(list->kind == AL_YAML_LIST);
  return g_ptr_array_index(list->items, i);
}

const AlYamlPair *
al_yaml_pair(const AlYamlNode *map, guint i)
{
  g_assert(map->kind == AL_YAML_MAP);
  return g_ptr_array_index(map->items, i);
}

AlPlace
al_yaml_place_of(const AlYamlNode *node, const char *character)
{
  AlPlace place = node->place;

  if (node->verbatim)
    place.column += node->quoted + g_utf8_pointer_to_offset(node->text, character);
  return place;
}

const char *
al_yaml_kind_name(AlYamlKind kind)
{
  static const char *const names[] = {[AL_YAML_EMPTY] = "nothing",
                                      [AL_YAML_TEXT] = "text",
                                      [AL_YAML_LIST] = "a list",
                                      [AL_YAML_MAP] = "a mapping"};

  return names[kind];
}
