/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"

#include <string.h>

#include "tests/support/discs.h"

static void
assert_map(int number, gsize cdtext_bytes, gsize pq_bytes, const char *md5)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(number);
  g_autoptr(GByteArray) map =
      rb_ddp_map_encode(disc, &rb_ddp_style_cue2ddp, cdtext_bytes, pq_bytes);

  g_assert_cmpuint(map->len, ==, cdtext_bytes > 0 ? 384 : 256);
  discs_assert_md5(map, md5);
}

/* Files of cue2ddp 1.1. */
static void
test_vectors(void)
{
  assert_map(10, 0, 320, "4ddcd3c75e054c6685453524a0973a1a");
  assert_map(4, 0, 384, "c4f214cd247b1d46e0671f5f39d752d5");
  assert_map(11, 198, 384, "7764f19ca0f898e45c666538e101fb20");
}

/* The line in the study, made by Sonoris and HOFA. */
static void
test_usual_style(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(11);
  g_autoptr(GByteArray) map = rb_ddp_map_encode(disc, &rb_ddp_style_usual, 0, 384);

  g_assert_cmpmem(map->data, 91,
                  "VVVMS0        00000384        PQ DESCR                                 "
                  "017PQDESCR          ",
                  91);
  g_assert_cmpmem(map->data + 128, 91,
                  "VVVMD0        0000165000000000        DA70     150                     "
                  "017IMAGE.DAT        ",
                  91);
}

/* Hidden audio of three minutes does not fit the four digits. */
static void
test_long_pause(void)
{
  g_autoptr(RbDisc) disc = rb_disc_new();
  g_autoptr(GByteArray) map = NULL;

  discs_add_track(disc, SECONDS(180));
  disc->lead_out_sector = SECONDS(240);
  map = rb_ddp_map_encode(disc, &rb_ddp_style_usual, 0, 320);
  g_assert_cmpmem(map->data + 128 + 46, 4, " 150", 4);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ddp_map/vectors", test_vectors);
  g_test_add_func("/ddp_map/usual_style", test_usual_style);
  g_test_add_func("/ddp_map/long_pause", test_long_pause);
  return g_test_run();
}
