/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WAV, through a reader of its own. */
#include <string.h>

#include "album/encode/encoder.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

#define FRAMES 1001

static char *folder;

static guint32
u32(const guint8 *bytes)
{
  return bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16 | (guint32)bytes[3] << 24;
}

/* The names of the chunks with spaces between them, of lists with their type; that they fill the
 * file. The content of chunk `wanted` goes to *content. */
static char *
walk(const guint8 *chunks, gsize size, const char *wanted, const guint8 **content)
{
  GString *names = g_string_new(NULL);

  for (gsize place = 0; place < size; place += 8 + (u32(chunks + place + 4) + 1) / 2 * 2) {
    const guint8 *chunk = chunks + place;
    gboolean is_list = memcmp(chunk, "LIST", 4) == 0;
    const guint8 *name = is_list ? chunk + 8 : chunk;

    g_assert_cmpuint(place + 8 + u32(chunk + 4), <=, size);
    g_string_append_printf(names, "%.4s ", (const char *)name);
    if (wanted != NULL && memcmp(name, wanted, 4) == 0)
      *content = chunk + (is_list ? 12 : 8);
  }
  return g_string_free(names, FALSE);
}

static GBytes *
write_wav(const char *form, const AlTags *tags)
{
  g_autofree char *path = g_build_filename(folder, "a.wav", NULL);
  AlEncoding encoding = test_encoding(form);

  test_encode(path, &encoding, FRAMES, tags);
  return test_file_bytes(path);
}

static char *
walk_file(GBytes *bytes, const char *wanted, const guint8 **content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data(bytes, &size);

  g_assert_cmpmem(data, 4, "RIFF", 4);
  g_assert_cmpuint(u32(data + 4), ==, size - 8);
  g_assert_cmpmem(data + 8, 4, "WAVE", 4);
  return walk(data + 12, size - 12, wanted, content);
}

static const guint8 *
content_of(GBytes *bytes, const char *chunk)
{
  const guint8 *content = NULL;

  g_free(walk_file(bytes, chunk, &content));
  g_assert_nonnull(content);
  return content;
}

static void
test_plain(void)
{
  g_autoptr(GBytes) bytes = write_wav("wav 24", NULL);
  const guint8 *format = NULL;
  g_autofree char *names = walk_file(bytes, "fmt ", &format);

  g_assert_cmpstr(names, ==, "fmt  data ");
  g_assert_cmpmem(format, 16, "\1\0\2\0\x44\xAC\0\0\x98\x09\4\0\6\0\x18\0", 16);
}

/* The audio is last. */
static void
test_chunks(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *names = NULL;

  al_tags_add_broadcast(tags);
  bytes = write_wav("wav 16", tags);
  names = walk_file(bytes, NULL, NULL);
  g_assert_cmpstr(names, ==, "fmt  bext axml INFO cue  adtl id3  data ");
}

static void
test_info(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) bytes = write_wav("wav 16", tags);
  const guint8 *info = content_of(bytes, "INFO");
  const guint8 *title = NULL;
  g_autofree char *names = walk(info, u32(info - 8) - 4, "INAM", &title);

  g_assert_cmpstr(names, ==, "INAM IART IPRD IGNR ICRD ICOP ICMT ITRK ");
  g_assert_cmpstr((const char *)title, ==, TEST_ENCODED_TITLE);
}

static void
test_cues(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) bytes = write_wav("wav 16", tags);
  const guint8 *cues = content_of(bytes, "cue ");
  const guint8 *labels = content_of(bytes, "adtl");

  g_assert_cmpuint(u32(cues), ==, 2);
  g_assert_cmpmem(cues + 28, 24, "\2\0\0\0\x98\4\0\0data\0\0\0\0\0\0\0\0\x98\4\0\0", 24);
  g_assert_cmpmem(labels, 20, "labl\x0B\0\0\0\1\0\0\0Anfang\0\0", 20);
  g_assert_cmpstr((const char *)labels + 32, ==, TEST_ENCODED_CHAPTER);
}

static void
test_empty_tags_write_nothing(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GBytes) bytes = write_wav("wav 16", tags);
  g_autofree char *names = walk_file(bytes, NULL, NULL);

  g_assert_cmpstr(names, ==, "fmt  data ");
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/encode_wav/plain", test_plain);
  g_test_add_func("/encode_wav/chunks", test_chunks);
  g_test_add_func("/encode_wav/info", test_info);
  g_test_add_func("/encode_wav/cues", test_cues);
  g_test_add_func("/encode_wav/empty tags write nothing", test_empty_tags_write_nothing);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
