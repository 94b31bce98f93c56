/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"

#include <string.h>

#include "redbook/error.h"
#include "tests/support/discs.h"

static void
add_texts(RbDisc *disc)
{
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  static const char *const texts[3][3] = {{"Disc Title", "Track One", "Track Two"},
                                          {"Disc Performer", "Perf One", "Perf Two"},
                                          {"Disc Writer", "Writer One", NULL}};

  for (int field = 0; field < 3; field++) {
    for (guint track = 0; track < 3; track++)
      rb_text_block_texts(block, track)->field[field] = g_strdup(texts[field][track]);
  }
}

/* The whole set of case 011 of cue2ddp 1.1, but for its audio. */
static void
test_set_of_cue2ddp(void)
{
  static const char *const expected[][2] = {
      {"DDPID", "187970110683c92c25bdb82256354780"},
      {"DDPMS", "7764f19ca0f898e45c666538e101fb20"},
      {"CDTEXT.BIN", "6446664ada333c1e8ffca967c4ceed42"},
      {"SD", "705ac1ddd23cde9d353cb4c70283318d"},
  };
  g_autoptr(RbDisc) disc = discs_cue2ddp(11);
  g_autoptr(GPtrArray) files = NULL;

  add_texts(disc);
  files = rb_ddp_encode(disc, &rb_ddp_style_cue2ddp, NULL, NULL);
  g_assert_cmpuint(files->len, ==, G_N_ELEMENTS(expected));
  for (guint i = 0; i < files->len; i++) {
    const RbDdpFile *file = g_ptr_array_index(files, i);

    g_assert_cmpstr(file->name, ==, expected[i][0]);
    discs_assert_md5(file->bytes, expected[i][1]);
  }
}

static void
test_without_texts(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(5);
  g_autoptr(GPtrArray) files = rb_ddp_encode(disc, &rb_ddp_style_usual, "Night Ferry", NULL);

  g_assert_cmpuint(files->len, ==, 3);
  g_assert_cmpstr(((RbDdpFile *)g_ptr_array_index(files, 2))->name, ==, "PQDESCR");
}

static void
test_refuses_what_its_parts_refuse(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(11);
  g_autoptr(GError) wrong_text = NULL;
  g_autoptr(GError) wrong_flag = NULL;

  add_texts(disc);
  g_free(rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), 0)->field[0]);
  rb_text_block_texts(g_ptr_array_index(disc->text_blocks, 0), 0)->field[0] = g_strdup("\u6e2f");
  g_assert_null(rb_ddp_encode(disc, &rb_ddp_style_usual, NULL, &wrong_text));
  g_assert_error(wrong_text, RB_ERROR, RB_ERROR_TEXT);
  rb_disc_track(disc, 2)->flags = RB_FLAG_DATA;
  g_assert_null(rb_ddp_encode(disc, &rb_ddp_style_usual, NULL, &wrong_flag));
  g_assert_error(wrong_flag, RB_ERROR, RB_ERROR_CODE);
}

/* The audio of the vectors: sample i has the low half of i on the left and the high half on the
 * right, after a pause of 150 sectors. It is what IMAGE.DAT means by little-endian. */
static void
test_image_of_cue2ddp(void)
{
  g_autoptr(GByteArray) image = g_byte_array_new();

  g_byte_array_set_size(image, RB_FIRST_PAUSE_SECTORS * RB_BYTES_PER_SECTOR);
  memset(image->data, 0, image->len);
  for (guint32 i = 0; i < 750 * RB_FRAMES_PER_SECTOR; i++) {
    guint16 frame[2] = {GUINT16_TO_LE(i & 0xffff), GUINT16_TO_LE(i >> 16)};

    g_byte_array_append(image, (const guint8 *)frame, sizeof frame);
  }
  discs_assert_md5(image, "bcebec4d225e28c6899a24a4c5b968b3");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ddp/set_of_cue2ddp", test_set_of_cue2ddp);
  g_test_add_func("/ddp/without_texts", test_without_texts);
  g_test_add_func("/ddp/refuses_what_its_parts_refuse", test_refuses_what_its_parts_refuse);
  g_test_add_func("/ddp/image_of_cue2ddp", test_image_of_cue2ddp);
  return g_test_run();
}
