/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/diagnostics.h"

#include <string.h>

static AlPlace
at(guint line, guint column)
{
  return (AlPlace){.line = line, .column = column};
}

/* One error at a place of a text, as it is shown. */
static char *
show(const char *text, AlPlace place)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a.yaml", text);

  al_diagnostics_add(diagnostics, place, NULL, "wrong");
  return al_diagnostics_format(diagnostics);
}

static void
test_format(void)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("album.yaml", "a: 1\n    gap: 2\n");
  g_autofree char *shown = NULL;

  al_diagnostics_add(diagnostics, at(2, 10), "expected a time such as 2 s",
                     "the unit is missing: \"%s\"", "2");
  shown = al_diagnostics_format(diagnostics);
  g_assert_cmpstr(shown, ==,
                  "album.yaml:2:10: error: the unit is missing: \"2\"\n"
                  "    2 |     gap: 2\n"
                  "      |          ^\n"
                  "   expected a time such as 2 s\n");
}

static void
test_order_is_that_of_places(void)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", "");
  g_autofree char *shown = NULL;

  al_diagnostics_add(diagnostics, at(3, 1), NULL, "third");
  al_diagnostics_add(diagnostics, at(2, 9), NULL, "second");
  al_diagnostics_add(diagnostics, at(2, 9), NULL, "second too");
  al_diagnostics_add(diagnostics, at(0, 0), NULL, "of the whole");
  al_diagnostics_add(diagnostics, at(2, 1), NULL, "first");
  shown = al_diagnostics_format(diagnostics);
  g_assert_cmpuint(al_diagnostics_count(diagnostics), ==, 5);
  g_assert_cmpstr(shown, ==,
                  "a: error: of the whole\na:2:1: error: first\na:2:9: error: second\n"
                  "a:2:9: error: second too\na:3:1: error: third\n");
}

static void
test_caret_follows_the_width_of_characters(void)
{
  g_autofree char *tab = show("\tx\ty", at(1, 4));
  g_autofree char *wide = show("夜の: x", at(1, 5));
  g_autofree char *combining = show("e\xcc\x81: x", at(1, 5));
  g_autofree char *past_the_end = show("ab", at(1, 3));

  g_assert_cmpstr(tab, ==, "a.yaml:1:4: error: wrong\n    1 | \tx\ty\n      | \t \t^\n");
  g_assert_cmpstr(wide, ==, "a.yaml:1:5: error: wrong\n    1 | 夜の: x\n      |       ^\n");
  g_assert_cmpstr(combining, ==, "a.yaml:1:5: error: wrong\n    1 | e\xcc\x81: x\n      |    ^\n");
  g_assert_cmpstr(past_the_end, ==, "a.yaml:1:3: error: wrong\n    1 | ab\n      |   ^\n");
}

static void
test_line_breaks_and_byte_order_mark(void)
{
  g_autofree char *dos = show("\xef\xbb\xbf"
                              "a\r\nb\r\n",
                              at(2, 1));
  g_autofree char *mac = show("a\rb\r", at(2, 1));
  g_autofree char *mark = show("\xef\xbb\xbf"
                               "ab",
                               at(1, 1));

  g_assert_cmpstr(dos, ==, "a.yaml:2:1: error: wrong\n    2 | b\n      | ^\n");
  g_assert_cmpstr(mac, ==, dos);
  g_assert_cmpstr(mark, ==, "a.yaml:1:1: error: wrong\n    1 | ab\n      | ^\n");
}

static void
test_nothing_reaches_the_terminal(void)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", "x\x1b[2Jy\xff");
  g_autofree char *shown = NULL;

  al_diagnostics_add(diagnostics, at(1, 1), NULL, "\x1b[31m red\n");
  shown = al_diagnostics_format(diagnostics);
  g_assert_null(strchr(shown, '\x1b'));
  g_assert_true(g_utf8_validate(shown, -1, NULL));
}

static void
test_long_lines_are_cut_around_the_column(void)
{
  g_autofree char *line = g_strnfill(1000, '.');
  g_autofree char *shown = NULL;
  char **lines;

  line[499] = '!';
  shown = show(line, at(1, 500));
  lines = g_strsplit(shown, "\n", -1);
  g_assert_cmpint(g_utf8_strlen(lines[1], -1), <=, 132);
  /* The caret is below the mark, both counted in characters. */
  g_assert_cmpint(g_utf8_pointer_to_offset(lines[1], strchr(lines[1], '!')), ==,
                  strchr(lines[2], '^') - lines[2]);
  g_strfreev(lines);
}

static void
test_a_flood_is_counted(void)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", "");
  g_autofree char *shown = NULL;

  for (int i = 0; i < 1000; i++)
    al_diagnostics_add(diagnostics, at(i + 1, 1), NULL, "wrong");
  shown = al_diagnostics_format(diagnostics);
  g_assert_cmpuint(al_diagnostics_count(diagnostics), ==, 1000);
  g_assert_true(g_str_has_suffix(shown, "a: and 800 more errors\n"));
}

/* One after the other, by their places. */
static void
test_get(void)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("album.yaml", "a: 1\nb: 2\n");

  al_diagnostics_add(diagnostics, (AlPlace){2, 4}, NULL, "second");
  al_diagnostics_add(diagnostics, (AlPlace){1, 4}, "a hint", "first");
  g_assert_cmpstr(al_diagnostics_get(diagnostics, 0)->message, ==, "first");
  g_assert_cmpstr(al_diagnostics_get(diagnostics, 0)->hint, ==, "a hint");
  g_assert_cmpuint(al_diagnostics_get(diagnostics, 1)->place.line, ==, 2);
  g_assert_null(al_diagnostics_get(diagnostics, 1)->hint);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/diagnostics/format", test_format);
  g_test_add_func("/diagnostics/order_is_that_of_places", test_order_is_that_of_places);
  g_test_add_func("/diagnostics/caret_follows_the_width_of_characters",
                  test_caret_follows_the_width_of_characters);
  g_test_add_func("/diagnostics/line_breaks_and_byte_order_mark",
                  test_line_breaks_and_byte_order_mark);
  g_test_add_func("/diagnostics/nothing_reaches_the_terminal", test_nothing_reaches_the_terminal);
  g_test_add_func("/diagnostics/long_lines_are_cut_around_the_column",
                  test_long_lines_are_cut_around_the_column);
  g_test_add_func("/diagnostics/a_flood_is_counted", test_a_flood_is_counted);
  g_test_add_func("/diagnostics/get", test_get);
  return g_test_run();
}
