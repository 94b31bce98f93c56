/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for all codecs. */
#include "album/encode/encoder.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <string.h>
#include <unistd.h>

#include "album/encode/decoded.h"
#include "album/error.h"
#include "tests/support/encoded.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

static char *folder;
static char *large_cover; /* more than a megabyte */

static const char *const forms[] = {
    "wav 16",  "wav 24",  "aiff 16", "aiff 24", "flac 16",  "flac 24",    "alac 16",
    "alac 24", "mp3 320", "mp3 v0",  "aac 256", "opus 160", "vorbis 256",
};

static char *
path_for(const AlEncoding *encoding, const char *form, const char *name)
{
  g_autofree char *file =
      g_strconcat(form, " ", name, ".", al_codec_extension(encoding->codec), NULL);

  return g_build_filename(folder, file, NULL);
}

static void
assert_lossless(const double *decoded, const AlEncoding *encoding, gint64 frames)
{
  g_autofree gint32 *samples = test_integers_new(encoding->bits, frames);
  double scale = 1 << (encoding->bits - 1);

  for (gint64 i = 0; i < 2 * frames; i++)
    g_assert_cmpfloat(decoded[i] * scale, ==, samples[i]);
}

/* In place to the frame: the error is far below what a shift by one frame would make (0.07). */
static void
assert_near(const double *decoded, const AlEncoding *encoding, gint64 frames)
{
  g_autofree double *samples = test_chord_new(frames, encoding->rate);
  double sum = 0;

  for (gint64 i = 0; i < 2 * frames; i++)
    sum += (decoded[i] - samples[i]) * (decoded[i] - samples[i]);
  g_assert_cmpfloat(sqrt(sum / (double)(2 * frames)), <, 0.005);
}

static void
assert_round_trip(const AlEncoding *encoding, gint64 frames)
{
  g_autofree char *path = path_for(encoding, al_codec_name(encoding->codec), "round-trip");
  g_autoptr(AlSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree double *decoded = NULL;
  gint64 decoded_frames;

  test_encode(path, encoding, frames, NULL);
  source = al_decoded_open(path, NULL, &error);
  g_assert_no_error(error);
  g_assert_cmpint(source->frames, ==, frames);
  g_assert_cmpint(source->rate, ==, encoding->rate);
  decoded = test_read_all(source, &decoded_frames);
  g_assert_cmpint(decoded_frames, ==, frames);
  if (al_codec_is_lossless(encoding->codec))
    assert_lossless(decoded, encoding, frames);
  else if (frames > 10000)
    assert_near(decoded, encoding, frames);
}

/* Lengths around the blocks of codecs (576, 960, 1024, 1152, 4096), the longest first; only that
 * where it takes several runs of another program. */
static void
test_every_frame_comes_back(gconstpointer form)
{
  static const gint64 lengths[] = {50021, 1, 575, 960, 1153, 4096};
  AlEncoding encoding = test_encoding(form);
  guint count =
      encoding.codec == AL_CODEC_AAC || encoding.codec == AL_CODEC_ALAC ? 1 : G_N_ELEMENTS(lengths);

  if (!test_can_encode(&encoding))
    return;
  for (guint i = 0; i < count; i++)
    assert_round_trip(&encoding, lengths[i]);
}

/* The lowest, the highest and, where they are few, all bit rates. */
static const char *const bit_rates[] = {
    "mp3 64",  "mp3 80",  "mp3 96",   "mp3 112",   "mp3 128",    "mp3 160", "mp3 192",
    "mp3 224", "mp3 256", "mp3 320",  "mp3 v0",    "mp3 v1",     "mp3 v2",  "mp3 v3",
    "mp3 v4",  "mp3 v5",  "mp3 v6",   "mp3 v7",    "mp3 v8",     "mp3 v9",  "aac 64",
    "aac 320", "opus 32", "opus 510", "vorbis 48", "vorbis 480",
};

/* What cannot be had is refused when it is read (test_encoding.c); what is taken has its rate and
 * its length, whatever the rate of the album. */
static void
test_every_bit_rate(gconstpointer form)
{
  static const int rates[] = {44100, 48000, 88200, 96000, 176400, 192000};
  AlEncoding encoding = test_encoding(form);
  int tried = 0;

  if (!test_can_encode(&encoding))
    return;
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    g_autoptr(GError) error = NULL;

    encoding.rate = al_codec_rate(encoding.codec, rates[i]);
    g_assert_cmpint(encoding.rate, <=, MAX(rates[i], 48000));
    al_encoding_check(&encoding, &error);
    g_assert_no_error(error);
    if (encoding.rate > tried)
      assert_round_trip(&encoding, 9999);
    tried = MAX(tried, encoding.rate);
  }
}

