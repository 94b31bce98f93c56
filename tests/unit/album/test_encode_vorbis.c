/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "album/encode/encoder.h"
#include "tests/support/encoded.h"
#include "tests/support/ogg_file.h"
#include "tests/support/sound_file.h"

#define FRAMES 100003
#define PICTURE "METADATA_BLOCK_PICTURE="

static char *folder;

static GBytes *
write_vorbis(const AlTags *tags)
{
  g_autofree char *path = g_build_filename(folder, "a.ogg", NULL);
  AlEncoding encoding = test_encoding("vorbis 256");

  test_encode(path, &encoding, FRAMES, tags);
  return test_file_bytes(path);
}

static void
test_length(void)
{
  g_autoptr(GBytes) file = write_vorbis(NULL);
  g_auto(GStrv) comments = test_ogg_comments(file, "\3vorbis");

  g_assert_cmpint(test_ogg_end(file), ==, FRAMES);
  g_assert_cmpuint(g_strv_length(comments), ==, 0);
}

static void
test_tags(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) file = write_vorbis(tags);
  g_auto(GStrv) comments = test_ogg_comments(file, "\3vorbis");

  g_assert_cmpuint(g_strv_length(comments), ==, AL_TAG_COUNT + 1 + 12);
  g_assert_cmpstr(comments[0], ==, "TITLE=" TEST_ENCODED_TITLE);
  g_assert_true(g_strv_contains((const char *const *)comments, "REPLAYGAIN_TRACK_GAIN=-7.89 dB"));
}

static void
test_picture(void)
{
  g_autofree char *path = g_build_filename(folder, "cover.png", NULL);
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(AlCover) cover = NULL;
  g_autoptr(GBytes) file = NULL;
  g_auto(GStrv) comments = NULL;
  g_autofree guint8 *block = NULL;
  gsize block_size, size;
  gconstpointer data;

  test_cover_write(path, "png", 20, 10);
  cover = al_cover_load(path, NULL);
  al_tags_set_cover(tags, cover);
  file = write_vorbis(tags);
  comments = test_ogg_comments(file, "\3vorbis");
  g_assert_true(g_str_has_prefix(comments[0], PICTURE));
  block = g_base64_decode(comments[0] + strlen(PICTURE), &block_size);
  data = g_bytes_get_data(cover->bytes, &size);
  g_assert_cmpmem(block, 33, "\0\0\0\3\0\0\0\x9image/png\0\0\0\0\0\0\0\x14\0\0\0\x0A\0\0\0\x18",
                  33);
  g_assert_cmpmem(block + 41, block_size - 41, data, size);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/encode_vorbis/length", test_length);
  g_test_add_func("/encode_vorbis/tags", test_tags);
  g_test_add_func("/encode_vorbis/picture", test_picture);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
