/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/checksum.h"

#include <zlib.h>

#define CRC32_HEADING "[CRC32 Checksum]\n"

struct RbDigest {
  uLong crc32;
  char crc32_text[9];
  GChecksum *md5;
  GChecksum *sha256;
};

RbDigest *
rb_digest_new(void)
{
  RbDigest *digest = g_new0(RbDigest, 1);

  digest->crc32 = crc32(0, NULL, 0);
  digest->md5 = g_checksum_new(G_CHECKSUM_MD5);
  digest->sha256 = g_checksum_new(G_CHECKSUM_SHA256);
  return digest;
}

void
rb_digest_free(RbDigest *digest)
{
  if (digest == NULL)
    return;
  g_checksum_free(digest->md5);
  g_checksum_free(digest->sha256);
  g_free(digest);
}

void
rb_digest_update(RbDigest *digest, gconstpointer bytes, gsize length)
{
  if (length == 0)
    return;
  digest->crc32 = crc32_z(digest->crc32, bytes, length);
  g_checksum_update(digest->md5, bytes, (gssize)length);
  g_checksum_update(digest->sha256, bytes, (gssize)length);
}

const char *
rb_digest_text(RbDigest *digest, RbChecksumKind kind)
{
  if (kind == RB_CHECKSUM_MD5)
    return g_checksum_get_string(digest->md5);
  if (kind == RB_CHECKSUM_SHA256)
    return g_checksum_get_string(digest->sha256);
  g_snprintf(digest->crc32_text, sizeof digest->crc32_text, "%08lX", digest->crc32);
  return digest->crc32_text;
}

void
rb_checksum_append(GString *list, RbChecksumKind kind, const char *name, RbDigest *digest)
{
  if (kind == RB_CHECKSUM_CRC32) {
    if (list->len == 0)
      g_string_append(list, CRC32_HEADING);
    g_string_append_printf(list, "%s=%s\n", name, rb_digest_text(digest, kind));
  } else {
    g_string_append_printf(list, "%s *%s\n", rb_digest_text(digest, kind), name);
  }
}
