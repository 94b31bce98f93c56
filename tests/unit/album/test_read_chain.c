/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chains as project files have them: what right ones become, and what is said of wrong ones. */
#include <glib/gstdio.h>
#include <string.h>

#include "album/project/project.h"

/* Of the project file; the one mix is made once, as nothing is written to it. */
static char *folder;

static AlProject *
parse(const char *text)
{
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);

  return al_project_parse(path, text, strlen(text));
}

/* "line:column: message" of each error, in order. */
static char *
list_errors(const AlProject *project)
{
  g_autofree char *shown = al_diagnostics_format(project->diagnostics);
  g_autofree char *prefix = g_strconcat(project->path, ":", NULL);
  g_auto(GStrv) lines = g_strsplit(shown, "\n", -1);
  GString *list = g_string_new(NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix(lines[i], prefix))
      g_string_append_printf(list, "%s\n", lines[i] + strlen(prefix));
  }
  g_string_replace(list, ": error: ", ": ", 0);
  return g_string_free(list, FALSE);
}

/* " name=value" of every setting that is not at its default. */
static void
describe_settings(GString *text, const AlParameter *table, const void *settings)
{
  for (; table->name != NULL; table++) {
    double value = al_parameter_get(table, settings);

    if (value != table->default_value) {
      g_autofree char *written = al_parameter_format(table, value);

      g_string_append_printf(text, " %s=%s", table->name, written);
    }
  }
}

static void
describe_list(GString *text, const AlStep *step)
{
  const AlEntryList *list = step->kind->list;
  GArray *entries = *(GArray **)((char *)step->settings + list->offset);

  for (guint i = 0; i < entries->len; i++) {
    const char *entry = entries->data + i * list->entry_size;
    int number = *(const int *)(gconstpointer)(entry + list->form_offset);
    const AlEntryForm *form = list->forms;

    while (form->form != number)
      form++;
    g_string_append(text, " |");
    for (guint table = 0; form->tables[table] != NULL; table++)
      describe_settings(text, form->tables[table], entry);
  }
}

/* The steps of a track, a line each. */
static char *
describe(const AlStepList *list)
{
  GString *text = g_string_new(NULL);

  for (guint i = 0; i < list->steps->len; i++) {
    const AlStep *step = g_ptr_array_index(list->steps, i);

    g_string_append(text, step->kind->name);
    describe_settings(text, step->kind->parameters, step->settings);
    if (step->mix != 1.0)
      g_string_append_printf(text, " mix %g", step->mix);
    if (step->bypass)
      g_string_append(text, " bypass");
    if (step->kind->list != NULL)
      describe_list(text, step);
    g_string_append_c(text, '\n');
  }
  return g_string_free(text, FALSE);
}

#define HEAD            \
  "segue: 1\n"          \
  "album: {title: A}\n" \
  "deliver: {cd: {}}\n" \
  "tracks:\n"           \
  "  - file: a.wav\n"
#define CHAIN HEAD "    chain:\n"

typedef struct {
  const char *name;
  const char *text;
  const char *expected;
} Row;

