/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libcdio reads what we write, and our readers see what libcdio sees. */
#include "redbook/cdio_reader.h"

#include <string.h>

#include "redbook/cue.h"
#include "redbook/cue_read.h"
#include "redbook/error.h"
#include "redbook/language.h"
#include "redbook/toc.h"
#include "tests/support/discs.h"
#include "tests/support/random_disc.h"

static char *folder;

static char *
write_file(const char *name, gconstpointer data, gsize bytes)
{
  char *path = g_build_filename(folder, name, NULL);

  g_assert_true(g_file_set_contents(path, data, (gssize)bytes, NULL));
  return path;
}

static char *
write_cue(const RbDisc *disc)
{
  RbCueStyle style = {.file_name = "disc.bin",
                      .file = RB_CUE_BINARY,
                      .first_sector = RB_FIRST_PAUSE_SECTORS,
                      .further_indexes = TRUE,
                      .extensions = TRUE};
  gsize bytes;
  g_autofree char *text = rb_cue_print(disc, &style, &bytes);

  return write_file("disc.cue", text, bytes);
}

static void
assert_same(const RbDisc *disc, const RbDisc *got, RbCompare what)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  rb_disc_compare(disc, got, what, findings);
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    g_error("%s: %s: %s", finding->id, finding->place, finding->text);
  }
}

static void
test_cue(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(GError) error = NULL;
  gsize bytes;
  g_autofree guint8 *audio = discs_audio(disc, RB_FIRST_PAUSE_SECTORS, &bytes);
  g_free(write_file("disc.bin", audio, bytes));
  g_autofree char *path = write_cue(disc);
  g_autoptr(RbCdioReader) reader = rb_cdio_reader_open_cue(path, &error);

  g_assert_no_error(error);
  g_autoptr(RbDisc) got = rb_cdio_reader_disc(reader);
  g_autoptr(RbFindings) complaints = rb_findings_new();

  assert_same(disc, got, RB_COMPARE_CDIO);
  rb_cdio_reader_complaints(reader, complaints);
  g_assert_cmpuint(rb_findings_count(complaints), ==, 0);

  /* The audio, byte for byte, in pieces that do not divide it, and not beyond its end. */
  gint16 samples[7 * 2 * RB_FRAMES_PER_SECTOR];

  for (gint32 sector = 150; sector < disc->lead_out_sector; sector += 7) {
    guint sectors = (guint)MIN(7, disc->lead_out_sector - sector);
    const guint8 *at = audio + (gsize)(sector - 150) * RB_BYTES_PER_SECTOR;

    g_assert_true(rb_cdio_reader_read(reader, sector, samples, sectors, NULL));
    for (guint i = 0; i < sectors * 2 * RB_FRAMES_PER_SECTOR; i++)
      g_assert_cmpint(samples[i], ==, (gint16)(at[2 * i] | at[2 * i + 1] << 8));
  }
  g_assert_false(rb_cdio_reader_read(reader, disc->lead_out_sector, samples, 1, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FILE);
}

static void
test_toc(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(GError) error = NULL;
  RbTocStyle style = {
      .file_name = "disc.wav", .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = 1};
  gsize bytes;
  g_autofree guint8 *audio = discs_audio(disc, RB_FIRST_PAUSE_SECTORS, &bytes);
  g_autofree char *wav = g_build_filename(folder, "disc.wav", NULL);
  g_autofree char *text = rb_toc_print(disc, &style, NULL);
  g_autofree char *path = write_file("disc.toc", text, strlen(text));

  discs_write_wav(wav, audio, bytes);
  g_autoptr(RbCdioReader) reader = rb_cdio_reader_open_toc(path, &error);

  g_assert_no_error(error);
  g_autoptr(RbDisc) got = rb_cdio_reader_disc(reader);
  RbTextBlock *block = g_ptr_array_index(got->text_blocks, 0);

  assert_same(disc, got, RB_COMPARE_CDIO | RB_COMPARE_QUOTES);
  g_assert_cmpstr(block->disc_id, ==, "NF-012");
}

/* Random discs: libcdio sees the same as our reader. */
static void
test_random_discs(void)
{
  for (int i = 0; i < 30; i++) {
    g_autoptr(RbDisc) disc = random_disc_new(12, SHEET_FLAGS);
    g_autoptr(RbDisc) got = NULL;
    g_autoptr(RbFindings) findings = rb_findings_new();
    g_autoptr(GError) error = NULL;
    gsize bytes;

    random_disc_add_block(disc, RB_CHARSET_ISO_8859_1, RB_LANGUAGE_ENGLISH, FALSE);
    g_autofree guint8 *audio = discs_audio(disc, RB_FIRST_PAUSE_SECTORS, &bytes);
    g_free(write_file("disc.bin", audio, bytes));
    g_autofree char *path = write_cue(disc);
    g_autoptr(RbCdioReader) reader = rb_cdio_reader_open_cue(path, &error);

    g_assert_no_error(error);
    g_autoptr(RbDisc) seen = rb_cdio_reader_disc(reader);

    assert_same(disc, seen, RB_COMPARE_CDIO);
    rb_cue_read(path, RB_FIRST_PAUSE_SECTORS, &got, NULL, findings, &error);
    g_assert_no_error(error);
    assert_same(got, seen, RB_COMPARE_CDIO);
  }
}

static void
test_refusals(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = write_file("alone.cue", "FILE x BINARY\n", 14);

  g_assert_null(rb_cdio_reader_open_cue(path, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FILE);
  if (strstr(error->message, "alone.bin") == NULL)
    g_error("%s", error->message);
  g_clear_error(&error);
  g_assert_null(rb_cdio_reader_open_toc(path, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FILE);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  g_test_add_func("/cdio_reader/cue", test_cue);
  g_test_add_func("/cdio_reader/toc", test_toc);
  g_test_add_func("/cdio_reader/random_discs", test_random_discs);
  g_test_add_func("/cdio_reader/refusals", test_refusals);
  int status = g_test_run();

  discs_remove_folder(folder);
  g_free(folder);
  return status;
}