static void
write_tagged(const char *name)
{
  g_autofree char *cover_path = g_build_filename(folder, "cover.jpeg", NULL);
  g_autoptr(AlCover) cover = NULL;
  g_autoptr(AlTags) tags = NULL;

  test_cover_write(cover_path, "jpeg", 30, 30);
  cover = al_cover_load(cover_path, NULL);
  tags = test_tags_new(cover);
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    AlEncoding encoding = test_encoding(forms[i]);
    g_autofree char *path = path_for(&encoding, forms[i], name);

    if (test_can_encode(&encoding))
      test_encode(path, &encoding, 10000, tags);
  }
}

/* Also in another second by the clock. */
static void
test_same_bytes(void)
{
  write_tagged("one");
  g_usleep(1100 * 1000);
  write_tagged("other");
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    AlEncoding encoding = test_encoding(forms[i]);
    g_autofree char *one_path = path_for(&encoding, forms[i], "one");
    g_autofree char *other_path = path_for(&encoding, forms[i], "other");
    g_autoptr(GBytes) one = NULL;
    g_autoptr(GBytes) other = NULL;

    if (!g_file_test(one_path, G_FILE_TEST_EXISTS))
      continue;
    one = test_file_bytes(one_path);
    other = test_file_bytes(other_path);
    g_assert_true(g_bytes_equal(one, other));
  }
}

/* Covers of any size go into every container, and the audio is still found behind them. */
static void
test_large_cover(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree char *path = path_for(&encoding, form, "large-cover");
  g_autoptr(AlCover) cover = NULL;
  g_autoptr(AlTags) tags = NULL;
  g_autoptr(AlSource) source = NULL;
  g_autoptr(GError) error = NULL;

  if (!test_can_encode(&encoding))
    return;
  cover = al_cover_load(large_cover, NULL);
  g_assert_cmpuint(g_bytes_get_size(cover->bytes), >, 1 << 20);
  tags = test_tags_new(cover);
  test_encode(path, &encoding, 5000, tags);
  source = al_decoded_open(path, NULL, &error);
  g_assert_no_error(error);
  g_assert_cmpint(source->frames, ==, 5000);
}

/* Not a word of the tags, nor of us, where none were given. */
static void
test_no_tags(gconstpointer form)
{
  static const char *const words[] = {"ID3", "TITLE", "LIST", "bext", "Segue", "COMM", "APIC"};
  AlEncoding encoding = test_encoding(form);
  g_autofree char *path = path_for(&encoding, form, "none");
  g_autoptr(GBytes) bytes = NULL;

  if (!test_can_encode(&encoding))
    return;
  test_encode(path, &encoding, 588, NULL);
  bytes = test_file_bytes(path);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    /* AIFF has a COMM chunk, its format. */
    if (encoding.codec != AL_CODEC_AIFF || strcmp(words[i], "COMM") != 0)
      g_assert_null(test_find(bytes, words[i]));
}

static guint
count_files(void)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name(dir) != NULL)
    count++;
  return count;
}

static void
test_what_is_not_closed_goes(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree char *path = path_for(&encoding, form, "not-closed");
  guint files = count_files();
  g_autoptr(GError) error = NULL;
  AlEncoder *encoder;

  if (!test_can_encode(&encoding))
    return;
  encoder = al_encoder_new(path, &encoding, 1000, NULL, &error);
  g_assert_no_error(error);
  al_encoder_free(encoder);
  g_assert_cmpuint(count_files(), ==, files);
}

