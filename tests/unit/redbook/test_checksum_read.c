/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

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

static void
test_verify(void)
{
  g_autofree char *folder = g_dir_make_tmp("segue-checksum-XXXXXX", NULL);
  g_autofree char *file = g_build_filename(folder, "a b", NULL);
  g_autofree char *list = g_build_filename(folder, "CHECKSUM.MD5", NULL);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;

  g_assert_true(g_file_set_contents(file, "", 0, NULL));
  g_assert_true(g_file_set_contents(list, MD5 " *a b\n" SHA256 "  a b\na b=00000000\n", -1, NULL));
  g_assert_true(rb_checksum_verify(list, findings, NULL));
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);

  g_assert_true(g_file_set_contents(file, "x", 1, NULL));
  g_assert_true(rb_checksum_verify(list, findings, NULL));
  g_assert_cmpuint(rb_findings_count(findings), ==, 3);
  g_assert_cmpstr(rb_findings_get(findings, 0)->place, ==, "a b");

  g_remove(file);
  g_assert_true(rb_checksum_verify(list, findings, NULL));
  g_assert_cmpuint(rb_findings_count_of(findings, RB_SEVERITY_ERROR), ==, 6);

  g_remove(list);
  g_assert_false(rb_checksum_verify(list, findings, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FILE);
  g_rmdir(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/checksum_read/forms", test_forms);
  g_test_add_func("/checksum_read/refuses", test_refuses);
  g_test_add_func("/checksum_read/verify", test_verify);
  return g_test_run();
}
