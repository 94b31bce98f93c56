/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue.h"
#include "redbook/cue_read.h"
#include "tests/support/sheet_round.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

static char *
print(const RbDisc *disc, gsize *bytes)
{
  const RbCueStyle style = {.file_name = "fuzz.bin",
                            .file = RB_CUE_BINARY,
                            .first_sector = RB_FIRST_PAUSE_SECTORS,
                            .further_indexes = TRUE,
                            .extensions = TRUE,
                            .utf8 = TRUE};

  return rb_cue_print(disc, &style, bytes);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  const SheetForm cue = {
      .path = "fuzz.cue", .parse = rb_cue_parse, .print = print, .carries = RB_COMPARE_CUE};

  sheet_round(&cue, bytes, length);
  return 0;
}
