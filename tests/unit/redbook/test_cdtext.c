/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

#include <string.h>

#include "redbook/error.h"
#include "tests/support/discs.h"

static void
assert_packs(const RbDisc *disc, gboolean with_codes, gsize length, const char *md5)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) packs = rb_cdtext_encode(disc, with_codes, &error);
  g_autofree char *found = NULL;

  g_assert_no_error(error);
  g_assert_cmpuint(packs->len, ==, length);
  found = g_compute_checksum_for_data(G_CHECKSUM_MD5, packs->data, packs->len);
  g_assert_cmpstr(found, ==, md5);
}

/* Files of cue2ddp 1.1, by their MD5. */
static void
test_vector_of_198_bytes(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp_texts();

  assert_packs(disc, FALSE, 198, "6446664ada333c1e8ffca967c4ceed42");
  /* there are no codes, so asking for them changes nothing */
  assert_packs(disc, TRUE, 198, "6446664ada333c1e8ffca967c4ceed42");
}

static void
test_vector_of_180_bytes(void)
{
  g_autoptr(RbDisc) disc = discs_bare(3);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);

  discs_set_texts(block, RB_TEXT_TITLE,
                  (const char *[]){"Disc", "Track One", "Track Two", "Track Three"});
  discs_set_texts(block, RB_TEXT_PERFORMER,
                  (const char *[]){"Artist", "Artist", "Artist", "Artist"});
  assert_packs(disc, FALSE, 180, "635585dbd3cc4b073d1edcf2183bf2d8");
}

static const guint8 *
pack(const GByteArray *packs, guint number)
{
  g_assert_cmpuint(packs->len, >=, (number + 1) * 18);
  return packs->data + number * 18;
}

static void
test_codes_and_catalogue(void)
{
  g_autoptr(RbDisc) disc = discs_bare(1);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  g_autoptr(GByteArray) packs = NULL;

  disc->upc = g_strdup("4006381333931");
  rb_disc_track(disc, 1)->isrc = g_strdup("FRABC2600001");
  block->disc_id = g_strdup("NF-012");
  block->genre = 0x17;
  block->genre_text = g_strdup("Shanty rock");
  block->copyrighted = TRUE;
  packs = rb_cdtext_encode(disc, TRUE, NULL);

  g_assert_cmpuint(packs->len, ==, 9 * 18);
  g_assert_cmpmem(pack(packs, 0), 16, "\x86\0\0\0NF-012\0\0\0\0\0\0", 16);
  g_assert_cmpmem(pack(packs, 1), 16, "\x87\0\1\0\0\x17Shanty roc", 16);
  g_assert_cmpmem(pack(packs, 2), 6, "\x87\0\2\x0ck\0", 6);
  g_assert_cmpmem(pack(packs, 3), 16,
                  "\x8e\0\3\0"
                  "400638133393",
                  16);
  g_assert_cmpmem(pack(packs, 4), 16,
                  "\x8e\0\4\x0c"
                  "1\0FRABC26000",
                  16);
  g_assert_cmpmem(pack(packs, 5), 16,
                  "\x8e\1\5\x0a"
                  "01\0\0\0\0\0\0\0\0\0\0",
                  16);
  g_assert_cmpmem(pack(packs, 6), 16, "\x8f\0\6\0\0\1\1\3\0\0\0\0\0\0\1\2", 16);
  g_assert_cmpmem(pack(packs, 7), 16, "\x8f\1\7\0\0\0\0\0\0\0\3\3\x08\0\0\0", 16);
  g_assert_cmpmem(pack(packs, 8), 16, "\x8f\2\x08\0\0\0\0\0\x09\0\0\0\0\0\0\0", 16);
}

/* Each block tells of all; the second has two bytes per character and ends strings with two zeros.
 * The empty one between them is not there. */
static void
test_second_block_in_japanese(void)
{
  g_autoptr(RbDisc) disc = discs_bare(1);
  RbTextBlock *english = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  RbTextBlock *empty = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x08);
  RbTextBlock *japanese = rb_disc_add_text_block(disc, RB_CHARSET_MS_JIS, 0x69);
  g_autoptr(GByteArray) packs = NULL;

  discs_set_texts(english, RB_TEXT_TITLE, (const char *[]){"Night", "Fog"});
  discs_set_texts(empty, RB_TEXT_TITLE, (const char *[]){"", ""});
  discs_set_texts(japanese, RB_TEXT_TITLE,
                  (const char *[]){"\u591c\u306e\u6e2f", "\u9727\u7b1b\u3068\u98a8"});
  packs = rb_cdtext_encode(disc, FALSE, NULL);

  g_assert_cmpuint(packs->len, ==, 9 * 18);
  g_assert_cmpmem(pack(packs, 2), 16, "\x8f\1\2\0\0\0\0\0\0\0\0\3\3\4\0\0", 16);
  g_assert_cmpmem(pack(packs, 3), 16, "\x8f\2\3\0\0\0\0\0\x09\x69\0\0\0\0\0\0", 16);
  g_assert_cmpmem(pack(packs, 4), 16, "\x80\0\0\x90\x96\xe9\x82\xcc\x8d\x60\0\0\x96\xb6\x93\x4a",
                  16);
  g_assert_cmpmem(pack(packs, 5), 16, "\x80\1\1\x92\x82\xc6\x95\x97\0\0\0\0\0\0\0\0", 16);
  g_assert_cmpmem(pack(packs, 6), 8, "\x8f\0\2\x10\x80\1\1\0", 8);
}

