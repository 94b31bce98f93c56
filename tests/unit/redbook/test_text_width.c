/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/text_width.h"

static void
test_rows(void)
{
  static const struct {
    const char *text;
    guint width;
  } rows[] = {{"", 0}, {"Tide", 4}, {"Länterns", 8}, {"港の灯", 6}, {"e\u0301", 1}};

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    g_assert_cmpuint(rb_text_width(rows[i].text), ==, rows[i].width);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text_width/rows", test_rows);
  return g_test_run();
}