static const Row right[] = {
    {"no chain", HEAD, ""},
    {"an empty chain", HEAD "    chain: []\n", ""},
    {"a step alone", CHAIN "      - dc\n", "dc\n"},
    {"a step with nothing in its braces", CHAIN "      - dc: {}\n", "dc\n"},
    {"one setting, written short", CHAIN "      - gain: 1.5 dB\n", "gain gain=1.5 dB\n"},
    {"one setting, by its name", CHAIN "      - gain: {gain: -3 dB, bypass: yes}\n",
     "gain gain=-3 dB bypass\n"},
    {"all units",
     CHAIN "      - compressor: {threshold: -30 dB, ratio: 1.5, attack: 5 ms, link: 50 %,\n"
           "          high-pass: 0.1 kHz, make-up: auto, on: mid}\n"
           "      - width: {rotation: 10 deg, mono-below: 120 Hz}\n",
     "compressor threshold=-30 dB ratio=1.5 attack=5 ms link=50 % high-pass=100 Hz on=mid "
     "make-up=auto\n"
     "width mono-below=120 Hz rotation=10 deg\n"},
    {"words in the place of quantities",
     CHAIN "      - compressor: {release: 200 ms, high-pass: off}\n"
           "      - multiband: [{to: 120 Hz}, {to: top}]\n",
     "compressor release=200 ms high-pass=off\n"
     "multiband | to=120 Hz |\n"},
    {"mix and bypass", CHAIN "      - tape: {mix: 25 %, bypass: no}\n", "tape mix 0.25\n"},
    {"bands",
     CHAIN "      - eq:\n"
           "          - {bell: 850 Hz, gain: -0.65 dB, q: 1}\n"
           "          - {high-shelf: 9 kHz, gain: 1 dB, on: side}\n"
           "          - {high-pass: 30 Hz, slope: 24 dB/oct}\n",
     "eq | bell=850 Hz gain=-0.65 dB | high-shelf=9 kHz gain=1 dB on=side | high-pass=30 Hz "
     "slope=24 dB/oct\n"},
    {"bands beside a setting", CHAIN "      - eq: {phase: linear, bands: [{tilt: 1 dB}]}\n",
     "eq phase=linear | tilt=1 dB\n"},
    {"the album's chain at the end",
     CHAIN "      - gain: 1 dB\n"
           "chain: [dc, {gain: 2 dB}]\n",
     "gain gain=1 dB\ndc\ngain gain=2 dB\n"},
    {"the album's chain alone", HEAD "chain: [dc]\n", "dc\n"},
    {"named chains among steps",
     HEAD "    chain: [warm, {gain: 3 dB}, warm]\n"
          "chains:\n"
          "  warm: [tape, soft]\n"
          "  soft: [{gain: -1 dB}]\n",
     "tape\ngain gain=-1 dB\ngain gain=3 dB\ntape\ngain gain=-1 dB\n"},
};

static void
test_right(gconstpointer data)
{
  const Row *row = data;
  g_autoptr(AlProject) project = parse(row->text);
  g_autofree char *errors = list_errors(project);
  g_autofree char *steps = NULL;

  g_assert_cmpstr(errors, ==, "");
  steps = describe(&al_project_track(project, 1)->chain);
  g_assert_cmpstr(steps, ==, row->expected);
}

