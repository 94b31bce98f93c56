/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/checksum.h"

#include <nettle/md5.h>
#include <nettle/sha2.h>
#include <zlib.h>

#define CRC32_HEADING "[CRC32 Checksum]\n"

struct RbDigest {
  guint kinds;
  uLong crc32;
  struct md5_ctx md5;
  struct sha256_ctx sha256;
  char *text[RB_CHECKSUM_KINDS]; /* once it was asked for */
};

RbDigest *
rb_digest_new(guint kinds)
{
  RbDigest *digest = g_new0(RbDigest, 1);

  digest->kinds = kinds;
  digest->crc32 = crc32(0, NULL, 0);
  md5_init(&digest->md5);
  sha256_init(&digest->sha256);
  return digest;
}

void
rb_digest_free(RbDigest *digest)
{
  if (digest == NULL)
    return;
  for (int kind = 0; kind < RB_CHECKSUM_KINDS; kind++)
    g_free(digest->text[kind]);
  g_free(digest);
}

static gboolean
takes(const RbDigest *digest, RbChecksumKind kind)
{
  return (digest->kinds & RB_CHECKSUM_BIT(kind)) != 0;
}

void
rb_digest_update(RbDigest *digest, gconstpointer bytes, gsize length)
{
  if (length == 0)
    return;
  for (int kind = 0; kind < RB_CHECKSUM_KINDS; kind++)
    g_assert(digest->text[kind] == NULL);
  if (takes(digest, RB_CHECKSUM_CRC32))
    digest->crc32 = crc32_z(digest->crc32, bytes, length);
  if (takes(digest, RB_CHECKSUM_MD5))
    md5_update(&digest->md5, length, bytes);
  if (takes(digest, RB_CHECKSUM_SHA256))
    sha256_update(&digest->sha256, length, bytes);
}

static char *
hexadecimal(const guint8 *bytes, gsize length)
{
  GString *text = g_string_sized_new(2 * length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf(text, "%02x", bytes[i]);
  return g_string_free(text, FALSE);
}

static char *
finish(RbDigest *digest, RbChecksumKind kind)
{
  guint8 bytes[SHA256_DIGEST_SIZE];

  if (kind == RB_CHECKSUM_CRC32)
    return g_strdup_printf("%08lX", digest->crc32);
  if (kind == RB_CHECKSUM_MD5) {
    md5_digest(&digest->md5, MD5_DIGEST_SIZE, bytes);
    return hexadecimal(bytes, MD5_DIGEST_SIZE);
  }
  sha256_digest(&digest->sha256, SHA256_DIGEST_SIZE, bytes);
  return hexadecimal(bytes, SHA256_DIGEST_SIZE);
}

const char *
rb_digest_text(RbDigest *digest, RbChecksumKind kind)
{
  g_assert(takes(digest, kind));
  if (digest->text[kind] == NULL)
    digest->text[kind] = finish(digest, kind);
  return digest->text[kind];
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
