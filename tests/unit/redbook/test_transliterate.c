/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/transliterate.h"

/* The table is searched by halves: each entry must be found, which it is not where the order is
 * broken. Each spelling is plain ASCII. */
static void
test_walk_the_table(void)
{
  guint found = 0;

  for (gunichar c = 0; c <= 0xffff; c++) {
    const char *spelling = rb_transliterate_character(c);

    if (spelling == NULL)
      continue;
    found++;
    for (const char *at = spelling; *at != '\0'; at++)
      g_assert_true(g_ascii_isprint(*at));
  }
  g_assert_cmpuint(found, ==, RB_TRANSLITERATE_COUNT);
}

static void
test_samples(void)
{
  g_assert_cmpstr(rb_transliterate_character(0x2019), ==, "'");
  g_assert_cmpstr(rb_transliterate_character(0x0142), ==, "l");
  g_assert_null(rb_transliterate_character('a'));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/transliterate/walk_the_table", test_walk_the_table);
  g_test_add_func("/transliterate/samples", test_samples);
  return g_test_run();
}
