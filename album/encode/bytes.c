/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/bytes.h"

#include <string.h>

void
al_bytes_u8(GByteArray *bytes, guint value)
{
  guint8 byte = (guint8)value;

  g_byte_array_append(bytes, &byte, 1);
}

void
al_bytes_u16le(GByteArray *bytes, guint value)
{
  al_bytes_u8(bytes, value & 0xFF);
  al_bytes_u8(bytes, value >> 8 & 0xFF);
}

void
al_bytes_u32le(GByteArray *bytes, guint32 value)
{
  al_bytes_u16le(bytes, value & 0xFFFF);
  al_bytes_u16le(bytes, value >> 16);
}

void
al_bytes_u16be(GByteArray *bytes, guint value)
{
  al_bytes_u8(bytes, value >> 8 & 0xFF);
  al_bytes_u8(bytes, value & 0xFF);
}

void
al_bytes_u32be(GByteArray *bytes, guint32 value)
{
  al_bytes_u16be(bytes, value >> 16);
  al_bytes_u16be(bytes, value & 0xFFFF);
}

void
al_bytes_text(GByteArray *bytes, const char *text)
{
  g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
}

void
al_bytes_zeros(GByteArray *bytes, gsize count)
{
  guint old = bytes->len;

  g_byte_array_set_size(bytes, old + (guint)count);
  memset(bytes->data + old, 0, count);
}

void
al_bytes_field(GByteArray *bytes, const char *text, gsize width)
{
  gsize length = al_bytes_whole_characters(text, width);

  g_byte_array_append(bytes, (const guint8 *)text, (guint)length);
  al_bytes_zeros(bytes, width - length);
}

void
al_bytes_append(GByteArray *bytes, const GByteArray *content)
{
  g_byte_array_append(bytes, content->data, content->len);
}

static void
append_chunk(GByteArray *bytes, const char *name, GByteArray *content,
             void (*size)(GByteArray *bytes, guint32 value))
{
  g_assert(strlen(name) == 4);
  if (content != NULL && content->len > 0) {
    al_bytes_text(bytes, name);
    size(bytes, content->len);
    al_bytes_append(bytes, content);
    al_bytes_zeros(bytes, content->len % 2);
  }
  g_clear_pointer(&content, g_byte_array_unref);
}

void
al_bytes_chunk_le(GByteArray *bytes, const char *name, GByteArray *content)
{
  append_chunk(bytes, name, content, al_bytes_u32le);
}

void
al_bytes_chunk_be(GByteArray *bytes, const char *name, GByteArray *content)
{
  append_chunk(bytes, name, content, al_bytes_u32be);
}

gsize
al_bytes_whole_characters(const char *text, gsize most)
{
  gsize length = strlen(text);

  if (length <= most)
    return length;
  /* Bytes 10xxxxxx go on with a character. */
  for (length = most; length > 0 && ((guint8)text[length] & 0xC0) == 0x80;)
    length--;
  return length;
}