static const Row wrong[] = {
    {"a chain that is text", HEAD "    chain: dc\n",
     "6:12: expected a list of steps, found text: \"dc\"\n"},
    {"a chain that is a mapping", HEAD "    chain: {gain: 1 dB}\n",
     "6:12: expected a list of steps, found a mapping\n"},
    {"an item of nothing", CHAIN "      -\n",
     "7:7: expected a step or the name of a chain, found nothing\n"},
    {"a list in a list", CHAIN "      - [dc]\n",
     "7:9: expected a step or the name of a chain, found a list\n"},
    {"two steps in one", CHAIN "      - {dc: {}, gain: 1 dB}\n",
     "7:9: this is more than one step\n"},
    {"settings that are not indented",
     CHAIN "      - compressor:\n"
           "        ratio: 2\n",
     "7:9: this is more than one step\n"},
    {"no step", CHAIN "      - {}\n", "7:9: this is no step\n"},
    {"an unknown step", CHAIN "      - {compresor: {ratio: 2}}\n",
     "7:10: there is no step and no chain of this name: \"compresor\"\n"},
    {"an unknown name", CHAIN "      - warm\n",
     "7:9: there is no step and no chain of this name: \"warm\"\n"},
    {"nothing after the colon", CHAIN "      - gain:\n",
     "7:9: nothing stands after the step: \"gain\"\n"},
    {"an unknown setting", CHAIN "      - compressor: {treshold: -20 dB, x: 1}\n",
     "7:22: the setting is not known: \"treshold\"\n"
     "7:40: the setting is not known: \"x\"\n"},
    {"a mix where there is none", CHAIN "      - gain: {gain: 1 dB, mix: 50 %}\n",
     "7:28: the setting is not known: \"mix\"\n"},
    {"nothing after a setting", CHAIN "      - compressor: {ratio: }\n",
     "7:22: nothing stands after the key: \"ratio\"\n"},
    {"a setting twice", CHAIN "      - compressor: {ratio: 2, ratio: 3}\n",
     "7:32: the key stands here twice: \"ratio\"\n"},
    {"a wrong unit", CHAIN "      - gain: 1 Hz\n",
     "7:15: the unit is wrong, Hz is not the unit of a level in dB: \"1 Hz\"\n"},
    {"a missing unit", CHAIN "      - compressor: {attack: 5, threshold: -20}\n",
     "7:30: the unit is missing: \"5\"\n"
     "7:44: the unit is missing: \"-20\"\n"},
    {"a unit where there is none", CHAIN "      - compressor: {ratio: 2 dB}\n",
     "7:29: this number has no unit: \"2 dB\"\n"},
    {"out of range", CHAIN "      - compressor: {ratio: 0.9, attack: 2 s, link: 101 %}\n",
     "7:29: the value is out of range: \"0.9\"\n"
     "7:42: the value is out of range: \"2 s\"\n"
     "7:53: the value is out of range: \"101 %\"\n"},
    {"a word that is not one", CHAIN "      - compressor: {on: middle, release: automatic}\n",
     "7:26: the word is not known here: \"middle\"\n"
     "7:43: this is not a time: \"automatic\"\n"},
    {"bypass that is neither yes nor no", CHAIN "      - dc: {bypass: true}\n",
     "7:22: the word is not known here: \"true\"\n"},
    {"a setting that is a list", CHAIN "      - compressor: {ratio: [2]}\n",
     "7:29: expected 1 to 100, found a list\n"},
    {"text for a step with several settings", CHAIN "      - compressor: 2\n",
     "7:21: expected the settings of a step, found text: \"2\"\n"},
    {"text for a step with a list", CHAIN "      - eq: 850 Hz\n",
     "7:13: expected the settings of a step, found text: \"850 Hz\"\n"},
    {"a list for a step without one", CHAIN "      - compressor: [{ratio: 2}]\n",
     "7:21: expected the settings of compressor, found a list\n"},
    {"no bands",
     CHAIN "      - eq\n"
           "      - eq: []\n"
           "      - eq: {phase: linear}\n"
           "      - eq: {bands: }\n",
     "7:9: the list is missing: \"bands\"\n"
     "8:13: at least 1 of the bands are needed\n"
     "9:13: the list is missing: \"bands\"\n"
     "10:14: nothing stands after the key: \"bands\"\n"},
    {"bands that are text", CHAIN "      - eq: {bands: low}\n",
     "7:21: expected a list, found text: \"low\"\n"},
    {"a band without a list", CHAIN "      - eq: {bell: 850 Hz, gain: 1 dB}\n",
     "7:13: this is one of the bands\n"},
    {"a band that is text", CHAIN "      - eq: [bell]\n",
     "7:14: expected one of the bands, found text: \"bell\"\n"},
    {"a band of no form", CHAIN "      - eq: [{gain: 1 dB}, {bel: 850 Hz}, {}]\n",
     "7:14: nothing says what this is\n"
     "7:29: the setting is not known: \"bel\"\n"
     "7:43: nothing says what this is\n"},
    {"a band of two forms", CHAIN "      - eq: [{bell: 1 kHz, notch: 50 Hz}]\n",
     "7:28: the setting is not known: \"notch\"\n"},
    {"settings of another band", CHAIN "      - eq: [{low-pass: 9 kHz, gain: 1 dB}]\n",
     "7:32: the setting is not known: \"gain\"\n"},
    {"dynamics of a band without a threshold",
     CHAIN "      - eq: [{bell: 1 kHz, gain: 1 dB, ratio: 3}, {low-shelf: 90 Hz, range: 2 dB}]\n"
           "      - eq: [{high-shelf: 9 kHz, release: 1 s, attack: 1 ms}, {bell: 1 kHz, q: 2}]\n"
           "      - eq: [{bell: 1 kHz, threshold: -30 dB, ratio: 3}]\n"
           "      - eq: [{bell: 1 kHz, threshold: off, ratio: 3}, {low-pass: 9 kHz, ratio: 3}]\n",
     "7:40: without a threshold this has no effect: \"ratio\"\n"
     "7:70: without a threshold this has no effect: \"range\"\n"
     "8:34: without a threshold this has no effect: \"release\"\n"
     "10:73: the setting is not known: \"ratio\"\n"},
    {"a band out of range", CHAIN "      - eq: [{bell: 21 kHz}, {tilt: }]\n",
     "7:21: the value is out of range: \"21 kHz\"\n"
     "7:31: nothing stands after the key: \"tilt\"\n"},
    {"too few bands", CHAIN "      - multiband: [{ratio: 2}]\n",
     "7:20: at least 2 of the bands are needed\n"},
    {"too many bands",
     CHAIN "      - multiband: [{to: 1 kHz}, {to: 2 kHz}, {to: 3 kHz}, {to: 4 kHz}, {to: 5 kHz}, "
           "{}]\n",
     "7:86: at most 5 of the bands are possible, and this is one more\n"},
    {"settings that do not go together",
     CHAIN "      - deesser: {frequency: 9 kHz, upper: 5 kHz}\n",
     "7:9: deesser: the band ends at 5000 Hz, which is not above its beginning at 9000 Hz\n"},
    {"bands in the wrong order", CHAIN "      - multiband: [{to: 2 kHz}, {to: 1 kHz}, {}]\n",
     "7:9: multiband: band 2: the bands must end one above the other, and the last at the top\n"},
    {"a chain that contains itself",
     HEAD "chains:\n"
          "  a: [dc, b]\n"
          "  b: [c]\n"
          "  c: [a]\n"
          "  d: [d]\n",
     "9:7: the chain contains itself: \"a\"\n"
     "10:7: the chain contains itself: \"d\"\n"},
    {"a chain with the name of a step", HEAD "chains: {gain: [dc]}\n",
     "6:10: this is the name of a step: \"gain\"\n"},
    {"chains of nothing", HEAD "chains: {a: , b: dc}\n",
     "6:10: nothing stands after the key: \"a\"\n"
     "6:18: expected a list of steps, found text: \"dc\"\n"},
    {"chains that are a list", HEAD "chains: [dc]\n",
     "6:9: expected a mapping from names to chains, found a list\n"},
    {"a chain with settings",
     CHAIN "      - a: {ratio: 2}\n"
           "chains: {a: [dc]}\n",
     "7:9: this is a chain, which has no settings: \"a\"\n"},
    {"an error told once, however often the chain is used",
     HEAD "    chain: [a, a]\n"
          "chain: [a]\n"
          "chains: {a: [{gain: 1}], b: [a]}\n",
     "8:21: the unit is missing: \"1\"\n"},
    {"a wrong step in the album's chain", HEAD "chain: [{gain: 1}]\n",
     "6:16: the unit is missing: \"1\"\n"},
};

