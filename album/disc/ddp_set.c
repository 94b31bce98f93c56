/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/ddp_set.h"

/* The lists, of the files in the set's order. */
typedef struct {
  GString *md5;
  GString *crc32;
} Lists;

const char *
al_ddp_set_audio_name(void)
{
  return rb_ddp_style_usual.audio_name;
}

static void
list(const Lists *lists, const char *name, RbDigest *digest)
{
  rb_checksum_append(lists->md5, RB_CHECKSUM_MD5, name, digest);
  rb_checksum_append(lists->crc32, RB_CHECKSUM_CRC32, name, digest);
}

static void
list_file(const Lists *lists, const RbDdpFile *file)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_DDP);

  rb_digest_update(digest, file->bytes->data, file->bytes->len);
  list(lists, file->name, digest);
}

static void
add_list(GPtrArray *set, const char *name, const GString *text)
{
  RbDdpFile *file = g_new(RbDdpFile, 1);

  *file = (RbDdpFile){.name = g_strdup(name), .bytes = g_byte_array_new()};
  g_byte_array_append(file->bytes, (const guint8 *)text->str, (guint)text->len);
  g_ptr_array_add(set, file);
}

GPtrArray *
al_ddp_set_new(const RbDisc *disc, RbDigest *audio, GError **error)
{
  GPtrArray *set = rb_ddp_encode(disc, &rb_ddp_style_usual, NULL, error);
  g_autoptr(GString) md5 = g_string_new(NULL);
  g_autoptr(GString) crc32 = g_string_new(NULL);
  const Lists lists = {.md5 = md5, .crc32 = crc32};

  if (set == NULL)
    return NULL;
  for (guint i = 0; i < set->len; i++)
    list_file(&lists, g_ptr_array_index(set, i));
  list(&lists, al_ddp_set_audio_name(), audio);
  add_list(set, "CHECKSUM.MD5", md5);
  add_list(set, "CHECKSUM.TXT", crc32);
  return set;
}
