/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/finding.h"

static void
test_append_prefixes_places(void)
{
  g_autoptr(RbFindings) inner = rb_findings_new();
  g_autoptr(RbFindings) outer = rb_findings_new();

  rb_findings_add(inner, "R07", RB_SEVERITY_ERROR, "track 3", "%d sectors", 299);
  rb_findings_add(inner, "R11", RB_SEVERITY_WARNING, "", "long");
  rb_findings_append(outer, inner, "cd");

  g_assert_cmpuint(rb_findings_count(outer), ==, 2);
  g_assert_cmpstr(rb_findings_get(outer, 0)->place, ==, "cd, track 3");
  g_assert_cmpstr(rb_findings_get(outer, 0)->text, ==, "299 sectors");
  g_assert_cmpstr(rb_findings_get(outer, 1)->place, ==, "cd");
}

static void
test_count_by_severity(void)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  rb_findings_add(findings, "R07", RB_SEVERITY_ERROR, "track 3", "short");
  rb_findings_add(findings, "R08", RB_SEVERITY_ERROR, "track 1", "pause");
  rb_findings_add(findings, "R11", RB_SEVERITY_NOTE, "", "long");

  g_assert_cmpuint(rb_findings_count_of(findings, RB_SEVERITY_ERROR), ==, 2);
  g_assert_cmpuint(rb_findings_count_of(findings, RB_SEVERITY_WARNING), ==, 0);
  g_assert_cmpuint(rb_findings_count_of(findings, RB_SEVERITY_NOTE), ==, 1);
  g_assert_cmpstr(rb_severity_name(RB_SEVERITY_WARNING), ==, "warning");
}

static void
test_track_of_place(void)
{
  static const struct {
    const char *place;
    guint track;
  } rows[] = {{"", 0},          {"track 3", 3},        {"cd, track 12, index 2", 12},
              {"track x", 0},   {"soundtrack 3", 0},   {"text block 1, track 99, title", 99},
              {"track 300", 0}, {"cd, text block 1", 0}};
  g_autoptr(RbFindings) findings = rb_findings_new();

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    rb_findings_add(findings, "R07", RB_SEVERITY_ERROR, rows[i].place, "short");
    g_assert_cmpuint(rb_finding_track(rb_findings_get(findings, i)), ==, rows[i].track);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/finding/append_prefixes_places", test_append_prefixes_places);
  g_test_add_func("/finding/count_by_severity", test_count_by_severity);
  g_test_add_func("/finding/track_of_place", test_track_of_place);
  return g_test_run();
}
