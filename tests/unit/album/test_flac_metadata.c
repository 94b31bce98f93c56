/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/flac_metadata.h"

#include <FLAC/metadata.h>

#include "tests/support/encoded.h"
#include "tests/support/sound_file.h"

static const AlEncoding cd = {.codec = AL_CODEC_FLAC, .rate = 44100, .bits = 16};

static const FLAC__StreamMetadata *
find(GPtrArray *blocks, FLAC__MetadataType type)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((const FLAC__StreamMetadata *)blocks->pdata[i])->type == type)
      return blocks->pdata[i];
  return NULL;
}

static void
test_none(void)
{
  AlEncoderJob job = {.encoding = &cd, .frames = 1000000};
  g_autoptr(GPtrArray) blocks = al_flac_metadata_new(&job);

  g_assert_cmpuint(blocks->len, ==, 1);
  g_assert_cmpuint(find(blocks, FLAC__METADATA_TYPE_SEEKTABLE)->data.seek_table.num_points, ==, 3);
}

static void
test_cue_sheet_of_a_cd(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  AlEncoderJob job = {.encoding = &cd, .frames = 5880, .tags = tags};
  g_autoptr(GPtrArray) blocks = NULL;
  const FLAC__StreamMetadata *block;
  const FLAC__StreamMetadata_CueSheet *sheet;
  const char *violation = NULL;

  al_tags_add_index(tags, 2940);
  blocks = al_flac_metadata_new(&job);
  block = find(blocks, FLAC__METADATA_TYPE_CUESHEET);
  sheet = &block->data.cue_sheet;
  g_assert_true(FLAC__metadata_object_cuesheet_is_legal(block, TRUE, &violation));
  g_assert_true(sheet->is_cd);
  g_assert_cmpuint(sheet->lead_in, ==, 88200);
  g_assert_cmpstr(sheet->media_catalog_number, ==, "4006381333931");
  g_assert_cmpuint(sheet->num_tracks, ==, 3);
  g_assert_cmpstr(sheet->tracks[0].isrc, ==, "FRABC2600001");
  g_assert_cmpuint(sheet->tracks[0].num_indices, ==, 1);
  g_assert_cmpuint(sheet->tracks[1].offset, ==, 588);
  g_assert_cmpuint(sheet->tracks[1].num_indices, ==, 3);
  g_assert_cmpuint(sheet->tracks[1].indices[1].offset, ==, 588);
  g_assert_cmpuint(sheet->tracks[1].indices[1].number, ==, 1);
  g_assert_cmpuint(sheet->tracks[1].indices[2].offset, ==, 2352);
  g_assert_cmpuint(sheet->tracks[1].indices[2].number, ==, 2);
  g_assert_cmpuint(sheet->tracks[2].number, ==, 170);
  g_assert_cmpuint(sheet->tracks[2].offset, ==, 5880);
}

/* A frame beside a sector, or another rate, and it is no CD. */
static void
test_cue_sheet_of_other_audio(void)
{
  static const AlEncoding high = {.codec = AL_CODEC_FLAC, .rate = 96000, .bits = 24};
  const AlEncoderJob jobs[] = {{.encoding = &cd, .frames = 5881},
                               {.encoding = &high, .frames = 5880}};

  for (guint i = 0; i < G_N_ELEMENTS(jobs); i++) {
    g_autoptr(AlTags) tags = test_tags_new(NULL);
    AlEncoderJob job = jobs[i];
    g_autoptr(GPtrArray) blocks = NULL;
    const FLAC__StreamMetadata *block;

    job.tags = tags;
    blocks = al_flac_metadata_new(&job);
    block = find(blocks, FLAC__METADATA_TYPE_CUESHEET);
    g_assert_false(block->data.cue_sheet.is_cd);
    g_assert_cmpuint(block->data.cue_sheet.lead_in, ==, 0);
    g_assert_cmpuint(block->data.cue_sheet.tracks[2].number, ==, 255);
  }
}

static void
test_picture(void)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "cover.jpeg", NULL);
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(AlCover) cover = NULL;
  AlEncoderJob job = {.encoding = &cd, .frames = 5880, .tags = tags};
  g_autoptr(GPtrArray) blocks = NULL;
  const FLAC__StreamMetadata_Picture *picture;
  gsize size;
  gconstpointer data;

  test_cover_write(path, "jpeg", 31, 17);
  cover = al_cover_load(path, NULL);
  al_tags_set_cover(tags, cover);
  blocks = al_flac_metadata_new(&job);
  g_assert_null(find(blocks, FLAC__METADATA_TYPE_CUESHEET));
  picture = &find(blocks, FLAC__METADATA_TYPE_PICTURE)->data.picture;
  g_assert_cmpint(picture->type, ==, FLAC__STREAM_METADATA_PICTURE_TYPE_FRONT_COVER);
  g_assert_cmpstr(picture->mime_type, ==, "image/jpeg");
  g_assert_cmpuint(picture->width, ==, 31);
  g_assert_cmpuint(picture->height, ==, 17);
  g_assert_cmpuint(picture->depth, ==, 24);
  data = g_bytes_get_data(cover->bytes, &size);
  g_assert_cmpmem(picture->data, picture->data_length, data, size);
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/flac_metadata/none", test_none);
  g_test_add_func("/flac_metadata/cue sheet of a CD", test_cue_sheet_of_a_cd);
  g_test_add_func("/flac_metadata/cue sheet of other audio", test_cue_sheet_of_other_audio);
  g_test_add_func("/flac_metadata/picture", test_picture);
  return g_test_run();
}
