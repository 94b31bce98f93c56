/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <FLAC/metadata.h>

#include "album/encode/encoder.h"
#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

static char *folder;

/* What is known at the end only is in the header too: the length, the checksum of the audio, and
 * where the seek points lie. */
static void
test_header_is_completed(void)
{
  g_autofree char *path = g_build_filename(folder, "a.flac", NULL);
  AlEncoding encoding = test_encoding("flac 16");
  FLAC__Metadata_SimpleIterator *blocks = FLAC__metadata_simple_iterator_new();
  FLAC__StreamMetadata *info, *seek_table;

  test_encode(path, &encoding, 500000, NULL);
  g_assert_true(FLAC__metadata_simple_iterator_init(blocks, path, TRUE, FALSE));
  info = FLAC__metadata_simple_iterator_get_block(blocks);
  g_assert_cmpuint(info->data.stream_info.total_samples, ==, 500000);
  g_assert_cmpuint(info->data.stream_info.md5sum[0] | info->data.stream_info.md5sum[1] |
                       info->data.stream_info.md5sum[2],
                   !=, 0);
  do
    g_assert_true(FLAC__metadata_simple_iterator_next(blocks));
  while (FLAC__metadata_simple_iterator_get_block_type(blocks) != FLAC__METADATA_TYPE_SEEKTABLE);
  seek_table = FLAC__metadata_simple_iterator_get_block(blocks);
  g_assert_cmpuint(seek_table->data.seek_table.num_points, ==, 2);
  g_assert_cmpuint(seek_table->data.seek_table.points[1].stream_offset, >, 100000);
  FLAC__metadata_object_delete(info);
  FLAC__metadata_object_delete(seek_table);
  FLAC__metadata_simple_iterator_delete(blocks);
}

static void
test_comments(void)
{
  g_autofree char *path = g_build_filename(folder, "b.flac", NULL);
  AlEncoding encoding = test_encoding("flac 24");
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  FLAC__StreamMetadata *block;

  encoding.rate = 96000;
  test_encode(path, &encoding, 5880, tags);
  g_assert_true(FLAC__metadata_get_tags(path, &block));
  g_assert_cmpuint(block->data.vorbis_comment.num_comments, ==, AL_TAG_COUNT + 1 + 12);
  g_assert_cmpstr((const char *)block->data.vorbis_comment.comments[0].entry, ==,
                  "TITLE=" TEST_ENCODED_TITLE);
  FLAC__metadata_object_delete(block);
}

/* Not in the streamable subset: it has no rates above 65535 Hz that are not whole tens. */
static void
test_any_rate(void)
{
  g_autofree char *path = g_build_filename(folder, "c.flac", NULL);
  AlEncoding encoding = test_encoding("flac 24");
  FLAC__StreamMetadata info;

  encoding.rate = 96001;
  test_encode(path, &encoding, 5880, NULL);
  g_assert_true(FLAC__metadata_get_streaminfo(path, &info));
  g_assert_cmpuint(info.data.stream_info.sample_rate, ==, 96001);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/encode_flac/the header is completed", test_header_is_completed);
  g_test_add_func("/encode_flac/comments", test_comments);
  g_test_add_func("/encode_flac/any rate", test_any_rate);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
