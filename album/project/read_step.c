/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_step.h"

#include <string.h>

#include "album/project/read_setting.h"
#include "album/project/spelling.h"

/* The form whose name is a key of the entry; the only one where forms have no names. */
static const AlEntryForm *
find_form(const AlEntryList *list, const AlYamlNode *entry)
{
  for (const AlEntryForm *form = list->forms; form->text != NULL; form++) {
    if (form->name == NULL || al_yaml_get(entry, form->name) != NULL)
      return form;
  }
  return NULL;
}

/* Of an entry without a form: a key that is misspelt, or that it needs one. */
static void
tell_no_form(AlReader *reader, const AlYamlNode *entry, const AlEntryList *list)
{
  g_autoptr(GArray) names = g_array_new(TRUE, FALSE, sizeof(char *));
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;

  for (const AlEntryForm *form = list->forms; form->text != NULL; form++)
    g_array_append_val(names, form->name);
  for (guint i = 0; i < entry->items->len; i++) {
    const AlYamlNode *key = al_yaml_pair(entry, i)->key;
    g_autofree char *meant =
        al_schema_suggest(key->text, (const char *const *)(gpointer)names->data);

    if (meant != NULL) {
      al_schema_tell(reader, key, meant, "the setting is not known");
      return;
    }
  }
  all = g_strjoinv(", ", (char **)(gpointer)names->data);
  hint = g_strdup_printf("expected one of %s", all);
  al_schema_tell(reader, entry, hint, "nothing says what this is");
}

/* Tells the first setting of an entry that has no effect without the leader of its table: taken
 * silently it would pass for being at work. */
static void
require_leader(AlReader *reader, const AlYamlNode *entry, const AlEntryList *list)
{
  const AlParameter *leader = list->led;

  if (al_yaml_get(entry, leader->name) != NULL)
    return;
  for (guint i = 0; i < entry->items->len; i++) {
    const AlYamlNode *key = al_yaml_pair(entry, i)->key;

    if (al_parameter_find(leader, key->text) != NULL) {
      g_autofree char *range = al_parameter_format_range(leader);
      g_autofree char *hint = g_strdup_printf("add %s: %s", leader->name, range);
      g_autofree char *message = g_strdup_printf("without a %s this has no effect", leader->name);

      al_schema_tell(reader, key, hint, message);
      return;
    }
  }
}

static void
read_entry(AlReader *reader, const AlYamlNode *node, AlStep *step)
{
  const AlEntryList *list = step->kind->list;
  g_autofree char *what = g_strdup_printf("one of the %s", list->name);
  g_autoptr(GArray) settings = al_settings_new();
  const AlEntryForm *form;
  gpointer entry;

  if (!al_schema_expect(reader, node, AL_YAML_MAP, what))
    return;
  form = find_form(list, node);
  if (form == NULL) {
    tell_no_form(reader, node, list);
    return;
  }
  entry = al_step_add_entry(step, form);
  for (guint i = 0; form->tables[i] != NULL; i++) {
    al_settings_add(settings, form->tables[i], entry);
    if (form->tables[i] == list->led)
      require_leader(reader, node, list);
  }
  al_read_settings(reader, node, form->name != NULL ? form->name : what, NULL, settings);
  al_require_settings(reader, node->place, settings);
}

static void
read_list(AlReader *reader, const AlYamlNode *node, AlStep *step)
{
  const AlEntryList *list = step->kind->list;
  guint written = node->items->len;

  if (written < list->minimum)
    al_diagnostics_add(reader->diagnostics, node->place, NULL, "at least %u of the %s are needed",
                       list->minimum, list->name);
  if (written > list->maximum)
    al_diagnostics_add(reader->diagnostics, al_yaml_item(node, list->maximum)->place, NULL,
                       "at most %u of the %s are possible, and this is one more", list->maximum,
                       list->name);
  for (guint i = 0; i < MIN(written, list->maximum); i++)
    read_entry(reader, al_yaml_item(node, i), step);
}

