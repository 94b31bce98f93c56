/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make_disc FOLDER: writes the sample disc in every form, for other programs to read.
 *
 *   disc.bin disc.cue   raw audio, CUE without further indexes and extensions
 *   disc.wav wav.cue    the same as WAVE
 *            full.cue   with further indexes and extensions
 *            disc.toc   one text block;  blocks.toc: two, the second in MS-JIS
 *   programme.raw, hidden.raw: what a ripper gets from tracks 1 to the last, and from track 0 */
#include <stdio.h>

#include "redbook/cue.h"
#include "redbook/toc.h"
#include "tests/support/discs.h"

static const char *folder;

static char *
path_of(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static void
write_file(const char *name, gconstpointer data, gsize bytes)
{
  g_autofree char *path = path_of(name);
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents(path, data, (gssize)bytes, &error))
    g_error("%s", error->message);
}

static void
write_cue(const RbDisc *disc, const char *name, RbCueStyle style)
{
  gsize bytes;

  style.first_sector = RB_FIRST_PAUSE_SECTORS;
  g_autofree char *text = rb_cue_print(disc, &style, &bytes);

  write_file(name, text, bytes);
}

static void
write_toc(const RbDisc *disc, const char *name, guint blocks)
{
  RbTocStyle style = {
      .file_name = "disc.wav", .first_sector = RB_FIRST_PAUSE_SECTORS, .text_blocks = blocks};
  g_autoptr(GError) error = NULL;
  g_autofree char *text = rb_toc_print(disc, &style, &error);

  if (text == NULL)
    g_error("%s", error->message);
  write_file(name, text, strlen(text));
}

static void
add_japanese(RbDisc *disc)
{
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_MS_JIS, 0x69);

  for (guint number = 0; number <= disc->tracks->len; number++)
    rb_text_block_texts(block, number)->field[RB_TEXT_TITLE] = g_strdup("\xE5\xA4\x9C\xE8\xA1\x8C");
}

int
main(int argc, char **argv)
{
  g_autoptr(RbDisc) disc = discs_sample();
  gsize bytes;
  g_autofree guint8 *audio = discs_audio(disc, RB_FIRST_PAUSE_SECTORS, &bytes);
  gsize hidden = (450 - RB_FIRST_PAUSE_SECTORS) * RB_BYTES_PER_SECTOR;

  g_assert_cmpint(argc, ==, 2);
  folder = argv[1];
  g_autofree char *wav = path_of("disc.wav");

  discs_write_wav(wav, audio, bytes);
  write_file("disc.bin", audio, bytes);
  write_file("hidden.raw", audio, hidden);
  write_file("programme.raw", audio + hidden, bytes - hidden);
  write_cue(disc, "disc.cue", (RbCueStyle){.file_name = "disc.bin", .file = RB_CUE_BINARY});
  write_cue(disc, "wav.cue", (RbCueStyle){.file_name = "disc.wav", .file = RB_CUE_WAVE});
  write_cue(disc, "full.cue",
            (RbCueStyle){.file_name = "disc.wav",
                         .file = RB_CUE_WAVE,
                         .further_indexes = TRUE,
                         .extensions = TRUE});
  write_toc(disc, "disc.toc", 1);
  add_japanese(disc);
  write_toc(disc, "blocks.toc", 8);
  return 0;
}
