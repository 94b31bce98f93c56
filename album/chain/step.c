/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/step.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

const AlWord al_words_no_yes[] = {{"no", FALSE}, {"yes", TRUE}, {NULL, 0.0}};

const AlWord al_words_auto[] = {{"auto", AL_AUTO}, {NULL, 0.0}};

const AlWord al_words_slopes[] = {{"6 dB/oct", 6},   {"12 dB/oct", 12}, {"18 dB/oct", 18},
                                  {"24 dB/oct", 24}, {"30 dB/oct", 30}, {"36 dB/oct", 36},
                                  {"42 dB/oct", 42}, {"48 dB/oct", 48}, {NULL, 0.0}};

const AlParameter al_step_bypass = {
    .name = "bypass",
    .unit = AL_UNIT_CHOICE,
    .default_value = FALSE,
    .words = al_words_no_yes,
    .offset = offsetof(AlStep, bypass),
    .text = "Switches the step off.",
};

const AlParameter al_step_mix = {
    .name = "mix",
    .unit = AL_UNIT_PERCENT,
    .minimum = 0.0,
    .maximum = 1.0,
    .default_value = 1.0,
    .offset = offsetof(AlStep, mix),
    .text = "The share of the step's output in the sum with its input.",
};

const AlStepKind *
al_step_kind_find(const char *name)
{
  for (guint i = 0; al_step_kinds[i] != NULL; i++)
    if (strcmp(al_step_kinds[i]->name, name) == 0)
      return al_step_kinds[i];
  return NULL;
}

static GArray **
list_of(const AlStep *step)
{
  return (GArray **)((guint8 *)step->settings + step->kind->list->offset);
}

static void
set_defaults(const AlParameter *table, void *settings)
{
  for (; table->name != NULL; table++)
    al_parameter_set(table, settings, table->default_value);
}

AlStep *
al_step_new(const AlStepKind *kind)
{
  AlStep *step = g_new0(AlStep, 1);

  step->kind = kind;
  step->mix = al_step_mix.default_value;
  step->settings = g_malloc0(MAX(kind->settings_size, 1));
  set_defaults(kind->parameters, step->settings);
  if (kind->list != NULL)
    *list_of(step) = g_array_new(FALSE, TRUE, (guint)kind->list->entry_size);
  return step;
}

AlStep *
al_step_copy(const AlStep *step)
{
  AlStep *copy = g_memdup2(step, sizeof(*step));

  copy->settings = g_memdup2(step->settings, MAX(step->kind->settings_size, 1));
  if (step->kind->list != NULL)
    *list_of(copy) = g_array_copy(*list_of(step));
  return copy;
}

void
al_step_free(AlStep *step)
{
  if (step == NULL)
    return;
  if (step->kind->list != NULL)
    g_array_unref(*list_of(step));
  g_free(step->settings);
  g_free(step);
}

void *
al_step_add_entry(AlStep *step, const AlEntryForm *form)
{
  const AlEntryList *list = step->kind->list;
  GArray *entries = *list_of(step);
  guint8 *entry;

  g_array_set_size(entries, entries->len + 1);
  entry = (guint8 *)entries->data + (entries->len - 1) * list->entry_size;
  *(int *)(void *)(entry + list->form_offset) = form->form;
  for (guint i = 0; form->tables[i] != NULL; i++)
    set_defaults(form->tables[i], entry);
  return entry;
}

gboolean
al_step_is_idle(const AlStep *step)
{
  return step->bypass || step->mix == 0.0 || step->kind->idle(step->settings);
}

const AlParameter *
al_parameter_find(const AlParameter *table, const char *name)
{
  for (; table->name != NULL; table++)
    if (strcmp(table->name, name) == 0)
      return table;
  return NULL;
}

const AlParameter *
al_entry_form_parameter(const AlEntryForm *form, const char *name)
{
  const AlParameter *found = NULL;

  for (guint i = 0; found == NULL && form->tables[i] != NULL; i++)
    found = al_parameter_find(form->tables[i], name);
  return found;
}

void
al_parameter_set(const AlParameter *parameter, void *settings, double value)
{
  void *field = (guint8 *)settings + parameter->offset;

  if (parameter->unit == AL_UNIT_CHOICE)
    *(int *)field = (int)value;
  else
    *(double *)field = value;
}

double
al_parameter_get(const AlParameter *parameter, const void *settings)
{
  const void *field = (const guint8 *)settings + parameter->offset;

  return parameter->unit == AL_UNIT_CHOICE ? *(const int *)field : *(const double *)field;
}

gboolean
al_parameter_allows(const AlParameter *parameter, double value)
{
  for (const AlWord *word = parameter->words; word != NULL && word->word != NULL; word++)
    if (word->value == value)
      return TRUE;
  return parameter->unit != AL_UNIT_CHOICE && value >= parameter->minimum &&
         value <= parameter->maximum;
}
