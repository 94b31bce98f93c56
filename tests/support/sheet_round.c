/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/sheet_round.h"

#include "redbook/rules.h"

#define FILE_SECTORS 9000

static RbDisc *
read_disc(const SheetForm *form, const char *text, gsize length, gint32 sectors)
{
  g_autoptr(RbSheet) sheet = form->parse(text, length, form->path, NULL);

  if (sheet == NULL)
    return NULL;
  for (guint i = 0; i < sheet->files->len; i++)
    g_array_index(sheet->files, RbSheetFile, i).frames = (gint64)sectors * RB_FRAMES_PER_SECTOR;
  if (!rb_sheet_lay_out(sheet, RB_FIRST_PAUSE_SECTORS, NULL))
    return NULL;
  return g_steal_pointer(&sheet->disc);
}

static gboolean
can_be_written(const SheetForm *form, const RbDisc *disc)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  rb_rules_judge(disc, findings);
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    if (finding->severity == RB_SEVERITY_ERROR &&
        (g_str_has_prefix(finding->id, "R0") || g_strcmp0(finding->id, form->rule) == 0))
      return FALSE;
  }
  return TRUE;
}

/* Codes are printed as they stand, whatever that is. */
static void
drop_codes(RbDisc *disc)
{
  g_clear_pointer(&disc->upc, g_free);
  for (guint number = 1; number <= disc->tracks->len; number++)
    g_clear_pointer(&rb_disc_track(disc, number)->isrc, g_free);
}

void
sheet_round(const SheetForm *form, const guint8 *bytes, gsize length)
{
  g_autoptr(RbDisc) disc = read_disc(form, (const char *)bytes, length, FILE_SECTORS);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbDisc) back = NULL;
  g_autofree char *text = NULL;
  gsize printed;

  if (disc == NULL || !can_be_written(form, disc))
    return;
  drop_codes(disc);
  text = form->print(disc, &printed);
  if (text == NULL)
    return;
  back = read_disc(form, text, printed, disc->lead_out_sector - RB_FIRST_PAUSE_SECTORS);
  g_assert_nonnull(back);
  rb_disc_compare(disc, back, form->carries, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}
