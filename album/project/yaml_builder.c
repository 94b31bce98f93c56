/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/yaml_builder.h"

#include <string.h>

/* A list or a mapping that is not yet closed. */
typedef struct {
  AlYamlNode *node;
  gsize offset;     /* of the node, in bytes */
  AlYamlNode *key;  /* mapping: read, and its value not yet */
  GHashTable *keys; /* mapping: text (of the node's keys) to its AlYamlNode */
  AlPlace last;     /* list: of its last item, and that in bytes */
  gsize last_offset;
} Open;

static void
pair_free(gpointer data)
{
  AlYamlPair *pair = data;

  al_yaml_free(pair->key);
  al_yaml_free(pair->value);
  g_free(pair);
}

static void
node_free(gpointer data)
{
  al_yaml_free(data);
}

static void
open_clear(gpointer data)
{
  Open *open = data;

  al_yaml_free(open->node);
  al_yaml_free(open->key);
  g_clear_pointer(&open->keys, g_hash_table_unref);
}

static Open *
innermost(const AlYamlBuilder *builder)
{
  guint depth = builder->open->len;

  return depth > 0 ? &g_array_index(builder->open, Open, depth - 1) : NULL;
}

/* The start of the next line, NULL where there is none. */
static const char *
next_line(const char *at, const char *end)
{
  while (at < end && *at != '\n' && *at != '\r')
    at++;
  if (end - at > 1 && at[0] == '\r' && at[1] == '\n')
    at++;
  return at < end ? at + 1 : NULL;
}

/* The parser gives no place for an empty item. Its "-" is the first after the item before that
 * begins a line and stands in the column of the list. */
static void
find_dash(const AlYamlBuilder *builder, Open *list)
{
  const char *end = builder->text + builder->length;
  const char *line = builder->text + list->last_offset;
  AlPlace place = list->last;

  while ((line = next_line(line, end)) != NULL) {
    gsize indent = 0;

    place.line++;
    while (line + indent < end && line[indent] == ' ')
      indent++;
    if (line + indent < end && line[indent] == '-' && indent + 1 == list->node->place.column) {
      list->last = (AlPlace){.line = place.line, .column = list->node->place.column};
      list->last_offset = (gsize)(line + indent - builder->text);
      return;
    }
  }
  list->last_offset = builder->length; /* nothing to search again */
}

static void
add_item(const AlYamlBuilder *builder, Open *list, AlYamlNode *node, gsize offset)
{
  if (node->kind != AL_YAML_EMPTY) {
    list->last = node->place;
    list->last_offset = offset;
  } else {
    if (list->node->items->len > 0)
      find_dash(builder, list);
    node->place = list->last;
  }
  g_ptr_array_add(list->node->items, node);
}

/* Whether a key can stand in its mapping. */
static gboolean
accept_key(const AlYamlBuilder *builder, const Open *map, const AlYamlNode *key)
{
  const AlYamlNode *earlier;
  g_autofree char *hint = NULL;

  if (key->kind != AL_YAML_TEXT) {
    al_diagnostics_add(builder->diagnostics, key->place.line > 0 ? key->place : map->node->place,
                       NULL, "expected a key, found %s", al_yaml_kind_name(key->kind));
    return FALSE;
  }
  earlier = g_hash_table_lookup(map->keys, key->text);
  if (earlier == NULL)
    return TRUE;
  hint = g_strdup_printf("the first is in line %u", earlier->place.line);
  al_diagnostics_add(builder->diagnostics, key->place, hint, "the key stands here twice: \"%s\"",
                     key->text);
  return FALSE;
}

static void
add_pair(const AlYamlBuilder *builder, Open *map, AlYamlNode *value)
{
  AlYamlPair *pair = g_new(AlYamlPair, 1);

  pair->key = g_steal_pointer(&map->key);
  pair->value = value;
  if (value->kind == AL_YAML_EMPTY)
    value->place = pair->key->place;
  if (accept_key(builder, map, pair->key)) {
    g_hash_table_insert(map->keys, pair->key->text, pair->key);
    g_ptr_array_add(map->node->items, pair);
  } else {
    pair_free(pair);
  }
}

void
al_yaml_builder_add(AlYamlBuilder *builder, AlYamlNode *node, gsize offset)
{
  Open *around = innermost(builder);

  if (around == NULL) {
    g_assert(builder->root == NULL);
    builder->root = node;
  } else if (around->node->kind == AL_YAML_LIST) {
    add_item(builder, around, node, offset);
  } else if (around->key == NULL) {
    around->key = node;
  } else {
    add_pair(builder, around, node);
  }
}

gboolean
al_yaml_builder_open(AlYamlBuilder *builder, AlYamlKind kind, AlPlace place, gsize offset)
{
  AlYamlNode *node;
  Open open;

  if (builder->open->len == AL_YAML_DEPTH) {
    al_diagnostics_add(builder->diagnostics, place, NULL,
                       "lists and mappings are nested too deeply here");
    return FALSE;
  }
  node = g_new0(AlYamlNode, 1);
  node->kind = kind;
  node->place = place;
  node->items = g_ptr_array_new_with_free_func(kind == AL_YAML_MAP ? pair_free : node_free);
  open = (Open){.node = node, .offset = offset, .last = place, .last_offset = offset};
  if (kind == AL_YAML_MAP)
    open.keys = g_hash_table_new(g_str_hash, g_str_equal);
  g_array_append_val(builder->open, open);
  return TRUE;
}

void
al_yaml_builder_close(AlYamlBuilder *builder)
{
  Open *open = innermost(builder);
  AlYamlNode *node = g_steal_pointer(&open->node);
  gsize offset = open->offset;

  g_array_set_size(builder->open, builder->open->len - 1);
  al_yaml_builder_add(builder, node, offset);
}

AlPlace
al_yaml_builder_place(const AlYamlBuilder *builder)
{
  const Open *open = innermost(builder);

  return open != NULL ? open->node->place : (AlPlace){.line = 1, .column = 1};
}

void
al_yaml_builder_init(AlYamlBuilder *builder, const char *text, gsize length,
                     AlDiagnostics *diagnostics)
{
  *builder = (AlYamlBuilder){.text = text, .length = length, .diagnostics = diagnostics};
  builder->open = g_array_new(FALSE, FALSE, sizeof(Open));
  g_array_set_clear_func(builder->open, open_clear);
}

void
al_yaml_builder_clear(AlYamlBuilder *builder)
{
  g_array_unref(builder->open);
  g_clear_pointer(&builder->root, al_yaml_free);
}