/* Settings by name, and the list among them. */
static void
read_map(AlReader *reader, const AlYamlNode *map, AlStep *step, GArray *settings)
{
  const AlEntryList *list = step->kind->list;
  const AlYamlNode *entries = list != NULL ? al_yaml_get(map, list->name) : NULL;

  if (list != NULL && find_form(list, map) != NULL && list->forms[0].name != NULL) {
    g_autofree char *hint = g_strdup_printf("write a list of them: %s: [{...}]", step->kind->name);
    g_autofree char *message = g_strdup_printf("this is one of the %s", list->name);

    al_schema_tell(reader, map, hint, message);
    return;
  }
  al_read_settings(reader, map, step->kind->name, list != NULL ? list->name : NULL, settings);
  if (list != NULL && entries == NULL)
    al_diagnostics_add(reader->diagnostics, map->place, NULL, "the list is missing: \"%s\"",
                       list->name);
  else if (entries != NULL && entries->kind != AL_YAML_EMPTY &&
           al_schema_expect(reader, entries, AL_YAML_LIST, "a list"))
    read_list(reader, entries, step);
}

/* Only the setting of a step with no other can be written without its name. */
static void
read_short(AlReader *reader, const AlYamlNode *value, AlStep *step, GArray *settings)
{
  const AlStepKind *kind = step->kind;
  g_autofree char *hint = NULL;

  if (kind->list == NULL && kind->parameters[0].name != NULL && kind->parameters[1].name == NULL) {
    AlSetting *setting = &g_array_index(settings, AlSetting, 0);

    setting->meant = TRUE;
    al_read_setting(reader, value, setting);
    return;
  }
  hint = kind->list != NULL
             ? g_strdup_printf("write the %s as a list: %s: [{...}]", kind->list->name, kind->name)
             : g_strdup_printf("write which setting it is: %s: {%s: ...}", kind->name,
                               kind->parameters[0].name);
  al_schema_tell(reader, value, hint, "expected the settings of a step, found text");
}

static void
read_settings_of(AlReader *reader, const AlYamlNode *name, const AlYamlNode *value, AlStep *step)
{
  g_autoptr(GArray) settings = al_settings_new();
  const AlYamlNode *at = value != NULL ? value : name;
  g_autofree char *what = g_strdup_printf("the settings of %s", step->kind->name);

  al_settings_add(settings, step->kind->parameters, step->settings);
  al_settings_add_one(settings, &al_step_bypass, step);
  if (step->kind->mixable)
    al_settings_add_one(settings, &al_step_mix, step);

  if (value == NULL && step->kind->list != NULL)
    al_diagnostics_add(reader->diagnostics, name->place, NULL, "the list is missing: \"%s\"",
                       step->kind->list->name);
  else if (value != NULL && value->kind == AL_YAML_EMPTY)
    al_schema_tell(reader, name, "without settings a step is written without the colon",
                   "nothing stands after the step");
  else if (value != NULL && value->kind == AL_YAML_TEXT)
    read_short(reader, value, step, settings);
  else if (value != NULL && value->kind == AL_YAML_LIST && step->kind->list != NULL)
    read_list(reader, value, step);
  else if (value != NULL && al_schema_expect(reader, value, AL_YAML_MAP, what))
    read_map(reader, value, step, settings);
  if (value == NULL || value->kind == AL_YAML_MAP)
    al_require_settings(reader, at->place, settings);
}

static gboolean
goes_together(AlReader *reader, const AlStep *step, AlPlace place)
{
  g_autoptr(GError) error = NULL;

  if (step->kind->check == NULL || step->kind->check(step->settings, &error))
    return TRUE;
  al_diagnostics_add(reader->diagnostics, place, NULL, "%s: %s", step->kind->name, error->message);
  return FALSE;
}

AlStep *
al_read_step(AlReader *reader, const AlStepKind *kind, const AlYamlNode *name,
             const AlYamlNode *settings)
{
  g_autoptr(AlStep) step = al_step_new(kind);
  guint errors = al_diagnostics_count(reader->diagnostics);

  read_settings_of(reader, name, settings, step);
  if (al_diagnostics_count(reader->diagnostics) > errors ||
      !goes_together(reader, step, name->place))
    return NULL;
  return g_steal_pointer(&step);
}
