/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_pack.h"

#include <string.h>

/* Pack 0 of the example in libburn's doc/cdtext.txt. */
static void
test_known_pack(void)
{
  static const guint8 expected[] = {0x80, 0x00, 0x00, 0x00, 'J', 'o', 'y', 'f',  'u',
                                    'l',  ' ',  'N',  'i',  'g', 'h', 't', 0xf0, 0xf7};
  RbCdtextPack pack = {.type = 0x80};
  guint8 bytes[RB_CDTEXT_PACK_BYTES];

  memcpy(pack.payload, "Joyful Night", RB_CDTEXT_PAYLOAD_BYTES);
  rb_cdtext_pack_write(&pack, bytes);
  g_assert_cmpmem(bytes, sizeof bytes, expected, sizeof expected);
}

static void
test_parts_come_back(void)
{
  RbCdtextPack pack = {.type = RB_PACK_CODES,
                       .track = 99,
                       .sequence = 255,
                       .double_byte = TRUE,
                       .block = 7,
                       .position = 15};
  RbCdtextPack back;
  guint8 bytes[RB_CDTEXT_PACK_BYTES];

  memset(pack.payload, 0x5a, sizeof pack.payload);
  rb_cdtext_pack_write(&pack, bytes);
  g_assert_true(rb_cdtext_pack_read(bytes, &back));
  g_assert_cmphex(bytes[3], ==, 0xff);
  g_assert_cmpuint(back.type, ==, pack.type);
  g_assert_cmpuint(back.track, ==, pack.track);
  g_assert_cmpuint(back.sequence, ==, pack.sequence);
  g_assert_true(back.double_byte);
  g_assert_cmpuint(back.block, ==, pack.block);
  g_assert_cmpuint(back.position, ==, pack.position);
  g_assert_cmpmem(back.payload, sizeof back.payload, pack.payload, sizeof pack.payload);
}

static void
test_any_flipped_bit_is_caught(void)
{
  RbCdtextPack pack = {.type = 0x80, .track = 3};
  guint8 bytes[RB_CDTEXT_PACK_BYTES];

  memcpy(pack.payload, "Night Ferry\0", RB_CDTEXT_PAYLOAD_BYTES);
  rb_cdtext_pack_write(&pack, bytes);
  for (guint bit = 0; bit < 8 * sizeof bytes; bit++) {
    bytes[bit / 8] ^= (guint8)(1 << bit % 8);
    g_assert_false(rb_cdtext_pack_read(bytes, &pack));
    bytes[bit / 8] ^= (guint8)(1 << bit % 8);
  }
  g_assert_true(rb_cdtext_pack_read(bytes, &pack));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cdtext_pack/known_pack", test_known_pack);
  g_test_add_func("/cdtext_pack/parts_come_back", test_parts_come_back);
  g_test_add_func("/cdtext_pack/any_flipped_bit_is_caught", test_any_flipped_bit_is_caught);
  return g_test_run();
}
