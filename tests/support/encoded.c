/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/encoded.h"

#include <math.h>
#include <png.h>
#include <stdio.h>
#include <string.h>
#include <turbojpeg.h>

static void
write_jpeg(const char *path, const guint8 *pixels, int width, int height)
{
  tjhandle compressor = tjInitCompress();
  unsigned char *data = NULL;
  unsigned long size = 0;

  g_assert_cmpint(
      tjCompress2(compressor, pixels, width, 0, height, TJPF_RGB, &data, &size, TJSAMP_444, 90, 0),
      ==, 0);
  g_assert_true(g_file_set_contents(path, (char *)data, (gssize)size, NULL));
  tjFree(data);
  tjDestroy(compressor);
}

void
test_cover_write(const char *path, const char *kind, int width, int height)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  gsize count = 3 * (gsize)width * (gsize)height;
  g_autofree guint8 *pixels = g_malloc(count);
  png_image image = {.version = PNG_IMAGE_VERSION,
                     .width = (guint32)width,
                     .height = (guint32)height,
                     .format = PNG_FORMAT_RGB};

  for (gsize i = 0; i < count; i++)
    pixels[i] = (guint8)g_rand_int_range(random, 0, 256);
  if (strcmp(kind, "jpeg") == 0)
    write_jpeg(path, pixels, width, height);
  else
    g_assert_true(png_image_write_to_file(&image, path, 0, pixels, 0, NULL));
}

AlTags *
test_tags_new(AlCover *cover)
{
  static const char *const texts[AL_TAG_COUNT] = {
      [AL_TAG_TITLE] = TEST_ENCODED_TITLE,
      [AL_TAG_ARTIST] = "The Länterns & Mara",
      [AL_TAG_ALBUM] = "Night = Ferry",
      [AL_TAG_ALBUM_ARTIST] = "ランタン",
      [AL_TAG_COMPOSER] = "A. Varga",
      [AL_TAG_SONGWRITER] = "B. Szőke",
      [AL_TAG_ARRANGER] = "C. Ünal",
      [AL_TAG_GENRE] = "Rock Music",
      [AL_TAG_DATE] = "2026-11-20",
      [AL_TAG_ISRC] = "FRABC2600001",
      [AL_TAG_UPC] = "4006381333931",
      [AL_TAG_CATALOG] = "NF-012",
      [AL_TAG_LABEL] = "Harbour Records",
      [AL_TAG_COPYRIGHT] = "2026 Harbour Records",
      [AL_TAG_PHONOGRAM] = "2026 Harbour Sound",
      [AL_TAG_LANGUAGE] = "en",
      [AL_TAG_MUSICBRAINZ_RELEASE] = TEST_ENCODED_UUID "0",
      [AL_TAG_MUSICBRAINZ_RELEASE_GROUP] = TEST_ENCODED_UUID "1",
      [AL_TAG_MUSICBRAINZ_ALBUM_ARTIST] = TEST_ENCODED_UUID "2",
      [AL_TAG_MUSICBRAINZ_RECORDING] = TEST_ENCODED_UUID "3",
      [AL_TAG_MUSICBRAINZ_TRACK] = TEST_ENCODED_UUID "4",
      [AL_TAG_MUSICBRAINZ_ARTIST] = TEST_ENCODED_UUID "2 " TEST_ENCODED_UUID "5",
  };
  AlTags *tags = al_tags_new();
  g_autofree char *comment = g_strnfill(299, 'x');
  g_autofree char *long_comment = g_strconcat(comment, "é", NULL);

  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    al_tags_set(tags, (AlTag)tag, texts[tag]);
  al_tags_set(tags, AL_TAG_COMMENT, long_comment);
  al_tags_set_cover(tags, cover);
  tags->track = (AlTagNumber){.number = 2, .count = 9};
  tags->disc = (AlTagNumber){.number = 1, .count = 2};
  tags->track_gain = (AlTagGain){TRUE, -10.11, -1};
  tags->album_gain = (AlTagGain){TRUE, -9.5, -0.5};
  al_tags_add_track(tags, -1, 0, "FRABC2600001", "Anfang");
  al_tags_add_track(tags, 588, 1176, NULL, TEST_ENCODED_CHAPTER);
  return tags;
}

