/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `segue help STEP` prints, beside tests/golden/help_STEP.txt. With SEGUE_UPDATE_GOLDEN
 * set the files are written anew, to be read through before they are committed. */
#include <string.h>

#include "album/chain/step.h"
#include "tests/support/golden.h"

static void
test_help(gconstpointer data)
{
  const AlStepKind *kind = data;
  g_autofree char *text = al_step_help(kind);
  g_autofree char *file = g_strdup_printf("help_%s.txt", kind->name);

  golden_compare(file, text, strlen(text));
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
