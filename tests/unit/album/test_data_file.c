/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/data_file.h"

#include <string.h>

#include "album/error.h"

/* Entries that are words; "bad" is none. */
static void
read_word(AlReader *reader, const AlYamlNode *item, GPtrArray *entries)
{
  if (strcmp(item->text, "bad") == 0)
    al_diagnostics_add(reader->diagnostics, item->place, NULL, "this is no word");
  else
    g_ptr_array_add(entries, g_strdup(item->text));
}

static const AlDataShape shape = {
    .list = "words", .entry = "a word", .read = read_word, .entry_free = g_free};

static void
test_parse(void)
{
  static const char text[] = "# Words.\nwords: [one, two]\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) words = al_data_file_parse(&shape, "words.yaml", text, strlen(text), &error);

  g_assert_no_error(error);
  g_assert_cmpuint(words->len, ==, 2);
  g_assert_cmpstr(g_ptr_array_index(words, 0), ==, "one");
  g_assert_cmpstr(g_ptr_array_index(words, 1), ==, "two");
}

static const struct {
  const char *text;
  const char *words[2]; /* each is told */
} wrongs[] = {
    {"words: [bad, one, bad]\n", {"words.yaml:1:9: error: this is no word", "words.yaml:1:19: "}},
    {"words: one\n", {"words.yaml:1:8: error: ", "a list, each item a word"}},
    {"verbs: [go]\n", {"words.yaml:1:1: error: ", "words"}},
    {"words: [one\n", {"words.yaml:", "error: "}},
    {"words: [\xff]\n", {"words.yaml:1:", "UTF-8"}},
    {"", {"the words cannot be read"}},
};

static void
test_errors(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(wrongs); i++) {
    g_autoptr(GError) error = NULL;

    g_assert_null(
        al_data_file_parse(&shape, "words.yaml", wrongs[i].text, strlen(wrongs[i].text), &error));
    g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
    for (gsize k = 0; k < 2 && wrongs[i].words[k] != NULL; k++)
      if (strstr(error->message, wrongs[i].words[k]) == NULL)
        g_error("%s is not in:\n%s", wrongs[i].words[k], error->message);
  }
}

static void
count_entry(AlReader *reader, const AlYamlNode *item, GPtrArray *entries)
{
  (void)reader;
  g_assert_cmpint(item->kind, ==, AL_YAML_MAP);
  g_ptr_array_add(entries, GINT_TO_POINTER(1));
}

static void
test_shipped(void)
{
  static const struct {
    const char *name, *list;
  } files[] = {{"services.yaml", "services"},
               {"receivers.yaml", "receivers"},
               {"records.yaml", "records"},
               {"plants.yaml", "plants"}};

  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    const AlDataShape any = {.list = files[i].list, .entry = "an entry", .read = count_entry};
    g_autoptr(GPtrArray) entries = al_data_file_shipped(&any, files[i].name);

    g_assert_cmpuint(entries->len, >, 1);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/data_file/parse", test_parse);
  g_test_add_func("/data_file/errors", test_errors);
  g_test_add_func("/data_file/shipped", test_shipped);
  return g_test_run();
}
