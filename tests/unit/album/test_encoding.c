/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/encoding.h"

#include <string.h>

#include "album/error.h"

static const struct {
  const char *text;
  AlEncoding encoding;
  const char *printed;
} good[] = {
    {"wav", {AL_CODEC_WAV, 0, 24, 0, 0}, "wav 24"},
    {"WAV 16", {AL_CODEC_WAV, 0, 16, 0, 0}, "wav 16"},
    {"aiff-24", {AL_CODEC_AIFF, 0, 24, 0, 0}, "aiff 24"},
    {"flac 16", {AL_CODEC_FLAC, 0, 16, 0, 0}, "flac 16"},
    {"alac", {AL_CODEC_ALAC, 0, 24, 0, 0}, "alac 24"},
    {"mp3", {AL_CODEC_MP3, 0, 0, 320, 0}, "mp3 320"},
    {"mp3 192", {AL_CODEC_MP3, 0, 0, 192, 0}, "mp3 192"},
    {"mp3 V0", {AL_CODEC_MP3, 0, 0, 0, 0}, "mp3 v0"},
    {"mp3-v9", {AL_CODEC_MP3, 0, 0, 0, 9}, "mp3 v9"},
    {"aac-256", {AL_CODEC_AAC, 0, 0, 256, 0}, "aac 256"},
    {"opus-160", {AL_CODEC_OPUS, 0, 0, 160, 0}, "opus 160"},
    {"vorbis 320", {AL_CODEC_VORBIS, 0, 0, 320, 0}, "vorbis 320"},
};

static const struct {
  const char *text;
  const char *said;
} bad[] = {
    {"", "is no encoding"},
    {"wma", "is no encoding"},
    {"flac 24 24", "is no encoding"},
    {"flac -24", "is no encoding"},
    {"mp3 v", "is no encoding"},
    {"mp3 vbr", "is no encoding"},
    {"opus v0", "is no encoding"},
    {"flac 16.0", "is no encoding"},
    {"flac 20", "16 or 24 bits, not 20"},
    {"wav 32", "16 or 24 bits, not 32"},
    {"mp3 300", "mp3 has 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 kbit/s, not 300"},
    {"mp3 32", "320 kbit/s, not 32 (with so few a file cannot say how long it is)"},
    {"mp3 56", "kbit/s, not 56 (with so few"},
    {"mp3 v10", "v0 (best) to v9, not v10"},
    {"mp3 0", "is no encoding"},
    {"mp3 400", "kbit/s, not 400"},
    {"aac 63", "from 64 to 320 kbit/s, not 63"},
    {"aac 321", "from 64 to 320 kbit/s, not 321"},
    {"opus 31", "from 32 to 510 kbit/s, not 31"},
    {"vorbis 47", "from 48 to 480 kbit/s, not 47"},
    {"vorbis 481", "from 48 to 480 kbit/s, not 481"},
    {"opus 600", "from 32 to 510 kbit/s, not 600"},
    {"vorbis 0", "is no encoding"},
    {"aac 99999", "is no encoding"},
};

/* The same are those that are printed alike, whatever their rates. */
static void
test_same_form(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(good); i++)
    for (guint k = 0; k < G_N_ELEMENTS(good); k++) {
      AlEncoding other = good[k].encoding;

      other.rate = 96000;
      g_assert_cmpint(al_encoding_same_form(&good[i].encoding, &other), ==,
                      strcmp(good[i].printed, good[k].printed) == 0);
    }
}

static void
test_parse(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
    AlEncoding encoding;
    g_autoptr(GError) error = NULL;
    g_autofree char *printed = NULL;

    al_encoding_parse(good[i].text, &encoding, &error);
    g_assert_no_error(error);
    g_assert_cmpmem(&encoding, sizeof encoding, &good[i].encoding, sizeof encoding);
    printed = al_encoding_print(&encoding);
    g_assert_cmpstr(printed, ==, good[i].printed);
  }
}

static void
test_refuse(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    AlEncoding encoding;
    g_autoptr(GError) error = NULL;

    g_assert_false(al_encoding_parse(bad[i].text, &encoding, &error));
    g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
    g_assert_nonnull(strstr(error->message, bad[i].said));
  }
}

static void
test_names(void)
{
  for (int codec = 0; codec < AL_CODEC_COUNT; codec++) {
    AlEncoding encoding;

    g_assert_true(al_encoding_parse(al_codec_name((AlCodec)codec), &encoding, NULL));
    g_assert_cmpint((int)encoding.codec, ==, codec);
    g_assert_nonnull(al_codec_extension((AlCodec)codec));
  }
}

static void
test_rates(void)
{
  g_assert_cmpint(al_codec_rate(AL_CODEC_FLAC, 192000), ==, 192000);
  g_assert_cmpint(al_codec_rate(AL_CODEC_OPUS, 44100), ==, 48000);
  g_assert_cmpint(al_codec_rate(AL_CODEC_MP3, 88200), ==, 44100);
  g_assert_cmpint(al_codec_rate(AL_CODEC_AAC, 96000), ==, 48000);
  g_assert_cmpint(al_codec_rate(AL_CODEC_VORBIS, 32000), ==, 48000);
}

static void
test_check_rate(void)
{
  AlEncoding encoding = {.codec = AL_CODEC_MP3, .rate = 96000, .kbps = 320};
  g_autoptr(GError) error = NULL;

  g_assert_false(al_encoding_check(&encoding, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_PROJECT);
  g_assert_cmpstr(error->message, ==, "mp3 is not written at 96000 Hz, but at 48000 Hz");
  encoding.rate = 48000;
  g_assert_true(al_encoding_check(&encoding, NULL));
}

/* The size of WAV and AIFF has 32 bits: what is told to fit does, with a cover of 15 MiB. */
static void
test_most_frames(void)
{
  static const AlEncoding wav = {AL_CODEC_WAV, 192000, 24, 0, 0},
                          aiff = {AL_CODEC_AIFF, 44100, 16, 0, 0},
                          flac = {AL_CODEC_FLAC, 192000, 24, 0, 0};
  gint64 cover_bytes = 15 * 1024 * 1024;

  g_assert_cmpint(al_encoding_most_frames(&wav) * 6 + cover_bytes, <, G_MAXUINT32);
  g_assert_cmpint(al_encoding_most_frames(&wav), >, 61 * 60 * (gint64)192000);
  g_assert_cmpint(al_encoding_most_frames(&aiff) * 4 + cover_bytes, <, G_MAXUINT32);
  g_assert_cmpint(al_encoding_most_frames(&aiff), >, 6 * 3600 * (gint64)44100);
  g_assert_cmpint(al_encoding_most_frames(&flac), ==, G_MAXINT64);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/encoding/same form", test_same_form);
  g_test_add_func("/encoding/parse", test_parse);
  g_test_add_func("/encoding/refuse", test_refuse);
  g_test_add_func("/encoding/names", test_names);
  g_test_add_func("/encoding/rates", test_rates);
  g_test_add_func("/encoding/check of the rate", test_check_rate);
  g_test_add_func("/encoding/most_frames", test_most_frames);
  return g_test_run();
}
