/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filesets as other programs write them: read as the disc that they hold, and clean. */
#include <string.h>

#include "album/disc/verify.h"
#include "redbook/compare.h"
#include "redbook/ddp_read.h"
#include "tests/support/ddp_set.h"

static void
assert_nothing_worse_than_notes(const DdpSetStyle *style, const RbFindings *findings)
{
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    g_test_message("%s: %s %s, %s: %s", style->name, rb_severity_name(finding->severity),
                   finding->id, finding->place, finding->text);
    /* What is heard in the audio, which is noise, is another matter. */
    if (!g_str_has_prefix(finding->id, "R6"))
      g_assert_cmpint(finding->severity, ==, RB_SEVERITY_NOTE);
  }
}

static void
assert_same_disc(const DdpSet *set)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbFindings) differences = rb_findings_new();
  g_autoptr(GArray) audio = rb_ddp_audio_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(RbDisc) disc = rb_ddp_read(set->folder, audio, findings, &error);
  gint32 due = set->style->audio_from_150 ? RB_FIRST_PAUSE_SECTORS : 0;

  g_assert_no_error(error);
  rb_disc_compare(set->disc, disc, RB_COMPARE_ALL, differences);
  g_assert_cmpuint(rb_findings_count(differences), ==, 0);
  for (guint i = 0; i < audio->len; i++) {
    const RbDdpAudio *piece = &g_array_index(audio, RbDdpAudio, i);

    g_assert_cmpint(piece->first_sector, ==, due);
    due += piece->sectors;
  }
  g_assert_cmpint(due, ==, DDP_SET_SECTORS);
}

static void
test_style(gconstpointer data)
{
  const DdpSetStyle *style = data;
  const AlJob job = {.threads = 1};
  g_autoptr(DdpSet) set = ddp_set_new(style);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AlVerified) verified = NULL;

  ddp_set_add_sums(set);
  ddp_set_write(set);
  assert_same_disc(set);
  verified = al_verify(set->folder, NULL, &job, findings, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(verified->checksums, >=, 5);
  assert_nothing_worse_than_notes(style, findings);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (const DdpSetStyle *style = ddp_set_styles; style->name != NULL; style++) {
    g_autofree char *path = g_strdup_printf("/foreign_sets/%s", style->name);

    g_test_add_data_func(path, style, test_style);
  }
  return g_test_run();
}
