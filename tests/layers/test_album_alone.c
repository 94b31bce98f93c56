/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That this links is the test: all of album/ with no library of ours above it. */
#include <glib.h>

static void
test_links(void)
{
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/layers/album/links", test_links);
  return g_test_run();
}
