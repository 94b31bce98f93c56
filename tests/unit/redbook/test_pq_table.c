/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/pq_table.h"

#include "tests/support/discs.h"

static const char *
cell(const GPtrArray *rows, guint row, RbPqColumn column)
{
  return ((char **)g_ptr_array_index(rows, row))[column];
}

/* The disc's rows: 1.0, 1.1, 2.0, 2.1, 2.2, 2.3, 3.1, lead-out. */
static void
test_rows(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(GPtrArray) rows = rb_pq_rows(disc);

  g_assert_cmpuint(rows->len, ==, 8);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint(g_strv_length(g_ptr_array_index(rows, i)), ==, RB_PQ_COLUMNS);
  g_assert_cmpstr(cell(rows, 0, RB_PQ_NOTE), ==, "hidden audio from 00:02:00, 00:04:00");
  g_assert_cmpstr(cell(rows, 2, RB_PQ_PAUSE), ==, "00:01:00");
  g_assert_cmpstr(cell(rows, 2, RB_PQ_NOTE), ==, "");
  g_assert_cmpstr(cell(rows, 3, RB_PQ_LENGTH), ==, "00:06:00");
  g_assert_cmpstr(cell(rows, 3, RB_PQ_FLAGS), ==, "CP PRE");
  g_assert_cmpstr(cell(rows, 5, RB_PQ_START), ==, "00:16:00");
  g_assert_cmpstr(cell(rows, 5, RB_PQ_TITLE), ==, "");
  g_assert_cmpstr(cell(rows, 7, RB_PQ_TRACK), ==, "AA");
  g_assert_cmpstr(cell(rows, 7, RB_PQ_START), ==, "00:24:00");
}

static void
test_flags(void)
{
  for (guint flags = 0; flags < 32; flags++) {
    g_autofree char *text = rb_pq_flags((RbFlags)flags);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    guint count = 0;

    for (guint bits = flags; bits != 0; bits &= bits - 1)
      count++;
    g_assert_cmpuint(g_strv_length(words), ==, count);
  }
}

static void
test_time(void)
{
  g_autofree char *first = rb_pq_time(0);
  g_autofree char *none = rb_pq_time(-1);
  g_autofree char *last = rb_pq_time(RB_MAX_SECTORS - 1);
  g_autofree char *beyond = rb_pq_time(RB_MAX_SECTORS);

  g_assert_cmpstr(first, ==, "00:00:00");
  g_assert_cmpstr(none, ==, "");
  g_assert_cmpstr(last, ==, "99:59:74");
  g_assert_cmpstr(beyond, ==, "");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pq_table/rows", test_rows);
  g_test_add_func("/pq_table/flags", test_flags);
  g_test_add_func("/pq_table/time", test_time);
  return g_test_run();
}
