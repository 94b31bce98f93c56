/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/disc_sheet.h"

#include "album/disc/text_sheet.h"
#include "redbook/text_table.h"

char *
al_disc_sheet_text(const RbDisc *disc, const RbPqSheetHead *head)
{
  g_autofree char *pq = rb_pq_sheet_print(disc, head);
  GString *out = g_string_new(pq);

  for (guint i = 0; i < disc->text_blocks->len; i++) {
    g_autoptr(AlTextSheet) sheet = al_text_sheet_new(disc, i);

    g_string_append_printf(out, "\n%s\n\n", sheet->title);
    rb_text_table_print_facts(out, sheet->facts);
    g_string_append_c(out, '\n');
    rb_text_table_print(out, (const char *const *)sheet->headings, sheet->rows);
  }
  return g_string_free(out, FALSE);
}
