/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/checksum.h"
#include "redbook/error.h"

#define MD5 "d41d8cd98f00b204e9800998ecf8427e"
#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
assert_line(const char *line, RbChecksumKind kind, const char *name, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) checksums = rb_checksum_parse(line, strlen(line), &error);
  const RbChecksum *checksum;

  g_assert_no_error(error);
  g_assert_cmpuint(checksums->len, ==, 1);
  checksum = g_ptr_array_index(checksums, 0);
  g_assert_cmpint(checksum->kind, ==, kind);
  g_assert_cmpstr(checksum->name, ==, name);
  g_assert_cmpstr(checksum->text, ==, text);
}

static void
test_forms(void)
{
  assert_line(MD5 " *DDPID\n", RB_CHECKSUM_MD5, "DDPID", MD5);
  assert_line(MD5 "  DDPID", RB_CHECKSUM_MD5, "DDPID", MD5);
  assert_line(MD5 " *DDPID\r\n\r\n", RB_CHECKSUM_MD5, "DDPID", MD5);
  assert_line("# by hand\n" MD5 " *Night Ferry.wav\n", RB_CHECKSUM_MD5, "Night Ferry.wav", MD5);
  assert_line(SHA256 " *cd/DDP/DDPID\n", RB_CHECKSUM_SHA256, "cd/DDP/DDPID", SHA256);
  assert_line("[CRC32 Checksum]\nDDPID=730DC92D\n", RB_CHECKSUM_CRC32, "DDPID", "730DC92D");
  assert_line("; GEAR\nVersion=1.01\nTRACK01.DAT=730dc92d", RB_CHECKSUM_CRC32, "TRACK01.DAT",
              "730dc92d");
  assert_line("TRACK01.DAT 730DC92D\n", RB_CHECKSUM_CRC32, "TRACK01.DAT", "730DC92D");
  assert_line("DDPID = " MD5, RB_CHECKSUM_MD5, "DDPID", MD5);
  assert_line("MD5 (IMAGE.DAT) = " MD5, RB_CHECKSUM_MD5, "IMAGE.DAT", MD5);
  assert_line("SHA256 (a b) = " SHA256, RB_CHECKSUM_SHA256, "a b", SHA256);
}

static void
test_refuses(void)
{
  static const char *const wrong[] = {
      "hello",           MD5,         MD5 "*DDPID",        "abc *DDPID",
      "DDPID=730DC92",   "=730DC92D", MD5 " */etc/passwd", MD5 " *../DDPID",
      MD5 " *a/../../b", MD5 " *",    "..\\DDPID=730DC92D"};

  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;

    g_assert_null(rb_checksum_parse(wrong[i], strlen(wrong[i]), &error));
    g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/checksum_read/forms", test_forms);
  g_test_add_func("/checksum_read/refuses", test_refuses);
  return g_test_run();
}
