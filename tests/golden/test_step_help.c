/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `segue help STEP` prints, beside tests/golden/help_STEP.txt. With GOLDEN_WRITE set the files
 * are written anew, to be read through before they are committed. */

#include "album/process/step.h"

static void
test_help(gconstpointer data)
{
  const AlStepKind *kind = data;
  g_autofree char *text = al_step_help(kind);
  g_autofree char *file = g_strdup_printf("help_%s.txt", kind->name);
  g_autofree char *path = g_build_filename(g_getenv("TOP_SRCDIR"), "tests", "golden", file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr(GError) error = NULL;

  if (g_getenv("GOLDEN_WRITE") != NULL)
    g_file_set_contents(path, text, -1, &error);
  g_assert_no_error(error);
  g_file_get_contents(path, &expected, NULL, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(text, ==, expected);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; al_step_kinds[i] != NULL; i++) {
    g_autofree char *path = g_strdup_printf("/golden/help/%s", al_step_kinds[i]->name);

    g_test_add_data_func(path, al_step_kinds[i], test_help);
  }
  return g_test_run();
}
