/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/fit.h"

#include <string.h>

#include "redbook/language.h"
#include "tests/support/discs.h"

/* The ids of the findings, each once, in order of their first. */
static char *
ids_of(const RbFindings *findings)
{
  g_autoptr(GString) ids = g_string_new(NULL);

  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const char *id = rb_findings_get(findings, i)->id;

    if (strstr(ids->str, id) == NULL)
      g_string_append_printf(ids, "%s%s", ids->len > 0 ? " " : "", id);
  }
  return g_string_free(g_steal_pointer(&ids), FALSE);
}

/* Fits the disc to a target; the findings' ids must be these. */
static RbFindings *
fit(RbDisc *disc, AlTargetKind kind, gboolean portable, const char *expected)
{
  RbFindings *findings = rb_findings_new();
  const AlTarget target = al_target(kind, portable);

  al_fit(disc, &target, findings);
  g_autofree char *ids = ids_of(findings);

  g_assert_cmpstr(ids, ==, expected);
  return findings;
}

static RbDisc *
two_languages(void)
{
  RbDisc *disc = discs_sample();
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_MS_JIS, RB_LANGUAGE_JAPANESE);

  rb_text_block_texts(block, 0)->field[RB_TEXT_TITLE] = g_strdup("\u591c\u884c");
  rb_disc_track(disc, 3)->flags = RB_FLAG_SCMS;
  return disc;
}

/* What each form loses of a disc that has of everything. */
static void
test_every_target(void)
{
  static const struct {
    AlTargetKind kind;
    gboolean portable;
    const char *ids;
  } cases[] = {
      {AL_TARGET_DDP, FALSE, ""},
      {AL_TARGET_CUE, FALSE, "C05 C07 C06"},
      {AL_TARGET_BIN, FALSE, "C05 C07 C06"},
      {AL_TARGET_CUE, TRUE, "C01 C05 C07 C04 C06"},
      {AL_TARGET_TOC, FALSE, "C03"},
      {AL_TARGET_TRACKS, FALSE, "C03 C01 C02 C05 C06"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbDisc) disc = two_languages();

    rb_findings_free(fit(disc, cases[i].kind, cases[i].portable, cases[i].ids));
    /* Then nothing is left to lose; that pauses are not told stays true. */
    rb_findings_free(fit(disc, cases[i].kind, cases[i].portable,
                         cases[i].kind == AL_TARGET_TRACKS ? "C02" : ""));
  }
}

static void
expect(const RbFindings *findings, guint i, const char *place, const char *text)
{
  g_assert_cmpstr(rb_findings_get(findings, i)->place, ==, place);
  g_assert_cmpstr(rb_findings_get(findings, i)->text, ==, text);
}

static void
test_words(void)
{
  g_autoptr(RbDisc) disc = two_languages();
  g_autoptr(RbFindings) findings = fit(disc, AL_TARGET_CUE, TRUE, "C01 C05 C07 C04 C06");

  expect(findings, 0, "track 2", "INDEX 02 to 03 are left out.");
  expect(findings, 1, "text block 2",
         "The texts in Japanese are left out: only one language can be held.");
  expect(findings, 2, "text block 1, track 2, title",
         "The text \"Fog: Part One \\ \"\u00e9t\u00e9\"\" becomes \"Fog: Part One \\ "
         "'\u00e9t\u00e9'\".");
  expect(findings, 3, "text block 1, composer", "4 texts are left out; the first is \"A. Varga\".");
  expect(findings, 5, "text block 1", "Left out: language, genre, catalogue number.");
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, 2), 2), ==, -1);
  g_assert_cmpint(rb_track_index(rb_disc_track(disc, 2), 1), ==, 975);
  g_assert_cmpstr(discs_text(disc, 1, RB_TEXT_COMPOSER), ==, NULL);
  g_assert_cmpstr(discs_text(disc, 1, RB_TEXT_SONGWRITER), ==, "A. Varga");
}

/* A code that is none is in the way everywhere; one of zeros stands for none. */
static void
test_codes(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(5);
  RbTrack *track = rb_disc_track(disc, 1);

  disc->upc[12] = '9';
  g_free(track->isrc);
  track->isrc = g_strdup("TOO SHORT");
  g_autoptr(RbFindings) findings = fit(disc, AL_TARGET_CUE, FALSE, "C10");

  expect(findings, 0, "", "\"0123456789019\" is no UPC/EAN and is left out.");
  expect(findings, 1, "track 1", "\"TOO SHORT\" is no ISRC and is left out.");
  disc->upc = g_strdup("0000000000000");
  track->isrc = g_strdup("000000000000");
  rb_findings_free(fit(disc, AL_TARGET_DDP, FALSE, ""));
  g_assert_null(disc->upc);
  g_assert_null(track->isrc);
}

/* A DDP has no four channels, and no copy permitted with SCMS. */
static void
test_flags(void)
{
  static const struct {
    RbFlags flags, kept;
    AlTargetKind kind;
  } cases[] = {
      {RB_FLAG_FOUR_CHANNEL | RB_FLAG_PRE_EMPHASIS, RB_FLAG_PRE_EMPHASIS, AL_TARGET_DDP},
      {RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS, RB_FLAG_COPY_PERMITTED, AL_TARGET_DDP},
      {RB_FLAG_SCMS, 0, AL_TARGET_TOC},
      {RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED, 0, AL_TARGET_TRACKS},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbDisc) disc = discs_cue2ddp(11);

    rb_disc_track(disc, 2)->flags = cases[i].flags;
    rb_findings_free(fit(disc, cases[i].kind, FALSE, "C03"));
    g_assert_cmpint(rb_disc_track(disc, 2)->flags, ==, cases[i].kept);
  }
}

/* What a block's charset does not hold is written as it usually is; two ways to write the same
 * letter are not a difference. */
static void
test_charset(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();

  discs_set_texts(g_ptr_array_index(disc->text_blocks, 0), RB_TEXT_TITLE,
                  (const char *[]){"e\u0301t\u00e9", "\u0411\u0430\u043b", "plain"});
  g_autoptr(RbFindings) findings = fit(disc, AL_TARGET_DDP, FALSE, "C07");

  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  expect(findings, 0, "text block 1, track 1, title",
         "The text \"\u0411\u0430\u043b\" becomes \"Bal\".");
  g_assert_cmpstr(discs_text(disc, 0, RB_TEXT_TITLE), ==, "\u00e9t\u00e9");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fit/every_target", test_every_target);
  g_test_add_func("/fit/words", test_words);
  g_test_add_func("/fit/codes", test_codes);
  g_test_add_func("/fit/flags", test_flags);
  g_test_add_func("/fit/charset", test_charset);
  return g_test_run();
}
