/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/text_table.h"

static void
add_row(GPtrArray *rows, const char *cells)
{
  g_ptr_array_add(rows, g_strsplit(cells, "|", -1));
}

/* Columns are as wide as their widest cell, on the screen and not in bytes, and nothing is printed
 * behind the last cell of a line. */
static void
test_columns(void)
{
  static const char *const headings[] = {"A", "Long heading", "C", NULL};
  g_autoptr(GPtrArray) rows = rb_text_table_rows_new();
  g_autoptr(GString) out = g_string_new(NULL);

  add_row(rows, "\u591c\u884c|x|");
  add_row(rows, "||last");
  add_row(rows, "||");
  rb_text_table_print(out, headings, rows);
  g_assert_cmpstr(out->str, ==,
                  "A     Long heading  C\n"
                  "------------------------\n"
                  "\u591c\u884c  x\n"
                  "                    last\n"
                  "\n");
}

static void
test_facts(void)
{
  g_autoptr(GPtrArray) facts = rb_text_table_rows_new();
  g_autoptr(GString) out = g_string_new(NULL);

  rb_text_table_add_fact(facts, "Title", "Two\nlines\tand a tab");
  rb_text_table_add_fact(facts, "Empty", "");
  rb_text_table_add_fact(facts, "None", NULL);
  rb_text_table_print_facts(out, facts);
  g_assert_cmpstr(out->str, ==, "Title           Two lines and a tab\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text_table/columns", test_columns);
  g_test_add_func("/text_table/facts", test_facts);
  return g_test_run();
}
