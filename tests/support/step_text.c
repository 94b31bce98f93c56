/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/step_text.h"

#include <math.h>
#include <string.h>

#include "tests/support/stream.h"

static double
value_from_text(const AlParameter *parameter, const char *text)
{
  char *end;
  double value;

  for (const AlWord *word = parameter->words; word != NULL && word->word != NULL; word++)
    if (strcmp(word->word, text) == 0)
      return word->value;
  value = g_ascii_strtod(text, &end);
  if (*end != '\0' || !al_parameter_allows(parameter, value))
    g_error("%s: not allowed: %s", parameter->name, text);
  return value;
}

static void
set_in_step(AlStep *step, const char *name, const char *text)
{
  const AlParameter *parameter = al_parameter_find(step->kind->parameters, name);
  void *settings = step->settings;

  if (parameter == NULL && (strcmp(name, "bypass") == 0 || strcmp(name, "mix") == 0)) {
    parameter = *name == 'b' ? &al_step_bypass : &al_step_mix;
    settings = step;
  }
  if (parameter == NULL)
    g_error("%s has no %s", step->kind->name, name);
  al_parameter_set(parameter, settings, value_from_text(parameter, text));
}

/* The form that has a name among the words of an entry; the only one where forms have none. */
static const AlEntryForm *
form_of(const AlStepKind *kind, char **pairs)
{
  for (const AlEntryForm *form = kind->list->forms; form->text != NULL; form++)
    for (char **pair = pairs; *pair != NULL; pair++)
      if (form->name == NULL ||
          (g_str_has_prefix(*pair, form->name) && (*pair)[strlen(form->name)] == '='))
        return form;
  g_error("%s: no form of entry", kind->name);
}

static void
add_entry(AlStep *step, const char *text)
{
  g_auto(GStrv) pairs = g_strsplit(text, " ", -1);
  const AlEntryForm *form = form_of(step->kind, pairs);
  void *entry = al_step_add_entry(step, form);

  for (char **pair = pairs; *pair != NULL; pair++) {
    g_auto(GStrv) sides = g_strsplit(*pair, "=", 2);
    const AlParameter *parameter;

    if (**pair == '\0')
      continue;
    parameter = al_entry_form_parameter(form, sides[0]);
    if (parameter == NULL || sides[1] == NULL)
      g_error("%s: not a setting: %s", step->kind->name, *pair);
    al_parameter_set(parameter, entry, value_from_text(parameter, sides[1]));
  }
}

AlStep *
step_from_text(const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, ";", -1);
  g_auto(GStrv) words = g_strsplit(parts[0], " ", -1);
  const AlStepKind *kind = al_step_kind_find(words[0]);
  AlStep *step;

  if (kind == NULL)
    g_error("no step of the name %s", words[0]);
  step = al_step_new(kind);
  for (guint i = 1; words[i] != NULL; i++) {
    g_auto(GStrv) sides = g_strsplit(words[i], "=", 2);

    if (words[i][0] != '\0')
      set_in_step(step, sides[0], sides[1]);
  }
  for (guint i = 1; parts[i] != NULL; i++)
    add_entry(step, parts[i]);
  return step;
}

AlChain *
chain_from_text(const char *text, AlSource *input)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new();
  g_autoptr(AlStep) step = step_from_text(text);
  g_autoptr(GError) error = NULL;
  AlChain *chain;

  g_ptr_array_add(steps, step);
  chain = al_chain_new(steps, input, NULL, &error);
  g_assert_no_error(error);
  return chain;
}

double *
step_apply(const char *text, const double *samples, gsize frames, int rate, gsize block_frames)
{
  g_autoptr(AlSource) input = stream_new(samples, (gint64)frames, rate);
  g_autoptr(AlChain) chain = chain_from_text(text, input);

  return stream_read_all(al_chain_source(chain), block_frames);
}
