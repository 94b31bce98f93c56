/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/encoder.h"
#include "tests/support/encoded.h"
#include "tests/support/ogg_file.h"
#include "tests/support/sound_file.h"

#define FRAMES 100003

static char *folder;

static GBytes *
write_opus(gint64 frames, const AlTags *tags)
{
  g_autofree char *path = g_build_filename(folder, "a.opus", NULL);
  AlEncoding encoding = test_encoding("opus 160");

  test_encode(path, &encoding, frames, tags);
  return test_file_bytes(path);
}

/* OpusHead: magic (8) version channels pre-skip (2) rate (4) gain (2). The stream ends the pre-skip
 * later than the audio. */
static void
test_length_and_head(void)
{
  g_autoptr(GBytes) file = write_opus(FRAMES, NULL);
  const guint8 *head = test_find(file, "OpusHead");
  int pre_skip = head[10] | head[11] << 8;

  g_assert_cmpint(head[9], ==, 2);
  g_assert_cmpint(head[12] | head[13] << 8, ==, 48000);
  g_assert_cmpint(head[16] | head[17] << 8, ==, 0);
  g_assert_cmpint(test_ogg_end(file) - pre_skip, ==, FRAMES);
}

static void
test_tags(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) file = write_opus(FRAMES, tags);
  g_auto(GStrv) comments = test_ogg_comments(file, "OpusTags");

  g_assert_cmpuint(g_strv_length(comments), ==, AL_TAG_COUNT + 1 + 10);
  g_assert_cmpstr(comments[0], ==, "TITLE=" TEST_ENCODED_TITLE);
  g_assert_true(g_strv_contains((const char *const *)comments, "R128_TRACK_GAIN=-3300"));
  g_assert_true(g_strv_contains((const char *const *)comments, "R128_ALBUM_GAIN=-3456"));
}

static void
test_no_tags(void)
{
  g_autoptr(GBytes) file = write_opus(FRAMES, NULL);
  g_auto(GStrv) comments = test_ogg_comments(file, "OpusTags");

  g_assert_cmpuint(g_strv_length(comments), ==, 0);
}

static void
test_serials(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GBytes) second = write_opus(FRAMES, tags);
  g_autoptr(GBytes) again = write_opus(FRAMES, tags);
  g_autoptr(GBytes) third = NULL;

  tags->track.number++;
  third = write_opus(FRAMES, tags);
  g_assert_cmpuint(test_ogg_serial(second), ==, test_ogg_serial(again));
  g_assert_cmpuint(test_ogg_serial(second), !=, test_ogg_serial(third));
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/encode_opus/length and head", test_length_and_head);
  g_test_add_func("/encode_opus/tags", test_tags);
  g_test_add_func("/encode_opus/no tags", test_no_tags);
  g_test_add_func("/encode_opus/serials", test_serials);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
