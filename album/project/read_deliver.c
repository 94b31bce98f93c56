/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_deliver.h"

#include <string.h>

#include "album/project/deliverable_kind.h"
#include "album/project/deliverable_name.h"
#include "album/project/read_codecs.h"
#include "album/project/read_files.h"
#include "album/project/read_level.h"
#include "album/project/read_sides.h"
#include "album/project/values.h"

/* Far beyond any use; every name is compared with those before it. */
#define MAX_DELIVERABLES 100

/* The words of the kinds, as choices; the array ends with no word. */
static void
list_kinds(AlChoice *choices)
{
  for (int i = 0; i < AL_KIND_COUNT; i++)
    choices[i] = (AlChoice){al_deliverable_kind((AlKind)i)->word, i};
  choices[AL_KIND_COUNT] = (AlChoice){NULL, 0};
}

/* A name that is a kind needs no `kind`. */
static gboolean
find_kind(AlReader *reader, const AlYamlPair *pair, int *kind)
{
  const AlYamlNode *written =
      pair->value->kind == AL_YAML_MAP ? al_yaml_get(pair->value, "kind") : NULL;
  AlChoice choices[AL_KIND_COUNT + 1];

  list_kinds(choices);
  if (written != NULL && written->kind != AL_YAML_EMPTY)
    return al_value_find_choice(reader, written, choices, kind);
  for (const AlChoice *choice = choices; choice->word != NULL; choice++) {
    if (strcmp(choice->word, pair->key->text) == 0) {
      *kind = choice->value;
      return TRUE;
    }
  }
  al_schema_tell(reader, pair->key, "write kind: cd into its settings, or call it cd",
                 "the name is not that of a kind, and there is no key \"kind\"");
  return FALSE;
}

/* Whether the deliverable can have a folder of this name. */
static void
check_name(AlReader *reader, const AlYamlNode *key, const GPtrArray *deliverables)
{
  const char *fault = al_deliverable_name_fault(key->text);

  if (fault != NULL)
    al_schema_tell(reader, key, fault, "this cannot be the name of a folder");
  for (guint i = 0; i < deliverables->len; i++) {
    const AlDeliverable *earlier = g_ptr_array_index(deliverables, i);
    g_autofree char *name = g_utf8_casefold(key->text, -1);
    g_autofree char *earlier_name = g_utf8_casefold(earlier->name, -1);

    if (strcmp(name, earlier_name) == 0)
      al_diagnostics_add(reader->diagnostics, key->place, NULL,
                         "some systems cannot tell this folder from \"%s\": \"%s\"", earlier->name,
                         key->text);
  }
}

static AlDeliverable *
deliverable_new(AlReader *reader, const AlYamlNode *name, AlKind kind)
{
  AlDeliverable *deliverable = g_new0(AlDeliverable, 1);

  deliverable->name = g_strdup(name->text);
  deliverable->kind = kind;
  deliverable->place = name->place;
  al_delivered_level_init(&deliverable->level, reader->project->master.loudness);
  al_codec_settings_init(&deliverable->codecs);
  al_deliverable_kind_init(deliverable);
  return deliverable;
}

static void
read_deliverable(AlReader *reader, const AlYamlPair *pair, GPtrArray *deliverables)
{
  const AlDeliverableKind *row;
  AlDeliverable *deliverable;
  int kind;

  check_name(reader, pair->key, deliverables);
  if (pair->value->kind != AL_YAML_EMPTY &&
      !al_schema_expect(reader, pair->value, AL_YAML_MAP, "the settings of a deliverable"))
    return;
  if (!find_kind(reader, pair, &kind))
    return;
  deliverable = deliverable_new(reader, pair->key, (AlKind)kind);
  g_ptr_array_add(deliverables, deliverable);
  if (pair->value->kind != AL_YAML_MAP)
    return;
  row = al_deliverable_kind((AlKind)kind);
  al_schema_read(reader, pair->value, row->title, row->keys, deliverable);
  if (!deliverable->level.has_ceiling)
    al_check_level(reader, pair->value);
  al_check_files(reader, pair->value);
  al_check_codecs(reader, pair->value, deliverable);
}

void
al_deliverable_free(gpointer data)
{
  AlDeliverable *deliverable = data;

  al_file_settings_clear(&deliverable->files);
  al_codec_settings_clear(&deliverable->codecs);
  al_side_settings_clear(&deliverable->sides);
  g_free(deliverable->name);
  g_free(deliverable);
}

gboolean
al_deliver_has_disc(const AlYamlNode *root)
{
  const AlYamlNode *deliver = root->kind == AL_YAML_MAP ? al_yaml_get(root, "deliver") : NULL;
  gboolean disc = FALSE;

  if (deliver == NULL || deliver->kind != AL_YAML_MAP)
    return TRUE;
  for (guint i = 0; i < deliver->items->len; i++) {
    const AlYamlPair *pair = al_yaml_pair(deliver, i);
    const AlYamlNode *kind =
        pair->value->kind == AL_YAML_MAP ? al_yaml_get(pair->value, "kind") : NULL;
    const AlYamlNode *word = kind != NULL ? kind : pair->key;

    disc = disc || word->kind != AL_YAML_TEXT || strcmp(word->text, "cd") == 0;
  }
  return disc;
}

void
al_read_deliver(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  GPtrArray *deliverables = *(GPtrArray **)member;

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_MAP,
                        "a mapping from names of deliverables to their settings"))
    return;
  if (value->items->len == 0)
    al_schema_tell(reader, value, "write cd: for a CD", "nothing is to be delivered");
  for (guint i = 0; i < MIN(value->items->len, MAX_DELIVERABLES); i++)
    read_deliverable(reader, al_yaml_pair(value, i), deliverables);
  if (value->items->len > MAX_DELIVERABLES)
    al_schema_tell(reader, al_yaml_pair(value, MAX_DELIVERABLES)->key, NULL,
                   "a project has at most 100 deliverables");
}