static void
test_wrong(gconstpointer data)
{
  const Row *row = data;
  g_autoptr(AlProject) project = parse(row->text);
  g_autofree char *errors = list_errors(project);

  g_assert_cmpstr(errors, ==, row->expected);
}

/* The errors in full: what would be right stands below each. */
static void
test_hints(void)
{
  g_autoptr(AlProject) project =
      parse(CHAIN "      - {compresor: {}}\n"
                  "      - compressor: {treshold: 1 dB, attack: 2 s, release: fast}\n"
                  "      - eq: [{bell: 1 kHz, frequency: 2 kHz}]\n"
                  "      - eq: [{bell: 1 kHz, ratio: 2}]\n"
                  "      - a\n"
                  "chains: {a: [b], b: [a]}\n");
  static const char *const hints[] = {
      "   did you mean \"compressor\"?\n",
      "   did you mean \"threshold\"?\n",
      "   attack is 0 ms to 1 s\n",
      "   expected a time such as 2 s, 350 ms, 4:11.9 or 12 sectors, or auto\n",
      "   bell has bell, gain, q, on, threshold, ratio, attack, release, range\n",
      "   add threshold: -80 dB to 0 dB | off\n",
      "   one stands in the other: a, b, a\n",
  };
  g_autofree char *shown = al_diagnostics_format(project->diagnostics);

  for (gsize i = 0; i < G_N_ELEMENTS(hints); i++) {
    if (strstr(shown, hints[i]) == NULL)
      g_error("\"%s\" is not in\n%s", hints[i], shown);
  }
}

