/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/toc.h"
#include "redbook/toc_read.h"
#include "tests/support/sheet_round.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

static char *
print(const RbDisc *disc, gsize *bytes)
{
  const RbTocStyle style = {
      .file_name = "fuzz.raw", .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = 8};
  char *text = rb_toc_print(disc, &style, NULL);

  *bytes = text != NULL ? strlen(text) : 0;
  return text;
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  const SheetForm toc = {.path = "fuzz.toc",
                         .parse = rb_toc_parse,
                         .print = print,
                         .carries = RB_COMPARE_TOC,
                         .rule = "R49"};

  sheet_round(&toc, bytes, length);
  return 0;
}
