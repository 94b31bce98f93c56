/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_setting.h"

#include <string.h>

#include "album/project/spelling.h"
#include "album/project/values.h"

/* How a unit is read, and by what a value is divided to be a setting. */
static const struct {
  AlQuantity quantity;
  double divisor;
} units[] = {
    [AL_UNIT_DB] = {AL_QUANTITY_DB, 1},
    [AL_UNIT_HZ] = {AL_QUANTITY_FREQUENCY, 1},
    [AL_UNIT_SECONDS] = {AL_QUANTITY_DURATION, 1},
    [AL_UNIT_PERCENT] = {AL_QUANTITY_PERCENT, 100},
    [AL_UNIT_DEGREES] = {AL_QUANTITY_ANGLE, 1},
    [AL_UNIT_NUMBER] = {AL_QUANTITY_NUMBER, 1},
};

GArray *
al_settings_new(void)
{
  return g_array_new(FALSE, FALSE, sizeof(AlSetting));
}

void
al_settings_add_one(GArray *settings, const AlParameter *parameter, gpointer base)
{
  AlSetting setting = {.parameter = parameter, .settings = base};

  g_array_append_val(settings, setting);
}

void
al_settings_add(GArray *settings, const AlParameter *table, gpointer base)
{
  for (; table->name != NULL; table++)
    al_settings_add_one(settings, table, base);
}

static void
read_choice(AlReader *reader, const AlYamlNode *value, AlSetting *setting)
{
  g_autoptr(GArray) choices = g_array_new(TRUE, TRUE, sizeof(AlChoice));
  const AlWord *words = setting->parameter->words;
  int chosen;

  for (int i = 0; words[i].word != NULL; i++) {
    AlChoice choice = {.word = words[i].word, .value = i};

    g_array_append_val(choices, choice);
  }
  if (al_value_find_choice(reader, value, (const AlChoice *)(gpointer)choices->data, &chosen))
    al_parameter_set(setting->parameter, setting->settings, words[chosen].value);
}

/* One of the words that may stand in the place of a quantity. */
static gboolean
read_word(const AlYamlNode *value, AlSetting *setting)
{
  const AlWord *word = setting->parameter->words;

  for (; word != NULL && word->word != NULL; word++) {
    if (strcmp(word->word, value->text) == 0) {
      al_parameter_set(setting->parameter, setting->settings, word->value);
      return TRUE;
    }
  }
  return FALSE;
}

static void
tell_no_quantity(AlReader *reader, const AlYamlNode *value, const AlParameter *parameter,
                 const GError *error)
{
  g_autoptr(GString) hint = g_string_new(al_quantity_expected(units[parameter->unit].quantity));

  for (const AlWord *word = parameter->words; word != NULL && word->word != NULL; word++)
    g_string_append_printf(hint, ", or %s", word->word);
  al_diagnostics_add(reader->diagnostics, value->place, hint->str, "%s", error->message);
}

void
al_read_setting(AlReader *reader, const AlYamlNode *value, AlSetting *setting)
{
  const AlParameter *parameter = setting->parameter;
  g_autoptr(GError) error = NULL;
  g_autofree char *range = NULL;
  g_autofree char *hint = NULL;
  double number;

  if (parameter->unit == AL_UNIT_CHOICE) {
    read_choice(reader, value, setting);
    return;
  }
  range = al_parameter_format_range(parameter);
  if (!al_schema_expect(reader, value, AL_YAML_TEXT, range) || read_word(value, setting))
    return;
  if (!al_quantity_parse(units[parameter->unit].quantity, value->text, &number, &error)) {
    tell_no_quantity(reader, value, parameter, error);
    return;
  }
  number /= units[parameter->unit].divisor;
  if (number >= parameter->minimum && number <= parameter->maximum) {
    al_parameter_set(parameter, setting->settings, number);
    return;
  }
  hint = g_strdup_printf("%s is %s", parameter->name, range);
  al_schema_tell(reader, value, hint, "the value is out of range");
}

static AlSetting *
find_setting(GArray *settings, const char *name)
{
  for (guint i = 0; i < settings->len; i++) {
    AlSetting *setting = &g_array_index(settings, AlSetting, i);

    if (strcmp(setting->parameter->name, name) == 0)
      return setting;
  }
  return NULL;
}

/* The setting that was probably meant is not told to be missing. */
static void
tell_unknown_setting(AlReader *reader, const AlYamlNode *key, const char *what, const char *other,
                     GArray *settings)
{
  g_autoptr(GArray) known = g_array_new(TRUE, FALSE, sizeof(char *));
  const char *const *names;
  const char *nearest;
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;
  AlSetting *meant;

  for (guint i = 0; i < settings->len; i++)
    g_array_append_val(known, g_array_index(settings, AlSetting, i).parameter->name);
  if (other != NULL)
    g_array_append_val(known, other);
  names = (const char *const *)(gpointer)known->data;
  all = g_strjoinv(", ", (char **)(gpointer)known->data);
  nearest = al_spelling_nearest(key->text, names);
  hint = nearest != NULL ? al_schema_suggest(key->text, names)
                         : g_strdup_printf("%s has %s", what, all);
  al_schema_tell(reader, key, hint, "the setting is not known");
  meant = nearest != NULL ? find_setting(settings, nearest) : NULL;
  if (meant != NULL)
    meant->meant = TRUE;
}

void
al_read_settings(AlReader *reader, const AlYamlNode *map, const char *what, const char *other,
                 GArray *settings)
{
  for (guint i = 0; i < map->items->len; i++) {
    const AlYamlPair *pair = al_yaml_pair(map, i);
    AlSetting *setting = find_setting(settings, pair->key->text);

    if (setting != NULL)
      setting->meant = TRUE;
    else if (other == NULL || strcmp(other, pair->key->text) != 0)
      tell_unknown_setting(reader, pair->key, what, other, settings);
    if (pair->value->kind == AL_YAML_EMPTY)
      al_schema_tell(reader, pair->key, NULL, "nothing stands after the key");
    else if (setting != NULL)
      al_read_setting(reader, pair->value, setting);
  }
}

void
al_require_settings(AlReader *reader, AlPlace place, const GArray *settings)
{
  for (guint i = 0; i < settings->len; i++) {
    const AlSetting *setting = &g_array_index(settings, AlSetting, i);

    if (isnan(setting->parameter->default_value) && !setting->meant)
      al_diagnostics_add(reader->diagnostics, place, NULL, "the setting is missing: \"%s\"",
                         setting->parameter->name);
  }
}