/* Writing and closing stop, and nothing remains. */
static void
test_interrupted(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree char *path = path_for(&encoding, form, "interrupted");
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  const double frame[2] = {0};
  const gint32 integers[2] = {0};
  guint files = count_files();

  if (!test_can_encode(&encoding))
    return;
  for (gint64 frames = 1; frames <= 2; frames++) {
    AlEncoder *encoder = al_encoder_new(path, &encoding, frames, NULL, NULL);
    gboolean lossless = al_codec_is_lossless(encoding.codec);
    g_autoptr(GError) error = NULL;

    g_cancellable_reset(cancellable);
    al_encoder_set_cancellable(encoder, cancellable);
    g_assert_true(lossless ? al_encoder_write_integers(encoder, integers, 1, NULL)
                           : al_encoder_write(encoder, frame, 1, NULL));
    g_cancellable_cancel(cancellable);
    if (frames == 1)
      g_assert_false(al_encoder_close(encoder, &error));
    else
      g_assert_false(lossless ? al_encoder_write_integers(encoder, integers, 1, &error)
                              : al_encoder_write(encoder, frame, 1, &error));
    g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
    al_encoder_free(encoder);
    g_assert_cmpuint(count_files(), ==, files);
  }
}

/* A disk without any room, behind a link with the name of the file. */
static void
test_full_disk(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autofree char *path = path_for(&encoding, form, "full-disk");
  g_autofree char *audio_path = g_strconcat(path, ".pcm", NULL); /* of M4A, which comes first */
  g_autofree gint32 *integers = test_integers_new(16, 50000);
  g_autofree double *samples = test_chord_new(50000, 44100);
  guint files = count_files();
  g_autoptr(GError) error = NULL;
  AlEncoder *encoder;

  if (!test_can_encode(&encoding))
    return;
  g_assert_cmpint(symlink("/dev/full", path), ==, 0);
  g_assert_cmpint(symlink("/dev/full", audio_path), ==, 0);
  encoder = al_encoder_new(path, &encoding, 50000, NULL, &error);
  if (encoder != NULL && (al_codec_is_lossless(encoding.codec)
                              ? al_encoder_write_integers(encoder, integers, 50000, &error)
                              : al_encoder_write(encoder, samples, 50000, &error)))
    g_assert_false(al_encoder_close(encoder, &error));
  al_encoder_free(encoder);
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, path));
  g_assert_nonnull(strstr(error->message, "No space left on device"));
  g_unlink(path);
  g_unlink(audio_path);
  g_assert_cmpuint(count_files(), ==, files);
}

static void
test_no_folder(gconstpointer form)
{
  AlEncoding encoding = test_encoding(form);
  g_autoptr(GError) error = NULL;

  if (!test_can_encode(&encoding))
    return;
  g_assert_null(al_encoder_new("/no/such/folder/file", &encoding, 1000, NULL, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_nonnull(strstr(error->message, "/no/such/folder/file"));
  g_assert_nonnull(strstr(error->message, "No such file or directory"));
}

/* One of each codec. */
static const char *const codecs[] = {
    "wav 24", "aiff 16", "flac 24", "alac 24", "mp3 320", "aac 256", "opus 160", "vorbis 256",
};

static const struct {
  const char *name;
  GTestDataFunc run;
} tests[] = {
    {"large cover", test_large_cover},
    {"no tags", test_no_tags},
    {"what is not closed goes", test_what_is_not_closed_goes},
    {"interrupted", test_interrupted},
    {"full disk", test_full_disk},
    {"no folder", test_no_folder},
};

static void
add(const char *what, const char *form, GTestDataFunc run)
{
  g_autofree char *name = g_strdup_printf("/encoder/%s/%s", what, form);

  g_test_add_data_func(name, form, run);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  large_cover = g_build_filename(folder, "large.png", NULL);
  test_cover_write(large_cover, "png", 600, 600);
  g_test_add_func("/encoder/the same bytes again", test_same_bytes);
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
    add("every frame comes back", forms[i], test_every_frame_comes_back);
  for (guint i = 0; i < G_N_ELEMENTS(bit_rates); i++)
    add("every bit rate", bit_rates[i], test_every_bit_rate);
  for (guint t = 0; t < G_N_ELEMENTS(tests); t++)
    for (guint i = 0; i < G_N_ELEMENTS(codecs); i++)
      add(tests[t].name, codecs[i], tests[t].run);
  status = g_test_run();
  g_free(large_cover);
  test_folder_remove(folder);
  return status;
}