/* Every step's own example is right. */
static void
test_examples(void)
{
  for (guint i = 0; al_step_kinds[i] != NULL; i++) {
    g_autofree char *text = g_strconcat(HEAD "chain:\n", al_step_kinds[i]->example, NULL);
    g_autoptr(AlProject) project = parse(text);
    g_autofree char *errors = list_errors(project);

    g_assert_cmpstr(errors, ==, "");
    g_assert_cmpuint(al_project_track(project, 1)->chain.steps->len, >, 0);
  }
}

/* A track has steps of its own, since later stages put figures into them; and each has its place.
 */
static void
test_copies_and_places(void)
{
  g_autoptr(AlProject) project = parse(CHAIN "      - a\n"
                                             "  - file: a.wav\n"
                                             "    chain: [a]\n"
                                             "chains: {a: [{eq: [{tilt: 1 dB}]}]}\n"
                                             "chain: [dc]\n");
  const AlStepList *first = &al_project_track(project, 1)->chain;
  const AlStepList *second = &al_project_track(project, 2)->chain;
  const AlStep *one, *other;

  g_assert_cmpuint(al_diagnostics_count(project->diagnostics), ==, 0);
  g_assert_cmpuint(first->steps->len, ==, 2);
  g_assert_cmpuint(al_step_list_place(first, 0).line, ==, 10);
  g_assert_cmpuint(al_step_list_place(first, 0).column, ==, 15);
  g_assert_cmpuint(al_step_list_place(first, 1).line, ==, 11);
  one = g_ptr_array_index(first->steps, 0);
  other = g_ptr_array_index(second->steps, 0);
  g_assert_true(one != other);
  g_assert_true(one->settings != other->settings);
  g_assert_cmpuint(project->chain.steps->len, ==, 1);
}

/* A short file cannot ask for 2^30 steps. */
static void
test_names_do_not_multiply(void)
{
  g_autoptr(GString) text = g_string_new(HEAD "    chain: [c30]\nchains:\n  c0: [dc]\n");
  g_autoptr(AlProject) project = NULL;
  g_autofree char *errors = NULL;

  for (int i = 1; i <= 30; i++)
    g_string_append_printf(text, "  c%d: [c%d, c%d]\n", i, i - 1, i - 1);
  project = parse(text->str);
  errors = list_errors(project);
  g_assert_cmpstr(errors, ==, "15:12: a chain has at most 100 steps, and this is beyond\n");
}

static void
add_rows(const char *what, const Row *rows, gsize count, GTestDataFunc test)
{
  for (gsize i = 0; i < count; i++) {
    g_autofree char *path = g_strdup_printf("/read_chain/%s/%s", what, rows[i].name);

    g_test_add_data_func(g_strdelimit(path, " ", '_'), &rows[i], test);
  }
}

int
main(int argc, char **argv)
{
  g_autofree char *mix = NULL;
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = g_dir_make_tmp("segue-chain-XXXXXX", NULL);
  g_assert_nonnull(folder);
  mix = g_build_filename(folder, "a.wav", NULL);
  g_assert_true(g_file_set_contents(mix, "", 0, NULL));
  add_rows("right", right, G_N_ELEMENTS(right), test_right);
  add_rows("wrong", wrong, G_N_ELEMENTS(wrong), test_wrong);
  g_test_add_func("/read_chain/hints", test_hints);
  g_test_add_func("/read_chain/examples", test_examples);
  g_test_add_func("/read_chain/copies_and_places", test_copies_and_places);
  g_test_add_func("/read_chain/names_do_not_multiply", test_names_do_not_multiply);
  status = g_test_run();
  g_remove(mix);
  g_rmdir(folder);
  g_free(folder);
  return status;
}
