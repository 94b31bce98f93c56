/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/language.h"

static void
check_finds(const char *text, guint8 code)
{
  g_autofree char *shouted = g_ascii_strup(text, -1);
  guint8 found = 0xff;

  g_assert_true(rb_language_find(shouted, &found));
  g_assert_cmphex(found, ==, code);
}

static void
test_walk_the_table(void)
{
  guint names = 0;

  for (guint code = 0; code <= 0xff; code++) {
    const char *name = rb_language_name((guint8)code);
    const char *iso = rb_language_iso((guint8)code);

    g_assert_cmpint(name != NULL, ==, code <= 0x2b || (code >= 0x45 && code <= 0x7f));
    if (name == NULL)
      continue;
    names++;
    check_finds(name, (guint8)code);
    if (iso != NULL) {
      g_assert_cmpint(iso[0] >= 'a' && iso[1] <= 'z' && iso[2] == '\0', ==, TRUE);
      check_finds(iso, (guint8)code);
    }
  }
  g_assert_cmpuint(names, ==, 0x2c + 0x3b);
}

static void
test_codes(void)
{
  guint8 code;

  g_assert_cmpstr(rb_language_name(RB_LANGUAGE_ENGLISH), ==, "English");
  g_assert_cmpstr(rb_language_name(RB_LANGUAGE_JAPANESE), ==, "Japanese");
  g_assert_cmpstr(rb_language_iso(0x08), ==, "de");
  g_assert_cmpstr(rb_language_iso(0x1d), ==, "nl");
  g_assert_cmpstr(rb_language_iso(0x28), ==, "sv");
  g_assert_cmpstr(rb_language_iso(0x56), ==, "ru");
  g_assert_false(rb_language_find("Klingon", &code));
  g_assert_false(rb_language_find("", &code));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/language/walk_the_table", test_walk_the_table);
  g_test_add_func("/language/codes", test_codes);
  return g_test_run();
}
