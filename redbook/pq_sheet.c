/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/pq_sheet.h"

#include "redbook/pq_table.h"
#include "redbook/text_table.h"

char *
rb_pq_sheet_print(const RbDisc *disc, const RbPqSheetHead *head)
{
  g_autoptr(GPtrArray) facts = rb_pq_facts(disc, head);
  g_autoptr(GPtrArray) rows = rb_pq_rows(disc);
  GString *out = g_string_new("PQ SHEET\n\n");

  rb_text_table_print_facts(out, facts);
  g_string_append_c(out, '\n');
  rb_text_table_print(out, rb_pq_headings, rows);
  g_string_append_c(out, '\n');
  g_string_append(out, rb_pq_legend);
  return g_string_free(out, FALSE);
}
