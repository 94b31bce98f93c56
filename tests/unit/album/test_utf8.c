/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/utf8.h"

#include <string.h>

static char *
check(const char *text, gsize length)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", "");
  gboolean good = al_utf8_check(text, length, diagnostics);

  g_assert_cmpint(good, ==, al_diagnostics_count(diagnostics) == 0);
  return al_diagnostics_format(diagnostics);
}

static void
test_places(void)
{
  static const struct {
    const char *text;
    gsize length;
    const char *errors;
  } rows[] = {
      {"", 0, ""},
      {"plain\n夜é😀\n", 16, ""},
      {"\n夜\xff\n", 6, "a:2:2: error: this is not UTF-8: byte 0xff\n   save the file as UTF-8\n"},
      /* cut short at the end, too long, a surrogate */
      {"\xe5\xa4", 2, "a:1:1: error: this is not UTF-8: byte 0xe5\n   save the file as UTF-8\n"},
      {"a\xc0\xaf", 3, "a:1:2: error: this is not UTF-8: byte 0xc0\n   save the file as UTF-8\n"},
      {"\xed\xa0\x80", 3,
       "a:1:1: error: this is not UTF-8: byte 0xed\n   save the file as UTF-8\n"},
      {"a\0b", 3, "a:1:2: error: a NUL byte, which no text has\n   save the file as UTF-8\n"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *errors = check(rows[i].text, rows[i].length);

    g_assert_cmpstr(errors, ==, rows[i].errors);
  }
}

static void
test_utf16_is_recognised(void)
{
  g_autofree char *errors = check("\xff\xfe"
                                  "a\0",
                                  4);

  g_assert_nonnull(strstr(errors, "UTF-16"));
}

static void
test_a_flood_ends(void)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", "");

  for (int i = 0; i < 1000; i++)
    g_string_append(text, "\xff\n");
  g_assert_false(al_utf8_check(text->str, text->len, diagnostics));
  g_assert_cmpuint(al_diagnostics_count(diagnostics), ==, 20);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/utf8/places", test_places);
  g_test_add_func("/utf8/utf16_is_recognised", test_utf16_is_recognised);
  g_test_add_func("/utf8/a_flood_ends", test_a_flood_ends);
  return g_test_run();
}
