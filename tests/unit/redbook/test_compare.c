/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/compare.h"

#include <string.h>

#include "tests/support/discs.h"

static RbTextBlock *
block(RbDisc *disc)
{
  return g_ptr_array_index(disc->text_blocks, 0);
}

static void
set_string(char **place, const char *text)
{
  g_free(*place);
  *place = g_strdup(text);
}

static RbIndex *
mark(RbDisc *disc, guint track, guint i)
{
  return &g_array_index(rb_disc_track(disc, track)->indexes, RbIndex, i);
}

static void
fewer_tracks(RbDisc *disc)
{
  g_ptr_array_set_size(disc->tracks, 2);
}

static void
other_start(RbDisc *disc)
{
  mark(disc, 3, 0)->sector = 1426;
}

static void
other_lead_out(RbDisc *disc)
{
  disc->lead_out_sector = 1801;
}

static void
no_pause(RbDisc *disc)
{
  g_array_remove_index(rb_disc_track(disc, 2)->indexes, 0);
}

static void
fewer_indexes(RbDisc *disc)
{
  g_array_set_size(rb_disc_track(disc, 2)->indexes, 3);
}

static void
other_upc(RbDisc *disc)
{
  set_string(&disc->upc, NULL);
}

static void
other_isrc(RbDisc *disc)
{
  set_string(&rb_disc_track(disc, 1)->isrc, "FRABC2600009");
}

static void
other_flags(RbDisc *disc)
{
  rb_disc_track(disc, 3)->flags = RB_FLAG_COPY_PERMITTED;
}

static void
with_scms(RbDisc *disc)
{
  rb_disc_track(disc, 3)->flags = RB_FLAG_SCMS;
}

static void
other_title(RbDisc *disc)
{
  set_string(&rb_text_block_texts(block(disc), 3)->field[RB_TEXT_TITLE], "tide");
}

static void
other_quotes(RbDisc *disc)
{
  set_string(&rb_text_block_texts(block(disc), 2)->field[RB_TEXT_TITLE],
             "Fog: Part One \\ '\xC3\xA9t\xC3\xA9'");
}

static void
other_message(RbDisc *disc)
{
  set_string(&block(disc)->disc.field[RB_TEXT_MESSAGE], NULL);
}

static void
other_genre(RbDisc *disc)
{
  block(disc)->genre = 1;
}

static void
other_catalog(RbDisc *disc)
{
  set_string(&block(disc)->disc_id, "NF-013");
}

static void
other_language(RbDisc *disc)
{
  block(disc)->language = 0;
}

static void
another_block(RbDisc *disc)
{
  RbTextBlock *added = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x0f);

  added->disc.field[RB_TEXT_TITLE] = NULL;
}