gint32 *
test_integers_new(int bits, gint64 frames)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(5);
  gint32 top = 1 << (bits - 1);
  gint32 *samples = g_new(gint32, 2 * frames);

  for (gint64 i = 0; i < 2 * frames; i++)
    samples[i] = g_rand_int_range(random, -top, top);
  samples[0] = -top;
  samples[1] = top - 1;
  return samples;
}

double *
test_chord_new(gint64 frames, int rate)
{
  double *samples = g_new(double, 2 * frames);

  for (gint64 i = 0; i < frames; i++) {
    double turns = (double)i / rate;

    samples[2 * i] = 0.4 * sin(2 * G_PI * 220 * turns) + 0.3 * sin(2 * G_PI * 554.4 * turns);
    samples[2 * i + 1] = 0.4 * sin(2 * G_PI * 220 * turns) + 0.3 * sin(2 * G_PI * 659.3 * turns);
  }
  return samples;
}

AlEncoding
test_encoding(const char *text)
{
  AlEncoding encoding;
  g_autoptr(GError) error = NULL;

  al_encoding_parse(text, &encoding, &error);
  g_assert_no_error(error);
  encoding.rate = al_codec_rate(encoding.codec, 44100);
  return encoding;
}

static gboolean
write_integers(AlEncoder *encoder, int bits, gint64 frames, GError **error)
{
  g_autofree gint32 *samples = test_integers_new(bits, frames);
  gboolean written = TRUE;

  for (gint64 i = 0, piece; written && i < frames; i += piece) {
    piece = MIN(frames - i, 5001);
    written = al_encoder_write_integers(encoder, samples + 2 * i, (gsize)piece, error);
  }
  return written;
}

static gboolean
write_chord(AlEncoder *encoder, int rate, gint64 frames, GError **error)
{
  g_autofree double *samples = test_chord_new(frames, rate);
  gboolean written = TRUE;

  for (gint64 i = 0, piece; written && i < frames; i += piece) {
    piece = MIN(frames - i, 5001);
    written = al_encoder_write(encoder, samples + 2 * i, (gsize)piece, error);
  }
  return written;
}

void
test_encode(const char *path, const AlEncoding *encoding, gint64 frames, const AlTags *tags)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AlEncoder) encoder = al_encoder_new(path, encoding, frames, tags, &error);

  g_assert_no_error(error);
  if (al_codec_is_lossless(encoding->codec))
    write_integers(encoder, encoding->bits, frames, &error);
  else
    write_chord(encoder, encoding->rate, frames, &error);
  g_assert_no_error(error);
  al_encoder_close(encoder, &error);
  g_assert_no_error(error);
}

gboolean
test_can_encode(const AlEncoding *encoding)
{
  g_autoptr(GError) error = NULL;

  if (al_encoding_check(encoding, &error))
    return TRUE;
  if (g_strcmp0(g_getenv("PEERS"), "required") == 0)
    g_assert_no_error(error);
  g_test_skip(error->message);
  return FALSE;
}

GBytes *
test_file_bytes(const char *path)
{
  char *data;
  gsize size;

  g_assert_true(g_file_get_contents(path, &data, &size, NULL));
  return g_bytes_new_take(data, size);
}

const guint8 *
test_find(GBytes *bytes, const char *needle)
{
  gsize size;
  const guint8 *data = g_bytes_get_data(bytes, &size);

  for (gsize length = strlen(needle); size >= length; data++, size--)
    if (memcmp(data, needle, length) == 0)
      return data;
  return NULL;
}
