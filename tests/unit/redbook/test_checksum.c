/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/checksum.h"

#include <string.h>

static void
assert_digest(const char *text, const char *crc32, const char *md5, const char *sha256)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_ALL);

  for (; *text != '\0'; text++)
    rb_digest_update(digest, text, 1);
  g_assert_cmpstr(rb_digest_text(digest, RB_CHECKSUM_CRC32), ==, crc32);
  g_assert_cmpstr(rb_digest_text(digest, RB_CHECKSUM_MD5), ==, md5);
  g_assert_cmpstr(rb_digest_text(digest, RB_CHECKSUM_SHA256), ==, sha256);
}

/* The test strings of RFC 1321 and FIPS 180-2, and the check value of CRC-32. */
static void
test_known_values(void)
{
  assert_digest("", "00000000", "d41d8cd98f00b204e9800998ecf8427e",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert_digest("abc", "352441C2", "900150983cd24fb0d6963f7d28e17f72",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert_digest("123456789", "CBF43926", "25f9e794323b453885f5181f1b624d0b",
                "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
}

/* Each kind alone gives what all together give. */
static void
test_kinds_alone(void)
{
  g_autoptr(RbDigest) all = rb_digest_new(RB_CHECKSUM_ALL);

  rb_digest_update(all, "night ferry", 11);
  for (int kind = 0; kind < RB_CHECKSUM_KINDS; kind++) {
    g_autoptr(RbDigest) one = rb_digest_new(RB_CHECKSUM_BIT(kind));

    rb_digest_update(one, "night ferry", 11);
    g_assert_cmpstr(rb_digest_text(one, (RbChecksumKind)kind), ==,
                    rb_digest_text(all, (RbChecksumKind)kind));
  }
}

/* cue2ddp's files of case 010, by the CRC-32 in its CHECKSUM.TXT. */
static void
test_crc32_of_cue2ddp(void)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_ALL);
  g_autoptr(GString) list = g_string_new(NULL);
  char id[129];

  g_snprintf(id, sizeof id, "%-87s%-41s", "DDP 2.00", "CD");
  rb_digest_update(digest, id, 128);
  rb_checksum_append(list, RB_CHECKSUM_CRC32, "DDPID", digest);
  rb_checksum_append(list, RB_CHECKSUM_CRC32, "AGAIN", digest);
  g_assert_cmpstr(list->str, ==, "[CRC32 Checksum]\nDDPID=730DC92D\nAGAIN=730DC92D\n");
}

static void
test_md5_list(void)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_ALL);
  g_autoptr(GString) list = g_string_new(NULL);

  rb_checksum_append(list, RB_CHECKSUM_MD5, "DDPID", digest);
  g_assert_cmpstr(list->str, ==, "d41d8cd98f00b204e9800998ecf8427e *DDPID\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/checksum/known_values", test_known_values);
  g_test_add_func("/checksum/kinds_alone", test_kinds_alone);
  g_test_add_func("/checksum/crc32_of_cue2ddp", test_crc32_of_cue2ddp);
  g_test_add_func("/checksum/md5_list", test_md5_list);
  return g_test_run();
}
