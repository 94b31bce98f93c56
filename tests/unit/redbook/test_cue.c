/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cue.h"

#include <string.h>

#include "redbook/language.h"
#include "tests/support/discs.h"
#include "tests/support/golden.h"

static void
compare(const char *name, RbCueStyle style)
{
  g_autoptr(RbDisc) disc = discs_sample();
  gsize bytes;
  g_autofree char *text = rb_cue_print(disc, &style, &bytes);

  golden_compare(name, text, bytes);
}

static void
test_portable(void)
{
  compare("portable.cue", (RbCueStyle){.file_name = "Night Ferry.bin",
                                       .file = RB_CUE_BINARY,
                                       .first_sector = RB_FIRST_PAUSE_SECTORS});
}

static void
test_full(void)
{
  compare("full.cue", (RbCueStyle){.file_name = "Night Ferry.wav",
                                   .file = RB_CUE_WAVE,
                                   .first_sector = RB_FIRST_PAUSE_SECTORS,
                                   .further_indexes = TRUE,
                                   .extensions = TRUE,
                                   .utf8 = TRUE});
}

/* A file that holds the first pause, as the image of a DDP does. */
static void
test_from_zero(void)
{
  compare("from-zero.cue",
          (RbCueStyle){.file_name = "IMAGE.DAT", .file = RB_CUE_BINARY, .first_sector = 0});
}

/* No INDEX 00 where nothing of the first pause is in the file. */
static void
test_plain_first_pause(void)
{
  g_autoptr(RbDisc) disc = rb_disc_new();
  RbTrack *track = rb_disc_add_track(disc);
  RbCueStyle style = {
      .file_name = "a.wav", .file = RB_CUE_WAVE, .first_sector = RB_FIRST_PAUSE_SECTORS};
  gsize bytes;

  rb_track_add_index(track, 0, 0);
  rb_track_add_index(track, 1, 150);
  disc->lead_out_sector = 1000;
  g_autofree char *text = rb_cue_print(disc, &style, &bytes);

  g_assert_cmpstr(text, ==, "FILE \"a.wav\" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n");
  g_assert_cmpuint(bytes, ==, strlen(text));
}

static void
test_charset(void)
{
  g_autoptr(RbDisc) disc = discs_sample();
  RbTexts *texts = rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), 1);
  RbCueStyle style = {.file_name = "a.wav", .first_sector = RB_FIRST_PAUSE_SECTORS};
  gsize bytes;
  g_autofree char *latin = rb_cue_print(disc, &style, &bytes);

  g_assert_nonnull(strstr(latin, "The L\xE4nterns"));
  g_free(texts->field[RB_TEXT_TITLE]);
  texts->field[RB_TEXT_TITLE] = g_strdup("\xC5\x81\xC3\xB3"
                                         "d\xC5\xBA");
  g_autofree char *utf8 = rb_cue_print(disc, &style, &bytes);

  g_assert_nonnull(strstr(utf8, "TITLE \"\xC5\x81\xC3\xB3"
                                "d\xC5\xBA\"\n"));
  g_assert_nonnull(strstr(utf8, "The L\xC3\xA4nterns"));
}

/* A with a ring and a half are C5 BD in ISO 8859-1, which in UTF-8 is another letter. */
static void
test_ambiguous_charset(void)
{
  g_autoptr(RbDisc) disc = rb_disc_new();
  RbCueStyle style = {.file_name = "a.wav", .first_sector = RB_FIRST_PAUSE_SECTORS};
  gsize bytes;
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, RB_LANGUAGE_ENGLISH);
  g_autofree char *sheet = NULL;

  rb_text_block_texts(block, 0)->field[RB_TEXT_TITLE] = g_strdup("\xC3\x85\xC2\xBD");
  sheet = rb_cue_print(disc, &style, &bytes);
  g_assert_nonnull(strstr(sheet, "TITLE \"\xC3\x85\xC2\xBD\"\n"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cue/portable", test_portable);
  g_test_add_func("/cue/full", test_full);
  g_test_add_func("/cue/ambiguous_charset", test_ambiguous_charset);
  g_test_add_func("/cue/from_zero", test_from_zero);
  g_test_add_func("/cue/plain_first_pause", test_plain_first_pause);
  g_test_add_func("/cue/charset", test_charset);
  return g_test_run();
}