/* Characters in earlier packs, at most 15; counted in characters, not in bytes. */
static void
test_position_in_a_long_string(void)
{
  g_autoptr(RbDisc) disc = discs_bare(0);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  RbTextBlock *japanese = rb_disc_add_text_block(disc, RB_CHARSET_MS_JIS, 0x69);
  g_autoptr(GByteArray) packs = NULL;

  discs_set_texts(block, RB_TEXT_TITLE, (const char *[]){"A title longer than fifteen"});
  discs_set_texts(japanese, RB_TEXT_TITLE, (const char *[]){"A title over fifteen"});
  packs = rb_cdtext_encode(disc, FALSE, NULL);
  g_assert_cmphex(pack(packs, 0)[3], ==, 0);
  g_assert_cmphex(pack(packs, 1)[3], ==, 12);
  g_assert_cmphex(pack(packs, 2)[3], ==, 15);
  g_assert_cmphex(pack(packs, 7)[3], ==, 0x96);
  g_assert_cmphex(pack(packs, 8)[3], ==, 0x9c);
  g_assert_cmphex(pack(packs, 9)[3], ==, 0x9f);
}

static void
test_nothing_to_write(void)
{
  g_autoptr(RbDisc) disc = discs_bare(2);
  g_autoptr(GByteArray) packs = NULL;

  rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  packs = rb_cdtext_encode(disc, TRUE, NULL);
  g_assert_cmpuint(packs->len, ==, 0);
}

/* 253 packs fit, 254 do not. */
static void
test_budget(void)
{
  g_autoptr(RbDisc) disc = discs_bare(1);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) packs = NULL;

  block->disc.field[RB_TEXT_MESSAGE] = g_strnfill(253 * 12 - 2, 'x');
  packs = rb_cdtext_encode(disc, FALSE, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(packs->len, ==, 256 * 18);

  g_free(block->disc.field[RB_TEXT_MESSAGE]);
  block->disc.field[RB_TEXT_MESSAGE] = g_strnfill(253 * 12 - 1, 'x');
  g_assert_null(rb_cdtext_encode(disc, FALSE, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_TEXT);
}

static void
test_wrong_text(void)
{
  g_autoptr(RbDisc) disc = discs_bare(1);
  RbTextBlock *block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  g_autoptr(GError) error = NULL;

  rb_text_block_texts(block, 1)->field[RB_TEXT_TITLE] = g_strdup("\u0141\u00f3d\u017a");
  g_assert_null(rb_cdtext_encode(disc, FALSE, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_TEXT);
  g_assert_true(g_str_has_prefix(error->message, "text block 1, track 1, title: "));
}

static void
test_too_many_blocks(void)
{
  g_autoptr(RbDisc) disc = discs_bare(1);
  g_autoptr(GError) error = NULL;

  for (guint8 i = 0; i < 9; i++)
    discs_set_texts(rb_disc_add_text_block(disc, RB_CHARSET_ASCII, i), RB_TEXT_TITLE,
                    (const char *[]){"a", "b"});
  g_assert_null(rb_cdtext_encode(disc, FALSE, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_TEXT);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cdtext/vector_of_198_bytes", test_vector_of_198_bytes);
  g_test_add_func("/cdtext/vector_of_180_bytes", test_vector_of_180_bytes);
  g_test_add_func("/cdtext/codes_and_catalogue", test_codes_and_catalogue);
  g_test_add_func("/cdtext/second_block_in_japanese", test_second_block_in_japanese);
  g_test_add_func("/cdtext/position_in_a_long_string", test_position_in_a_long_string);
  g_test_add_func("/cdtext/nothing_to_write", test_nothing_to_write);
  g_test_add_func("/cdtext/budget", test_budget);
  g_test_add_func("/cdtext/wrong_text", test_wrong_text);
  g_test_add_func("/cdtext/too_many_blocks", test_too_many_blocks);
  return g_test_run();
}
