/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp.h"
#include "redbook/error.h"
#include "tests/support/discs.h"

static void
assert_id(int number, const char *master_id, const char *md5)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(number);
  g_autoptr(GByteArray) id = rb_ddp_id_encode(disc, master_id, NULL);

  g_assert_cmpuint(id->len, ==, 128);
  discs_assert_md5(id, md5);
}

/* Files of cue2ddp 1.1. */
static void
test_vectors(void)
{
  assert_id(10, NULL, "187970110683c92c25bdb82256354780");
  assert_id(5, NULL, "dd89c874714f94418b20feea4d9b2ac6");
  assert_id(10, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijkl",
            "6c197ff2f20c4631faaf09aa8a18c9d3");
}

static void
test_refuses(void)
{
  g_autoptr(RbDisc) disc = discs_cue2ddp(5);
  g_autoptr(GError) long_id = NULL;
  g_autoptr(GError) wrong_upc = NULL;

  g_assert_null(
      rb_ddp_id_encode(disc, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklm", &long_id));
  g_assert_error(long_id, RB_ERROR, RB_ERROR_TEXT);
  g_assert_null(rb_ddp_id_encode(disc, "caf\u00e9", NULL));
  disc->upc[12] = '3';
  g_assert_null(rb_ddp_id_encode(disc, NULL, &wrong_upc));
  g_assert_error(wrong_upc, RB_ERROR, RB_ERROR_CODE);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ddp_id/vectors", test_vectors);
  g_test_add_func("/ddp_id/refuses", test_refuses);
  return g_test_run();
}
