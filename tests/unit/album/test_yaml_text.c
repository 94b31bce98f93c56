/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/yaml_text.h"

#include <string.h>

typedef struct {
  const char *text, *written;
} Row;

static const Row rows[] = {
    {"Night Ferry", "Night Ferry"},
    {"No", "No"},
    {"0724349691704", "0724349691704"},
    {"it's: fine", "\"it's: fine\""},
    {"10:30", "10:30"},
    {"mixes/01 fog.wav", "mixes/01 fog.wav"},
    {"a #b", "\"a #b\""},
    {"a#b", "a#b"},
    {"ends:", "\"ends:\""},
    {" blank", "\" blank\""},
    {"blank ", "\"blank \""},
    {"", "\"\""},
    {"- dash", "\"- dash\""},
    {"#1", "\"#1\""},
    {"'quoted'", "\"'quoted'\""},
    {"say \"no\"", "say \"no\""},
    {"\"No\" \\ yes", "\"\\\"No\\\" \\\\ yes\""},
    {"[live]", "\"[live]\""},
    {"ナイト・フェリー", "ナイト・フェリー"},
    {"two\nlines\tand a tab", "\"two\\x0alines\\x09and a tab\""},
    {"\xc2\x85 \xe2\x80\xa8 \xf3\xa0\x80\x81", "\"\\x85 \\u2028 \\U000e0001\""},
};

static void
test_rows(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *written = al_yaml_text(rows[i].text);

    g_assert_cmpstr(written, ==, rows[i].written);
  }
}

static void
test_comments(void)
{
  g_autofree char *plain = al_yaml_comment("found: \"Łódź\" # here");
  g_autofree char *lines = al_yaml_comment("one\ntwo\r\x7f\xe2\x80\xa8");
  g_autofree char *bytes = al_yaml_comment("\xff");

  g_assert_cmpstr(plain, ==, "found: \"Łódź\" # here");
  g_assert_cmpstr(lines, ==, "one two   ");
  g_assert_cmpstr(bytes, ==, "\xef\xbf\xbd");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/yaml_text/rows", test_rows);
  g_test_add_func("/yaml_text/comments", test_comments);
  return g_test_run();
}
