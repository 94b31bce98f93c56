/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/bytes.h"

static void
assert_bytes(GByteArray *bytes, const char *expected, gsize size)
{
  g_assert_cmpmem(bytes->data, bytes->len, expected, size);
  g_byte_array_set_size(bytes, 0);
}

static void
test_numbers(void)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  al_bytes_u8(bytes, 0xFE);
  al_bytes_u16le(bytes, 0x1234);
  al_bytes_u16be(bytes, 0x1234);
  assert_bytes(bytes, "\xFE\x34\x12\x12\x34", 5);
  al_bytes_u32le(bytes, 0x12345678);
  al_bytes_u32be(bytes, 0xFEDCBA98);
  assert_bytes(bytes, "\x78\x56\x34\x12\xFE\xDC\xBA\x98", 8);
}

static void
test_fields_end_at_whole_characters(void)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  al_bytes_field(bytes, "ab", 4);
  assert_bytes(bytes, "ab\0\0", 4);
  al_bytes_field(bytes, "abcd", 4);
  assert_bytes(bytes, "abcd", 4);
  al_bytes_field(bytes, "abc\xC3\xA9", 4);
  assert_bytes(bytes, "abc\0", 4);
  al_bytes_field(bytes, "\xF0\x9F\x8E\xB5", 3);
  assert_bytes(bytes, "\0\0\0", 3);
}

static GByteArray *
content(const char *text)
{
  GByteArray *bytes = g_byte_array_new();

  al_bytes_text(bytes, text);
  return bytes;
}

static void
test_chunks(void)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  al_bytes_chunk_le(bytes, "abcd", content("xyz"));
  assert_bytes(bytes, "abcd\3\0\0\0xyz\0", 12);
  al_bytes_chunk_be(bytes, "abcd", content("xy"));
  assert_bytes(bytes, "abcd\0\0\0\2xy", 10);
  al_bytes_chunk_le(bytes, "none", content(""));
  al_bytes_chunk_le(bytes, "none", NULL);
  assert_bytes(bytes, "", 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/bytes/numbers", test_numbers);
  g_test_add_func("/bytes/fields end at whole characters", test_fields_end_at_whole_characters);
  g_test_add_func("/bytes/chunks", test_chunks);
  return g_test_run();
}
