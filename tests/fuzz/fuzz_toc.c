/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/compare.h"
#include "redbook/rules.h"
#include "redbook/toc.h"
#include "redbook/toc_read.h"

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

/* Every audio file is as long as this. */
#define FILE_SECTORS 9000

static RbDisc *
read_disc(const char *text, gsize length, gint32 sectors)
{
  g_autoptr(RbSheet) sheet = rb_toc_parse(text, length, "fuzz.toc", NULL);

  if (sheet == NULL)
    return NULL;
  for (guint i = 0; i < sheet->files->len; i++)
    g_array_index(sheet->files, RbSheetFile, i).frames = (gint64)sectors * RB_FRAMES_PER_SECTOR;
  if (!rb_sheet_lay_out(sheet, RB_FIRST_PAUSE_SECTORS, NULL))
    return NULL;
  return g_steal_pointer(&sheet->disc);
}

/* Whether the rules of form and of characters are kept. */
static gboolean
is_writable(const RbDisc *disc)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  rb_rules_judge(disc, findings);
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    if (finding->severity == RB_SEVERITY_ERROR &&
        (g_str_has_prefix(finding->id, "R0") || g_str_equal(finding->id, "R49")))
      return FALSE;
  }
  return TRUE;
}

/* A TOC of any bytes. What is read of it and keeps the rules is written and read as the same
 * disc. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length)
{
  const RbTocStyle style = {
      .file_name = "fuzz.raw", .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = 8};
  g_autoptr(RbDisc) disc = read_disc((const char *)bytes, length, FILE_SECTORS);
  g_autoptr(RbFindings) findings = rb_findings_new();

  if (disc == NULL || !is_writable(disc))
    return 0;
  /* Codes are printed as they stand. */
  g_clear_pointer(&disc->upc, g_free);
  for (guint number = 1; number <= disc->tracks->len; number++)
    g_clear_pointer(&rb_disc_track(disc, number)->isrc, g_free);
  g_autofree char *text = rb_toc_print(disc, &style, NULL);

  if (text == NULL)
    return 0;
  g_autoptr(RbDisc) back =
      read_disc(text, strlen(text), disc->lead_out_sector - RB_FIRST_PAUSE_SECTORS);

  g_assert_nonnull(back);
  rb_disc_compare(disc, back, RB_COMPARE_TOC, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  return 0;
}
