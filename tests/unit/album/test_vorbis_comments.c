/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/vorbis_comments.h"

#include "tests/support/encoded.h"

static const AlEncoding encoding = {.codec = AL_CODEC_FLAC, .rate = 44100, .bits = 16};

static GPtrArray *
make_comments(const AlTags *tags, AlGainStyle style)
{
  const AlEncoderJob job = {.encoding = &encoding, .frames = 5880, .tags = tags};

  return al_vorbis_comments_new(&job, style);
}

static gboolean
has(GPtrArray *comments, const char *comment)
{
  return g_ptr_array_find_with_equal_func(comments, comment, g_str_equal, NULL);
}

static gboolean
has_name(GPtrArray *comments, const char *name)
{
  for (guint i = 0; i < comments->len; i++)
    if (g_str_has_prefix(comments->pdata[i], name))
      return TRUE;
  return FALSE;
}

static void
test_all(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GPtrArray) comments = make_comments(tags, AL_GAIN_STYLE_REPLAYGAIN);

  g_assert_cmpuint(comments->len, ==, AL_TAG_COUNT + 1 + 8 + 4); /* one tag has two values */
  g_assert_true(has(comments, "TITLE=" TEST_ENCODED_TITLE));
  g_assert_true(has(comments, "ALBUM=Night = Ferry"));
  g_assert_true(has(comments, "LYRICIST=B. Szőke"));
  g_assert_true(has(comments, "ISRC=FRABC2600001"));
  g_assert_true(has(comments, "BARCODE=4006381333931"));
  g_assert_true(has(comments, "PRODUCEDNOTICE=2026 Harbour Sound"));
  g_assert_true(has(comments, "TRACKNUMBER=2"));
  g_assert_true(has(comments, "TRACKTOTAL=9"));
  g_assert_true(has(comments, "DISCNUMBER=1"));
  g_assert_true(has(comments, "DISCTOTAL=2"));
  g_assert_true(has(comments, "MUSICBRAINZ_ALBUMID=" TEST_ENCODED_UUID "0"));
  g_assert_true(has(comments, "MUSICBRAINZ_TRACKID=" TEST_ENCODED_UUID "3"));
  g_assert_true(has(comments, "MUSICBRAINZ_ARTISTID=" TEST_ENCODED_UUID "2"));
  g_assert_true(has(comments, "MUSICBRAINZ_ARTISTID=" TEST_ENCODED_UUID "5"));
  g_assert_true(has(comments, "REPLAYGAIN_TRACK_GAIN=-7.89 dB"));
  g_assert_true(has(comments, "REPLAYGAIN_ALBUM_PEAK=0.944061"));
  g_assert_true(has(comments, "CHAPTER001=00:00:00.000"));
  g_assert_true(has(comments, "CHAPTER001NAME=Anfang"));
  g_assert_true(has(comments, "CHAPTER002=00:00:00.026"));
  g_assert_true(has(comments, "CHAPTER002NAME=" TEST_ENCODED_CHAPTER));
  g_assert_false(has_name(comments, "R128"));
}

static void
test_r128(void)
{
  g_autoptr(AlTags) tags = test_tags_new(NULL);
  g_autoptr(GPtrArray) comments = make_comments(tags, AL_GAIN_STYLE_R128);

  g_assert_true(has(comments, "R128_TRACK_GAIN=-3300"));
  g_assert_true(has(comments, "R128_ALBUM_GAIN=-3456"));
  g_assert_false(has_name(comments, "REPLAYGAIN"));
}

static void
test_none(void)
{
  g_autoptr(AlTags) tags = al_tags_new();
  g_autoptr(GPtrArray) comments = make_comments(tags, AL_GAIN_STYLE_REPLAYGAIN);

  g_assert_cmpuint(comments->len, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/vorbis_comments/all", test_all);
  g_test_add_func("/vorbis_comments/R 128", test_r128);
  g_test_add_func("/vorbis_comments/none", test_none);
  return g_test_run();
}