static const struct {
  const char *name;
  void (*change)(RbDisc *disc);
  const char *id;
  const char *place;
  const char *text;
  RbCompare mask; /* without which it is not told; 0: always told */
} cases[] = {
    {"fewer_tracks", fewer_tracks, "P01", "", "Tracks: expected 3, found 2.", 0},
    {"other_start", other_start, "P02", "track 3, index 1",
     "Expected 00:19:00 (sector 1425), found 00:19:01 (sector 1426).", 0},
    {"other_lead_out", other_lead_out, "P03", "lead-out",
     "Expected 00:24:00 (sector 1800), found 00:24:01 (sector 1801).", 0},
    {"no_pause", no_pause, "P04", "track 2, index 0", "Expected 00:12:00 (sector 900), found none.",
     RB_COMPARE_PAUSES},
    {"fewer_indexes", fewer_indexes, "P05", "track 2, index 3",
     "Expected 00:16:00 (sector 1200), found none.", RB_COMPARE_INDEXES},
    {"other_upc", other_upc, "P06", "", "UPC/EAN: expected \"4006381333931\", found none.",
     RB_COMPARE_UPC},
    {"other_isrc", other_isrc, "P07", "track 1",
     "ISRC: expected \"FRABC2600001\", found \"FRABC2600009\".", RB_COMPARE_ISRC},
    {"other_flags", other_flags, "P08", "track 3", NULL, RB_COMPARE_FLAGS},
    {"with_scms", with_scms, "P08", "track 3", NULL, RB_COMPARE_SCMS},
    {"other_title", other_title, "P09", "text block 1, track 3, title",
     "Text: expected \"Tide\", found \"tide\".", RB_COMPARE_TEXTS},
    {"other_quotes", other_quotes, "P09", "text block 1, track 2, title", NULL, RB_COMPARE_QUOTES},
    {"other_message", other_message, "P10", "text block 1, disc, message",
     "Text: expected \"Thank you\", found none.", RB_COMPARE_CREDITS},
    {"other_genre", other_genre, "P11", "text block 1", "Genre code: expected 23, found 1.",
     RB_COMPARE_EXTRAS},
    {"other_catalog", other_catalog, "P11", "text block 1",
     "Catalogue number: expected \"NF-012\", found \"NF-013\".", RB_COMPARE_EXTRAS},
    {"other_language", other_language, "P12", "text block 1", "Language: expected 9, found 0.",
     RB_COMPARE_BLOCKS},
    {"another_block", another_block, "P12", "", "Text blocks: expected 1, found 2.",
     RB_COMPARE_BLOCKS},
};

static void
test_case(gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE(data);
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(RbDisc) other = discs_sample();
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(RbFindings) without = rb_findings_new();

  cases[i].change(other);
  rb_disc_compare(disc, other, RB_COMPARE_ALL, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 1);
  const RbFinding *finding = rb_findings_get(findings, 0);

  g_assert_cmpstr(finding->id, ==, cases[i].id);
  g_assert_cmpint(finding->severity, ==, RB_SEVERITY_ERROR);
  g_assert_cmpstr(finding->place, ==, cases[i].place);
  if (cases[i].text != NULL)
    g_assert_cmpstr(finding->text, ==, cases[i].text);
  rb_disc_compare(disc, other, RB_COMPARE_ALL & ~cases[i].mask, without);
  g_assert_cmpuint(rb_findings_count(without), ==, cases[i].mask == 0 ? 1 : 0);
}

static void
test_same(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(RbFindings) findings = rb_findings_new();

  rb_disc_compare(disc, disc, RB_COMPARE_ALL, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
}

/* MS-JIS on a disc has one width only, so a form that gives the text back in another is right. */
static void
test_widths(void)
{
  for (int i = 0; i < 2; i++) {
    g_autoptr(RbDisc) disc = discs_sample();
    g_autoptr(RbDisc) other = discs_sample();
    g_autoptr(RbFindings) findings = rb_findings_new();
    RbCharset charset = i == 0 ? RB_CHARSET_MS_JIS : RB_CHARSET_ISO_8859_1;

    rb_disc_add_text_block(disc, charset, 0x69)->disc.field[0] = g_strdup("A\xEF\xBD\xB1 \"b\"");
    rb_disc_add_text_block(other, charset, 0x69)->disc.field[0] =
        g_strdup("\xEF\xBC\xA1\xE3\x82\xA2\xE3\x80\x80\xE2\x80\x9D\xEF\xBD\x82\xE2\x80\x9D");
    rb_disc_compare(disc, other, RB_COMPARE_ALL, findings);
    g_assert_cmpuint(rb_findings_count(findings), ==, i);
  }
}

/* A disc without texts lacks each of them. */
static void
test_no_texts(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(RbDisc) other = discs_sample();
  g_autoptr(RbFindings) findings = rb_findings_new();

  g_ptr_array_set_size(other->text_blocks, 0);
  rb_disc_compare(disc, other, RB_COMPARE_TEXTS, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 4 * 3);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/compare/same", test_same);
  g_test_add_func("/compare/widths", test_widths);
  g_test_add_func("/compare/no_texts", test_no_texts);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strconcat("/compare/", cases[i].name, NULL);

    g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
  }
  return g_test_run();
}
