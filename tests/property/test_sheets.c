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
    rb_cue_read(path, style.first_sector, &got, NULL, &error);
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
  g_test_add_func("/sheets/cue", test_cue);
  g_test_add_func("/sheets/toc", test_toc);
  int status = g_test_run();

  discs_remove_folder(folder);
  g_free(folder);
  return status;
}
