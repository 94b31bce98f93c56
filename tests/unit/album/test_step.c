/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/step.h"

#include <math.h>

typedef enum { FORM_ONE = 3, FORM_TWO = 5 } Form;

typedef struct {
  double level_db;
  int mode;
  GArray *bands;
} Settings;

typedef struct {
  Form form;
  double hz;
  double release_seconds;
} Band;

static const AlWord modes[] = {{"soft", 4}, {"hard", 7}, {NULL, 0}};
static const AlWord automatic[] = {{"auto", -1.0}, {NULL, 0}};

static const AlParameter parameters[] = {
    {"level", AL_UNIT_DB, -20.0, 20.0, -3.0, NULL, G_STRUCT_OFFSET(Settings, level_db), "A level."},
    {"mode", AL_UNIT_CHOICE, 0, 0, 7, modes, G_STRUCT_OFFSET(Settings, mode), "A mode."},
    {0},
};

static const AlParameter one[] = {
    {"one", AL_UNIT_HZ, 20.0, 20000.0, AL_REQUIRED, NULL, G_STRUCT_OFFSET(Band, hz), "A place."},
    {0},
};

static const AlParameter shared[] = {
    {"release", AL_UNIT_SECONDS, 0.001, 2.0, -1.0, automatic,
     G_STRUCT_OFFSET(Band, release_seconds), "A time."},
    {0},
};

static const AlParameter *const one_tables[] = {one, shared, NULL};
static const AlParameter *const two_tables[] = {shared, NULL};

static const AlEntryForm forms[] = {
    {"one", "The first.", FORM_ONE, one_tables},
    {"two", "The second.", FORM_TWO, two_tables},
    {0},
};

static const AlEntryList list = {
    "bands",
    G_STRUCT_OFFSET(Settings, bands),
    sizeof(Band),
    G_STRUCT_OFFSET(Band, form),
    1,
    9,
    forms,
    NULL,
};

static gboolean
idle(const void *settings)
{
  return ((const Settings *)settings)->level_db == 0.0;
}

static const AlStepKind kind = {
    .name = "thing",
    .summary = "A thing.",
    .example = "  - thing: {level: 2 dB}\n",
    .parameters = parameters,
    .list = &list,
    .settings_size = sizeof(Settings),
    .mixable = TRUE,
    .idle = idle,
};

static void
test_defaults(void)
{
  g_autoptr(AlStep) step = al_step_new(&kind);
  const Settings *settings = step->settings;
  const Band *band;

  g_assert_cmpfloat(settings->level_db, ==, -3.0);
  g_assert_cmpint(settings->mode, ==, 7);
  g_assert_cmpfloat(step->mix, ==, 1.0);
  g_assert_cmpuint(settings->bands->len, ==, 0);

  al_step_add_entry(step, &forms[0]);
  al_step_add_entry(step, &forms[1]);
  g_assert_cmpuint(settings->bands->len, ==, 2);
  band = &g_array_index(settings->bands, Band, 0);
  g_assert_cmpint(band->form, ==, FORM_ONE);
  g_assert_true(isnan(band->hz));
  g_assert_cmpfloat(band->release_seconds, ==, -1.0);
  g_assert_cmpint(g_array_index(settings->bands, Band, 1).form, ==, FORM_TWO);
}

static void
test_idle(void)
{
  g_autoptr(AlStep) step = al_step_new(&kind);

  g_assert_false(al_step_is_idle(step));
  al_parameter_set(&al_step_bypass, step, TRUE);
  g_assert_true(al_step_is_idle(step));
  al_parameter_set(&al_step_bypass, step, FALSE);
  al_parameter_set(&al_step_mix, step, 0.0);
  g_assert_true(al_step_is_idle(step));
  al_parameter_set(&al_step_mix, step, 0.5);
  g_assert_false(al_step_is_idle(step));
  al_parameter_set(&parameters[0], step->settings, 0.0);
  g_assert_true(al_step_is_idle(step));
}

static void
test_find(void)
{
  g_assert_true(al_parameter_find(parameters, "mode") == &parameters[1]);
  g_assert_null(al_parameter_find(parameters, "moda"));
  g_assert_true(al_entry_form_parameter(&forms[0], "release") == &shared[0]);
  g_assert_true(al_entry_form_parameter(&forms[0], "one") == &one[0]);
  g_assert_null(al_entry_form_parameter(&forms[1], "one"));
}

static void
test_allows(void)
{
  g_assert_true(al_parameter_allows(&parameters[0], -20.0));
  g_assert_true(al_parameter_allows(&parameters[0], 20.0));
  g_assert_false(al_parameter_allows(&parameters[0], 20.1));
  g_assert_false(al_parameter_allows(&parameters[0], (double)NAN));
  g_assert_true(al_parameter_allows(&parameters[1], 4.0));
  g_assert_false(al_parameter_allows(&parameters[1], 5.0));
  g_assert_true(al_parameter_allows(&shared[0], -1.0));
  g_assert_false(al_parameter_allows(&shared[0], -0.5));
}

static void
test_kinds_are_sound(void)
{
  for (guint i = 0; al_step_kinds[i] != NULL; i++) {
    const AlStepKind *each = al_step_kinds[i];
    g_autoptr(AlStep) step = al_step_new(each);

    g_assert_cmpfloat(step->mix, ==, 1.0);
    g_assert_true(al_step_kind_find(each->name) == each);
    g_assert_true(g_str_has_suffix(each->example, "\n"));
    for (const AlParameter *p = each->parameters; p->name != NULL; p++) {
      g_assert_true(isnan(p->default_value) || al_parameter_allows(p, p->default_value));
      g_assert_true(al_parameter_find(each->parameters, p->name) == p);
      g_assert_cmpuint(p->offset + sizeof(int), <=, each->settings_size);
      g_assert_true(g_str_has_suffix(p->text, "."));
    }
    for (const AlEntryForm *form = each->list != NULL ? each->list->forms : NULL;
         form != NULL && form->text != NULL; form++) {
      if (form->name != NULL)
        g_assert_nonnull(al_entry_form_parameter(form, form->name));
      for (guint k = 0; form->tables[k] != NULL; k++)
        for (const AlParameter *p = form->tables[k]; p->name != NULL; p++) {
          g_assert_true(isnan(p->default_value) || al_parameter_allows(p, p->default_value));
          g_assert_true(al_entry_form_parameter(form, p->name) == p);
        }
    }
  }
  g_assert_null(al_step_kind_find("nothing"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/step/defaults", test_defaults);
  g_test_add_func("/step/idle", test_idle);
  g_test_add_func("/step/find", test_find);
  g_test_add_func("/step/allows", test_allows);
  g_test_add_func("/step/kinds_are_sound", test_kinds_are_sound);
  return g_test_run();
}
