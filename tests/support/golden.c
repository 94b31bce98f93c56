/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/golden.h"

#include <string.h>

void
golden_compare(const char *name, const char *text, gsize bytes)
{
  const char *source = g_getenv("TOP_SRCDIR");
  g_autofree char *path =
      g_build_filename(source != NULL ? source : ".", "tests", "golden", name, NULL);
  g_autofree char *golden = NULL;
  g_autoptr(GError) error = NULL;
  gsize golden_bytes;

  if (g_getenv("SEGUE_UPDATE_GOLDEN") != NULL)
    g_file_set_contents(path, text, (gssize)bytes, &error);
  else
    g_file_get_contents(path, &golden, &golden_bytes, &error);
  g_assert_no_error(error);
  if (golden != NULL && (golden_bytes != bytes || memcmp(golden, text, bytes) != 0))
    g_error("%s differs; found:\n%s", path, text);
}
