/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_deliver.h"

#include <string.h>

#include "album/project/deliverable_name.h"
#include "album/project/read_level.h"
#include "album/project/values.h"

/* Far beyond any use; every name is compared with those before it. */
#define MAX_DELIVERABLES 100

/* By AlDither. */
static const AlChoice dithers[] = {
    {"shaped", AL_DITHER_SHAPED}, {"tpdf", AL_DITHER_TPDF}, {"none", AL_DITHER_NONE}, {NULL, 0}};

static const AlChoice images[] = {{"ddp", AL_IMAGE_DDP},
                                  {"cue", AL_IMAGE_CUE},
                                  {"toc", AL_IMAGE_TOC},
                                  {"bin", AL_IMAGE_BIN},
                                  {NULL, 0}};

/* `kind` is read before the others, as it decides which they may be. */
static void
read_nothing(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)reader;
  (void)value;
  (void)key;
  (void)member;
}

static const AlSchemaKey cd_keys[] = {
    {.key = "kind", .read = read_nothing},
    {.key = "dither",
     .read = al_value_choice,
     .offset = offsetof(AlDeliverable, dither),
     .detail = dithers},
    {.key = "images",
     .read = al_value_choices,
     .offset = offsetof(AlDeliverable, images),
     .detail = images},
    AL_LEVEL_ROWS(AlDeliverable),
    {.key = NULL},
};

/* What a deliverable can be. By AlKind. */
static const AlChoice kinds[] = {{"cd", AL_KIND_CD}, {NULL, 0}};
static const AlSchemaKey *const kind_keys[] = {[AL_KIND_CD] = cd_keys};
static const char *const kind_titles[] = {[AL_KIND_CD] = "a CD"};

const char *
al_kind_name(AlKind kind)
{
  return kinds[kind].word;
}

const char *
al_dither_name(AlDither dither)
{
  return dithers[dither].word;
}

/* A name that is a kind needs no `kind`. */
static gboolean
find_kind(AlReader *reader, const AlYamlPair *pair, int *kind)
{
  const AlYamlNode *written =
      pair->value->kind == AL_YAML_MAP ? al_yaml_get(pair->value, "kind") : NULL;

  if (written != NULL && written->kind != AL_YAML_EMPTY)
    return al_value_find_choice(reader, written, kinds, kind);
  for (guint i = 0; kinds[i].word != NULL; i++) {
    if (strcmp(kinds[i].word, pair->key->text) == 0) {
      *kind = kinds[i].value;
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

static void
read_deliverable(AlReader *reader, const AlYamlPair *pair, GPtrArray *deliverables)
{
  AlDeliverable *deliverable;
  int kind;

  check_name(reader, pair->key, deliverables);
  if (pair->value->kind != AL_YAML_EMPTY &&
      !al_schema_expect(reader, pair->value, AL_YAML_MAP, "the settings of a deliverable"))
    return;
  if (!find_kind(reader, pair, &kind))
    return;
  deliverable = g_new0(AlDeliverable, 1);
  deliverable->name = g_strdup(pair->key->text);
  deliverable->kind = (AlKind)kind;
  deliverable->place = pair->key->place;
  deliverable->images = AL_IMAGE_DDP | AL_IMAGE_CUE | AL_IMAGE_TOC | AL_IMAGE_BIN;
  al_delivered_level_init(&deliverable->level, reader->project->master.loudness);
  g_ptr_array_add(deliverables, deliverable);
  if (pair->value->kind != AL_YAML_MAP)
    return;
  al_schema_read(reader, pair->value, kind_titles[kind], kind_keys[kind], deliverable);
  al_check_level(reader, pair->value);
}

void
al_deliverable_free(gpointer data)
{
  AlDeliverable *deliverable = data;

  g_free(deliverable->name);
  g_free(deliverable);
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
