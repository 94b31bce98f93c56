/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/step.h"

#include <math.h>

/* How a value of a unit is written: the first row whose `from` it reaches. */
static const struct {
  AlUnit unit;
  double from, scale;
  const char *suffix;
} writings[] = {
    {AL_UNIT_DB, 0.0, 1.0, " dB"},       {AL_UNIT_HZ, 1000.0, 1e-3, " kHz"},
    {AL_UNIT_HZ, 0.0, 1.0, " Hz"},       {AL_UNIT_SECONDS, 1.0, 1.0, " s"},
    {AL_UNIT_SECONDS, 0.0, 1e3, " ms"},  {AL_UNIT_PERCENT, 0.0, 100.0, " %"},
    {AL_UNIT_DEGREES, 0.0, 1.0, " deg"}, {AL_UNIT_NUMBER, 0.0, 1.0, ""},
};

char *
al_parameter_format(const AlParameter *parameter, double value)
{
  for (const AlWord *word = parameter->words; word != NULL && word->word != NULL; word++)
    if (word->value == value)
      return g_strdup(word->word);
  for (gsize i = 0; i < G_N_ELEMENTS(writings); i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    if (writings[i].unit != parameter->unit || fabs(value) < writings[i].from)
      continue;
    g_ascii_formatd(number, sizeof number, "%.6g", value * writings[i].scale);
    return g_strconcat(number, writings[i].suffix, NULL);
  }
  g_assert_not_reached(); /* a choice without a word for this value */
}

char *
al_parameter_format_range(const AlParameter *parameter)
{
  g_autoptr(GString) text = g_string_new(NULL);

  if (parameter->unit != AL_UNIT_CHOICE) {
    g_autofree char *from = al_parameter_format(parameter, parameter->minimum);
    g_autofree char *to = al_parameter_format(parameter, parameter->maximum);

    g_string_append_printf(text, "%s to %s", from, to);
  }
  for (const AlWord *word = parameter->words; word != NULL && word->word != NULL; word++)
    g_string_append_printf(text, "%s%s", text->len > 0 ? " | " : "", word->word);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static void
append_parameter(GString *text, const AlParameter *parameter, const char *indent)
{
  g_autofree char *range = al_parameter_format_range(parameter);

  g_string_append_printf(text, "%s%s: %s", indent, parameter->name, range);
  if (isnan(parameter->default_value)) {
    g_string_append(text, "; must be given\n");
  } else {
    g_autofree char *value = al_parameter_format(parameter, parameter->default_value);

    g_string_append_printf(text, "; default %s\n", value);
  }
  g_string_append_printf(text, "%s    %s\n", indent, parameter->text);
}

static void
append_table(GString *text, const AlParameter *table, const char *indent)
{
  for (; table->name != NULL; table++)
    append_parameter(text, table, indent);
}

/* A table that several forms share is told once, at the first of them. */
static gboolean
told_before(const AlEntryList *list, const AlEntryForm *form, const AlParameter *table)
{
  for (const AlEntryForm *earlier = list->forms; earlier < form; earlier++)
    for (guint i = 0; earlier->tables[i] != NULL; i++)
      if (earlier->tables[i] == table)
        return TRUE;
  return FALSE;
}

static void
append_form(GString *text, const AlEntryList *list, const AlEntryForm *form)
{
  g_autoptr(GString) above = g_string_new(NULL);

  g_string_append_printf(text, "\n  %s%s%s\n", form->name != NULL ? form->name : "",
                         form->name != NULL ? ": " : "", form->text);
  for (guint i = 0; form->tables[i] != NULL; i++) {
    const AlParameter *table = form->tables[i];

    if (!told_before(list, form, table))
      append_table(text, table, "    ");
    else
      for (; table->name != NULL; table++)
        g_string_append_printf(above, "%s%s", above->len > 0 ? ", " : "", table->name);
  }
  if (above->len > 0)
    g_string_append_printf(text, "    as above: %s\n", above->str);
}

char *
al_step_help(const AlStepKind *kind)
{
  GString *text = g_string_new(NULL);

  g_string_append_printf(text, "%s: %s\n\n", kind->name, kind->summary);
  append_table(text, kind->parameters, "  ");
  if (kind->mixable)
    append_parameter(text, &al_step_mix, "  ");
  append_parameter(text, &al_step_bypass, "  ");
  if (kind->list != NULL) {
    g_string_append_printf(text, "  %s: a list of %u to %u entries\n", kind->list->name,
                           kind->list->minimum, kind->list->maximum);
    for (const AlEntryForm *form = kind->list->forms; form->text != NULL; form++)
      append_form(text, kind->list, form);
  }
  g_string_append_printf(text, "\nExample:\n\n%s", kind->example);
  return g_string_free(text, FALSE);
}
