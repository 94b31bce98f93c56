/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/genre.h"

static void
test_walk_the_table(void)
{
  for (guint16 code = 0; code <= RB_GENRE_LAST; code++) {
    g_autofree char *shouted = NULL;
    guint16 found = G_MAXUINT16;

    g_assert_nonnull(rb_genre_name(code));
    shouted = g_ascii_strup(rb_genre_name(code), -1);
    g_assert_true(rb_genre_find(shouted, &found));
    g_assert_cmpuint(found, ==, code);
  }
  g_assert_null(rb_genre_name(RB_GENRE_LAST + 1));
}

static void
test_codes(void)
{
  guint16 code;

  g_assert_cmpstr(rb_genre_name(0x05), ==, "Classical");
  g_assert_cmpstr(rb_genre_name(0x10), ==, "Musical");
  g_assert_cmpstr(rb_genre_name(0x17), ==, "Rock Music");
  g_assert_cmpstr(rb_genre_name(0x1b), ==, "World Music");
  g_assert_true(rb_genre_find("rock", &code));
  g_assert_cmpuint(code, ==, 0x17);
  g_assert_false(rb_genre_find("Polka", &code));
  g_assert_false(rb_genre_find("", &code));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/genre/walk_the_table", test_walk_the_table);
  g_test_add_func("/genre/codes", test_codes);
  return g_test_run();
}
