/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse(print(disc)) = disc, for CUE and TOC, on random discs. The audio files are sparse. */
#include <unistd.h>

#include "redbook/compare.h"
#include "redbook/cue.h"
#include "redbook/cue_read.h"
#include "redbook/language.h"
#include "redbook/rules.h"
#include "redbook/toc.h"
#include "redbook/toc_read.h"
#include "tests/support/discs.h"
#include "tests/support/random_disc.h"

#define DISCS 150

static char *folder;

static void
assert_same(const RbDisc *disc, const RbDisc *got, RbCompare what, const char *sheet)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  rb_disc_compare(disc, got, what, findings);
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    g_test_message("%s: %s: %s", finding->id, finding->place, finding->text);
  }
  if (rb_findings_count(findings) > 0)
    g_error("not the same disc:\n%s", sheet);
}

/* What a CUE can hold. */
static RbDisc *
latin_disc(void)
{
  RbDisc *disc = random_disc_new(RB_MAX_TRACKS, SHEET_FLAGS);

  random_disc_add_block(disc, RB_CHARSET_ISO_8859_1, RB_LANGUAGE_ENGLISH, FALSE);
  return disc;
}

static RbDisc *
many_blocks_disc(void)
{
  RbDisc *disc = random_disc_new(RB_MAX_TRACKS, SHEET_FLAGS);

  random_disc_add_blocks(disc);
  return disc;
}

static void
make_file(const char *name, gint32 sectors)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);

  g_assert_true(g_file_set_contents(path, "", 0, NULL));
  g_assert_cmpint(truncate(path, (off_t)sectors * RB_BYTES_PER_SECTOR), ==, 0);
}

static char *
write_sheet(const char *name, const char *text, gsize bytes)
{
  char *path = g_build_filename(folder, name, NULL);

  g_assert_true(g_file_set_contents(path, text, (gssize)bytes, NULL));
  return path;
}

static void
test_cue(void)
{
  for (int i = 0; i < DISCS; i++) {
    g_autoptr(RbDisc) disc = latin_disc();
    g_autoptr(RbDisc) got = NULL;
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GError) error = NULL;
    RbCueStyle style = {.file_name = "disc.bin",
                        .file = RB_CUE_BINARY,
                        .first_sector = i % 2 ? RB_FIRST_PAUSE_SECTORS : 0,
                        .further_indexes = TRUE,
                        .extensions = TRUE,
                        .utf8 = i % 3 == 0};
    gsize bytes;
    g_autofree char *text = rb_cue_print(disc, &style, &bytes);
    g_autofree char *path = write_sheet("disc.cue", text, bytes);

    make_file("disc.bin", disc->lead_out_sector - style.first_sector);
    rb_cue_read(path, style.first_sector, &got, NULL, findings, &error);
    g_assert_no_error(error);
    assert_same(disc, got, RB_COMPARE_CUE, text);
  }
}

static void
test_toc(void)
{
  for (int i = 0; i < DISCS; i++) {
    g_autoptr(RbDisc) disc = many_blocks_disc();
    g_autoptr(RbDisc) got = NULL;
    g_autoptr(GError) error = NULL;
    RbTocStyle style = {.file_name = "disc.raw",
                        .first_sector = i % 2 ? RB_FIRST_PAUSE_SECTORS : 0,
                        .text_blocks = 8};
    g_autofree char *text = rb_toc_print(disc, &style, &error);

    g_assert_no_error(error);
    g_autofree char *path = write_sheet("disc.toc", text, strlen(text));

    make_file("disc.raw", disc->lead_out_sector - style.first_sector);
    rb_toc_read(path, &got, NULL, &error);
    g_assert_no_error(error);
    assert_same(disc, got, RB_COMPARE_TOC, text);
  }
}

/* Each flag and each field alone, through the words that stand for it in a CUE and in a TOC. */
static void
test_every_word(void)
{
  for (int i = 0; i < RB_TEXT_FIELDS + 5; i++) {
    RbFlags flag = i < 5 ? (RbFlags)(SHEET_FLAGS & 1 << i) : 0;
    g_autoptr(RbDisc) disc = discs_cue2ddp(11);
    RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0);
    RbCueStyle cue = {.file_name = "disc.bin", .file = RB_CUE_BINARY, .extensions = TRUE};
    RbTocStyle toc = {.file_name = "disc.raw", .text_blocks = 1};
    gsize bytes;

    rb_disc_track(disc, 2)->flags = flag;
    if (i >= 5)
      rb_text_block_texts(block, 1)->field[i - 5] = g_strdup("word");
    g_autofree char *cue_text = rb_cue_print(disc, &cue, &bytes);
    g_autofree char *toc_text = rb_toc_print(disc, &toc, NULL);
    g_autoptr(RbSheet) cue_sheet = rb_cue_parse(cue_text, bytes, "disc.cue", NULL);
    g_autoptr(RbSheet) toc_sheet = rb_toc_parse(toc_text, strlen(toc_text), "disc.toc", NULL);

    g_assert_cmpint(rb_disc_track(cue_sheet->disc, 2)->flags, ==, flag);
    g_assert_cmpint(rb_disc_track(toc_sheet->disc, 2)->flags, ==, flag & ~(guint)RB_FLAG_SCMS);
    for (int field = 0; i >= 5 && field < RB_TEXT_FIELDS; field++) {
      const char *expected = field == i - 5 ? "word" : NULL;

      g_assert_cmpstr(discs_text(cue_sheet->disc, 1, (RbTextField)field), ==, expected);
      g_assert_cmpstr(discs_text(toc_sheet->disc, 1, (RbTextField)field), ==, expected);
    }
  }
}

/* The discs that the other tests stand on keep the rules of form. */
static void
test_random_discs_keep_the_form(void)
{
  for (int i = 0; i < DISCS; i++) {
    g_autoptr(RbDisc) disc = many_blocks_disc();
    g_autoptr(RbFindings) findings = rb_findings_new();

    rb_rules_judge(disc, findings);
    for (guint f = 0; f < rb_findings_count(findings); f++) {
      const RbFinding *finding = rb_findings_get(findings, f);

      if (finding->severity == RB_SEVERITY_ERROR && g_str_has_prefix(finding->id, "R0"))
        g_error("%s, %s: %s", finding->id, finding->place, finding->text);
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_test_add_func("/sheets/random_discs_keep_the_form", test_random_discs_keep_the_form);
  g_test_add_func("/sheets/every_word", test_every_word);
  g_test_add_func("/sheets/cue", test_cue);
  g_test_add_func("/sheets/toc", test_toc);
  int status = g_test_run();

  discs_remove_folder(folder);
  g_free(folder);
  return status;
}
