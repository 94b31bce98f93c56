/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_chain.h"

#include <string.h>

#include "album/project/read_step.h"
#include "album/project/spelling.h"

/* Far beyond any use. Names stand for whole chains, so that without a limit a short file could ask
 * for any number of steps. */
#define MAX_STEPS 100
#define MAX_CHAINS 100

struct AlNamedChains {
  const AlYamlNode *map; /* the section; NULL where there is none */
  GHashTable *read;      /* name -> AlStepList *, of those that are read or being read */
  GPtrArray *open;       /* names of those being read, each inside the one before */
};

static void
free_list(gpointer list)
{
  al_step_list_clear(list);
  g_free(list);
}

AlNamedChains *
al_named_chains_new(void)
{
  AlNamedChains *named = g_new0(AlNamedChains, 1);

  named->read = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list);
  named->open = g_ptr_array_new();
  return named;
}

void
al_named_chains_free(AlNamedChains *named)
{
  g_hash_table_unref(named->read);
  g_ptr_array_unref(named->open);
  g_free(named);
}

static gboolean
is_open(const AlNamedChains *named, const char *name)
{
  for (guint i = 0; i < named->open->len; i++) {
    if (strcmp(g_ptr_array_index(named->open, i), name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* "a, b, a" */
static char *
describe_circle(const AlNamedChains *named, const char *name)
{
  GString *circle = g_string_new("one stands in the other: ");

  for (guint i = 0; i < named->open->len; i++)
    g_string_append_printf(circle, "%s, ", (const char *)g_ptr_array_index(named->open, i));
  return g_string_free(g_string_append(circle, name), FALSE);
}

/* The steps of a named chain, read now if they were not before. `at` is where the name stands. NULL
 * where they contain themselves, which is told. */
static const AlStepList *
resolve(AlReader *reader, const AlYamlNode *at, const AlYamlNode *chain)
{
  AlNamedChains *named = reader->chains;
  AlStepList *list = g_hash_table_lookup(named->read, at->text);

  if (is_open(named, at->text)) {
    g_autofree char *circle = describe_circle(named, at->text);

    al_schema_tell(reader, at, circle, "the chain contains itself");
    return NULL;
  }
  if (list != NULL)
    return list;
  list = g_new0(AlStepList, 1);
  al_step_list_init(list);
  g_hash_table_insert(named->read, at->text, list);
  g_ptr_array_add(named->open, at->text);
  if (chain->kind != AL_YAML_EMPTY)
    al_read_chain(reader, chain, NULL, list);
  g_ptr_array_remove_index(named->open, named->open->len - 1);
  return list;
}

/* All that may stand in a chain by its name. */
static void
tell_unknown_name(AlReader *reader, const AlYamlNode *name)
{
  g_autoptr(GArray) known = g_array_new(TRUE, FALSE, sizeof(char *));
  const AlYamlNode *map = reader->chains->map;
  g_autofree char *hint = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; al_step_kinds[i] != NULL; i++)
    g_array_append_val(known, al_step_kinds[i]->name);
  for (guint i = 0; map != NULL && i < map->items->len; i++)
    g_array_append_val(known, al_yaml_pair(map, i)->key->text);
  hint = al_schema_suggest(name->text, (const char *const *)(gpointer)known->data);
  if (hint == NULL) {
    all = g_strjoinv(", ", (char **)(gpointer)known->data);
    hint = g_strdup_printf("there are %s", all);
  }
  al_schema_tell(reader, name, hint, "there is no step and no chain of this name");
}

/* Reads what `name` stands for: a step, with the settings that follow it (NULL: none), or a chain.
 */
static void
read_named(AlReader *reader, const AlYamlNode *name, const AlYamlNode *settings, AlStepList *list)
{
  const AlStepKind *kind = al_step_kind_find(name->text);
  const AlYamlNode *map = reader->chains->map;
  const AlYamlNode *chain = map != NULL ? al_yaml_get(map, name->text) : NULL;
  const AlStepList *inner;

  if (kind != NULL) {
    AlStep *step = al_read_step(reader, kind, name, settings);

    if (step != NULL)
      al_step_list_add(list, step, name->place);
  } else if (chain == NULL) {
    tell_unknown_name(reader, name);
  } else if (settings != NULL) {
    al_schema_tell(reader, name, "write its name alone, without a colon",
                   "this is a chain, which has no settings");
  } else {
    inner = resolve(reader, name, chain);
    if (inner != NULL)
      al_step_list_append(list, inner);
  }
}

static void
read_item(AlReader *reader, const AlYamlNode *item, AlStepList *list)
{
  if (item->kind == AL_YAML_TEXT)
    read_named(reader, item, NULL, list);
  else if (!al_schema_expect(reader, item, AL_YAML_MAP, "a step or the name of a chain"))
    return;
  else if (item->items->len == 1)
    read_named(reader, al_yaml_pair(item, 0)->key, al_yaml_pair(item, 0)->value, list);
  else
    al_schema_tell(reader, item,
                   "a step is one name with its settings after it; each has a hyphen of its own, "
                   "and settings are in braces or further indented",
                   item->items->len == 0 ? "this is no step" : "this is more than one step");
}

void
al_read_chain(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlStepList *list = member;
  guint before = list->steps->len;

  (void)key;
  if (value->kind == AL_YAML_TEXT) {
    al_schema_tell(reader, value, "write it in brackets: [one, another]",
                   "expected a list of steps, found text");
    return;
  }
  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of steps"))
    return;
  for (guint i = 0; i < value->items->len; i++) {
    const AlYamlNode *item = al_yaml_item(value, i);

    read_item(reader, item, list);
    if (list->steps->len - before > MAX_STEPS || i >= MAX_STEPS) {
      al_diagnostics_add(reader->diagnostics, item->place, NULL,
                         "a chain has at most %d steps, and this is beyond", MAX_STEPS);
      g_ptr_array_set_size(list->steps, (gint)before);
      g_array_set_size(list->places, before);
      return;
    }
  }
}

void
al_read_named_chains(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member)
{
  (void)key;
  (void)member;
  if (!al_schema_expect(reader, value, AL_YAML_MAP, "a mapping from names to chains"))
    return;
  reader->chains->map = value;
  for (guint i = 0; i < MIN(value->items->len, MAX_CHAINS); i++) {
    const AlYamlPair *pair = al_yaml_pair(value, i);

    if (al_step_kind_find(pair->key->text) != NULL)
      al_schema_tell(reader, pair->key, "give the chain another name",
                     "this is the name of a step");
    if (pair->value->kind == AL_YAML_EMPTY)
      al_schema_tell(reader, pair->key, NULL, "nothing stands after the key");
    resolve(reader, pair->key, pair->value);
  }
  if (value->items->len > MAX_CHAINS)
    al_schema_tell(reader, al_yaml_pair(value, MAX_CHAINS)->key, NULL,
                   "a project has at most 100 chains");
}
