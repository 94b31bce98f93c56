/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_codes.h"

#include <string.h>

static void
assert_finding(const RbFindings *findings, guint i, const char *id, const char *place,
               const char *words)
{
  const RbFinding *finding = rb_findings_get(findings, i);

  g_assert_cmpstr(finding->id, ==, id);
  g_assert_cmpstr(finding->place, ==, place);
  if (strstr(finding->text, words) == NULL)
    g_error("\"%s\" is not in: %s", words, finding->text);
}

static void
test_codes(void)
{
  static const char *const isrcs[] = {"fr-abc-26-00001", "FRABC2600001", "000000000000", "wrong"};
  g_autoptr(AlDraft) draft = al_draft_new("test");
  g_autoptr(RbFindings) findings = rb_findings_new();

  for (gsize i = 0; i < G_N_ELEMENTS(isrcs); i++) {
    al_draft_add_track(draft);
    rb_disc_track(draft->disc, (guint)i + 1)->isrc = g_strdup(isrcs[i]);
  }
  draft->disc->upc = g_strdup("724349691704");
  al_draft_fit_codes(draft, findings);
  g_assert_cmpstr(draft->disc->upc, ==, "0724349691704");
  g_assert_cmpstr(rb_disc_track(draft->disc, 1)->isrc, ==, "FRABC2600001");
  for (guint number = 2; number <= 4; number++)
    g_assert_null(rb_disc_track(draft->disc, number)->isrc);
  g_assert_cmpuint(rb_findings_count(findings), ==, 2);
  assert_finding(findings, 0, "N04", "track 2", "track 1 has \"FRABC2600001\", too");
  assert_finding(findings, 1, "N04", "track 4", "\"wrong\"");
}

static void
test_wrong_upc(void)
{
  g_autoptr(AlDraft) draft = al_draft_new("test");
  g_autoptr(RbFindings) findings = rb_findings_new();

  draft->disc->upc = g_strdup("4006381333932");
  al_draft_fit_codes(draft, findings);
  g_assert_null(draft->disc->upc);
  assert_finding(findings, 0, "N04", "", "4006381333932");
}

static void
test_flags(void)
{
  g_autoptr(AlDraft) draft = al_draft_new("test");
  g_autoptr(RbFindings) findings = rb_findings_new();

  al_draft_add_track(draft);
  rb_disc_track(draft->disc, 1)->flags = RB_FLAG_COPY_PERMITTED | RB_FLAG_FOUR_CHANNEL;
  al_draft_fit_codes(draft, findings);
  g_assert_cmpuint(rb_disc_track(draft->disc, 1)->flags, ==, RB_FLAG_COPY_PERMITTED);
  assert_finding(findings, 0, "N06", "track 1", "0x08");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draft_codes/codes", test_codes);
  g_test_add_func("/draft_codes/wrong_upc", test_wrong_upc);
  g_test_add_func("/draft_codes/flags", test_flags);
  return g_test_run();
}
