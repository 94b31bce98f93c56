/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/audio/mix.h"
#include "album/error.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES 9001

static char *folder;

static char *
in_folder(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static const struct {
  int format;
  int bits;
} integer_formats[] = {
    {SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 8},    {SF_FORMAT_WAV | SF_FORMAT_PCM_16, 16},
    {SF_FORMAT_WAV | SF_FORMAT_PCM_24, 24},   {SF_FORMAT_WAV | SF_FORMAT_PCM_32, 32},
    {SF_FORMAT_WAVEX | SF_FORMAT_PCM_24, 24}, {SF_FORMAT_RF64 | SF_FORMAT_PCM_24, 24},
    {SF_FORMAT_W64 | SF_FORMAT_PCM_16, 16},   {SF_FORMAT_AIFF | SF_FORMAT_PCM_16, 16},
    {SF_FORMAT_AIFF | SF_FORMAT_PCM_24, 24},  {SF_FORMAT_CAF | SF_FORMAT_PCM_24, 24},
    {SF_FORMAT_CAF | SF_FORMAT_ALAC_16, 16},  {SF_FORMAT_CAF | SF_FORMAT_ALAC_24, 24},
    {SF_FORMAT_AU | SF_FORMAT_PCM_16, 16},    {SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 16},
    {SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 24},
};

/* Noise over the whole range with both ends of it, in the upper `bits` of 32. For ALAC it is
 * quieter: libsndfile 1.2 writes, but would not read, wrong samples where it does not compress. */
static int *
make_integers(int format, int bits, gint64 count)
{
  gboolean alac = (format & SF_FORMAT_SUBMASK) == SF_FORMAT_ALAC_24;
  g_autoptr(GRand) random = g_rand_new_with_seed(9);
  int *samples = g_new(int, count);

  for (gint64 i = 0; i < count; i++)
    samples[i] =
        (int)((guint32)g_rand_int_range(random, G_MININT, G_MAXINT) & G_MAXUINT32 << (32 - bits));
  samples[0] = G_MININT;
  samples[1] = (int)(G_MAXINT & (G_MAXUINT32 << (32 - bits)));
  for (gint64 i = 0; alac && i < count; i++)
    samples[i] = samples[i] / 4096 * 256;
  return samples;
}

static void
test_integers_are_exact(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(integer_formats); i++)
    for (int channels = 1; channels <= 2; channels++) {
      g_autofree char *path = in_folder("integers");
      g_autofree int *written =
          make_integers(integer_formats[i].format, integer_formats[i].bits, channels * FRAMES);
      g_autoptr(GError) error = NULL;
      g_autofree double *read = NULL;
      AlMixInfo info;
      gint64 frames;

      test_sound_file_write_integers(path, integer_formats[i].format, 48000, channels, written,
                                     FRAMES);
      g_assert_true(al_mix_inspect(path, &info, &error));
      g_test_message("%s, %d channels", info.format, channels);
      g_assert_cmpint(info.rate, ==, 48000);
      g_assert_cmpint(info.channels, ==, channels);
      g_assert_cmpint(info.frames, ==, FRAMES);
      g_assert_cmpint(info.bits, ==, integer_formats[i].bits);
      g_assert_true(info.integers);
      {
        g_autoptr(AlSource) mix = al_mix_open(path, 0, AL_MIX_END, &error);

        g_assert_no_error(error);
        g_assert_cmpint(mix->rate, ==, 48000);
        read = test_read_all(mix, &frames);
      }
      g_assert_cmpint(frames, ==, FRAMES);
      for (gint64 k = 0; k < 2 * FRAMES; k++)
        g_assert_cmpfloat(read[k], ==, written[channels == 1 ? k / 2 : k] / 2147483648.0);
    }
}

static void
test_floats_are_exact(void)
{
  static const int formats[] = {SF_FORMAT_WAV | SF_FORMAT_FLOAT, SF_FORMAT_AIFF | SF_FORMAT_FLOAT,
                                SF_FORMAT_CAF | SF_FORMAT_FLOAT, SF_FORMAT_WAV | SF_FORMAT_DOUBLE,
                                SF_FORMAT_W64 | SF_FORMAT_DOUBLE};
  g_autofree double *written = test_noise(3, 1, FRAMES);

  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    g_autofree char *path = in_folder("floats");
    gboolean single = (formats[i] & SF_FORMAT_SUBMASK) == SF_FORMAT_FLOAT;
    g_autofree double *read = NULL;
    g_autoptr(AlSource) mix = NULL;
    AlMixInfo info;
    gint64 frames;

    test_sound_file_write(path, formats[i], 96000, 2, written, FRAMES);
    g_assert_true(al_mix_inspect(path, &info, NULL));
    g_assert_cmpint(info.bits, ==, single ? 32 : 64);
    g_assert_false(info.integers);
    mix = al_mix_open(path, 0, AL_MIX_END, NULL);
    read = test_read_all(mix, &frames);
    for (gint64 k = 0; k < 2 * FRAMES; k++)
      g_assert_cmpfloat(read[k], ==, single ? (double)(float)written[k] : written[k]);
  }
}

/* An excerpt is the same as that part of the whole, also in codecs that cannot simply seek. */
static void
test_excerpt(void)
{
  static const int formats[] = {SF_FORMAT_WAV | SF_FORMAT_PCM_16, SF_FORMAT_FLAC | SF_FORMAT_PCM_24,
                                SF_FORMAT_OGG | SF_FORMAT_VORBIS, SF_FORMAT_OGG | SF_FORMAT_OPUS,
                                SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III};
  const gint64 length = 60000, first = 20011, end = 40007;
  g_autofree double *written = test_noise(0.5, 1, length);

  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    g_autofree char *path = in_folder("excerpt");
    g_autoptr(AlSource) mix = NULL;
    g_autoptr(AlSource) excerpt = NULL;
    g_autofree double *whole = NULL;
    g_autofree double *part = NULL;
    gint64 frames;

    test_sound_file_write(path, formats[i], 48000, 2, written, length);
    mix = al_mix_open(path, 0, AL_MIX_END, NULL);
    whole = test_read_all(mix, &frames);
    excerpt = al_mix_open(path, first, end, NULL);
    part = test_read_all(excerpt, &frames);
    g_assert_cmpint(frames, ==, end - first);
    g_assert_cmpmem(part, (gsize)(2 * frames) * sizeof *part, whole + 2 * first,
                    (gsize)(2 * frames) * sizeof *part);
  }
}

static void
assert_refused(const char *path, gint64 first_frame, gint64 end_frame, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *prefix = g_strdup_printf("%s: ", path);

  g_assert_null(al_mix_open(path, first_frame, end_frame, &error));
  g_test_message("%s", error->message);
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_assert_true(g_str_has_prefix(error->message, prefix));
  g_assert_nonnull(strstr(error->message, text));
}

static void
test_refused(void)
{
  g_autofree char *path = in_folder("refused");
  g_autofree double *silence = g_new0(double, 3 * FRAMES);

  assert_refused(path, 0, AL_MIX_END, "No such file");
  assert_refused(folder, 0, AL_MIX_END, "not a file");
  g_assert_true(g_file_set_contents(path, "These are not the sounds.", -1, NULL));
  assert_refused(path, 0, AL_MIX_END, "not readable as audio");
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100, 2, silence, 0);
  assert_refused(path, 0, AL_MIX_END, "holds no audio (0 frames)");
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100, 3, silence, FRAMES);
  assert_refused(path, 0, AL_MIX_END, "has 3 channels");
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 7999, 2, silence, FRAMES);
  assert_refused(path, 0, AL_MIX_END, "its rate is 7999 Hz");
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 384001, 2, silence, FRAMES);
  assert_refused(path, 0, AL_MIX_END, "its rate is 384001 Hz");
}

static void
test_ends_of_the_range_are_taken(void)
{
  g_autofree char *path = in_folder("rate");
  g_autofree double *silence = g_new0(double, 2);
  AlMixInfo info;

  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 2, silence, 1);
  g_assert_true(al_mix_inspect(path, &info, NULL));
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 384000, 2, silence, 1);
  g_assert_true(al_mix_inspect(path, &info, NULL));
}

static void
test_excerpt_refused(void)
{
  g_autofree char *path = in_folder("excerpt");
  g_autofree double *silence = g_new0(double, 2 * 48000);

  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 2, silence, 48000);
  assert_refused(path, 48000, AL_MIX_END,
                 "the start 0:01.000 (frame 48000) is not in the file, which is 0:01.000 long");
  assert_refused(path, -1, AL_MIX_END, "the start");
  assert_refused(path, 0, 3000000, "the end 1:02.500 (frame 3000000) is not in the file");
  assert_refused(path, 100, 100, "is not after the start");
}

static const int truncated_at_open[] = {
    SF_FORMAT_WAV | SF_FORMAT_PCM_16,  SF_FORMAT_WAVEX | SF_FORMAT_PCM_24,
    SF_FORMAT_RF64 | SF_FORMAT_PCM_24, SF_FORMAT_W64 | SF_FORMAT_DOUBLE,
    SF_FORMAT_AIFF | SF_FORMAT_PCM_16, SF_FORMAT_AIFF | SF_FORMAT_FLOAT,
    SF_FORMAT_CAF | SF_FORMAT_PCM_24,  SF_FORMAT_AU | SF_FORMAT_PCM_16,
    SF_FORMAT_OGG | SF_FORMAT_VORBIS,  SF_FORMAT_OGG | SF_FORMAT_OPUS,
};

static void
test_truncated_at_open(void)
{
  g_autofree double *noise = test_noise(0.5, 1, 48000);

  for (guint i = 0; i < G_N_ELEMENTS(truncated_at_open); i++)
    for (gsize bytes = 100; bytes <= 10000; bytes *= 100) {
      g_autofree char *path = in_folder("truncated");

      test_sound_file_write(path, truncated_at_open[i], 48000, 2, noise, 48000);
      test_file_cut(path, bytes);
      assert_refused(path, 0, AL_MIX_END, "truncated");
    }
}

/* Reads to the end or the failure; how many frames came. */
static gint64
read_until_failure(AlSource *mix, GError **error)
{
  double block[2 * 100];
  gint64 frames = 0;
  gssize got;

  while ((got = al_source_read(mix, block, 100, error)) > 0)
    frames += got;
  return frames;
}

static void
test_truncated_when_read(void)
{
  static const int formats[] = {SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
                                SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III};
  g_autofree double *noise = test_noise(0.5, 1, 48000);

  for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
    g_autofree char *path = in_folder("cut.mp3");
    g_autoptr(AlSource) mix = NULL;
    g_autoptr(GError) error = NULL;
    gint64 frames;

    test_sound_file_write(path, formats[i], 48000, 2, noise, 48000);
    test_file_cut(path, 6000);
    mix = al_mix_open(path, 0, AL_MIX_END, &error);
    g_assert_no_error(error);
    frames = read_until_failure(mix, &error);
    g_assert_cmpint(frames, >, 10000);
    g_assert_cmpint(frames, <, 48000);
    g_test_message("%s", error->message);
    g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
    g_assert_nonnull(strstr(error->message, "truncated or damaged: no audio can be read from 0:0"));
  }
}

/* One wrong bit anywhere in the audio of FLAC, which has checksums. */
static void
test_damaged(void)
{
  const gint64 length = 30000;
  g_autofree char *path = in_folder("damaged.flac");
  g_autofree double *noise = test_noise(0.5, 1, length);
  g_autofree char *content = NULL;
  gsize size;

  test_sound_file_write(path, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 48000, 2, noise, length);
  g_assert_true(g_file_get_contents(path, &content, &size, NULL));
  for (gsize at = 10000; at < size; at += size / 40) {
    g_autoptr(AlSource) mix = NULL;
    g_autoptr(GError) error = NULL;

    content[at] ^= 0x10;
    g_assert_true(g_file_set_contents(path, content, (gssize)size, NULL));
    content[at] ^= 0x10;
    mix = al_mix_open(path, 0, AL_MIX_END, &error);
    g_assert_no_error(error);
    read_until_failure(mix, &error);
    g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  }
}

/* Tags of MP3 around a FLAC stream are no damage. */
static void
test_foreign_tags(void)
{
  static const char id3v2[] = "ID3\3\0\0\0\0\0\x0a\0\0\0\0\0\0\0\0\0";
  g_autofree char *path = in_folder("tagged.flac");
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(GString) tagged = g_string_new(NULL);
  g_autofree char *content = NULL;
  g_autoptr(AlSource) mix = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  test_sound_file_write(path, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 48000, 2, noise, FRAMES);
  g_assert_true(g_file_get_contents(path, &content, &size, NULL));
  g_string_append_len(tagged, id3v2, sizeof id3v2);
  g_string_append_len(tagged, content, (gssize)size);
  g_string_append(tagged, "TAG");
  g_string_append_len(tagged, (char[125]){0}, 125);
  g_assert_true(g_file_set_contents(path, tagged->str, (gssize)tagged->len, NULL));
  mix = al_mix_open(path, 0, AL_MIX_END, &error);
  g_assert_no_error(error);
  g_assert_cmpint(read_until_failure(mix, &error), ==, FRAMES);
  g_assert_no_error(error);
}

static void
test_not_finite(void)
{
  static const struct {
    double value;
    gint64 sample;
    const char *text;
  } rows[] = {
      {NAN, 2 * 5000, "at 0:00.104 (frame 5000, left) a sample is not a number"},
      {INFINITY, 2 * 8999 + 1, "at 0:00.187 (frame 8999, right) a sample is infinite"},
      {-INFINITY, 0, "at 0:00.000 (frame 0, left) a sample is infinite"},
  };

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *path = in_folder("not finite.wav");
    g_autofree double *samples = g_new0(double, 2 * FRAMES);
    g_autoptr(AlSource) mix = NULL;
    g_autoptr(GError) error = NULL;

    samples[rows[i].sample] = rows[i].value;
    test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 2, samples, FRAMES);
    mix = al_mix_open(path, 0, AL_MIX_END, NULL);
    read_until_failure(mix, &error);
    g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
    g_assert_nonnull(strstr(error->message, rows[i].text));
  }
}

static gpointer
open_many(gpointer data)
{
  for (int i = 0; i < 200; i++) {
    g_autoptr(GError) error = NULL;

    g_assert_null(al_mix_open(data, 0, AL_MIX_END, &error));
    g_assert_true(g_str_has_prefix(error->message, data));
  }
  return NULL;
}

static void
test_threads(void)
{
  g_autofree char *path = in_folder("no audio");
  GThread *threads[2];

  g_assert_true(g_file_set_contents(path, "Silence is golden.", -1, NULL));
  for (int i = 0; i < 2; i++)
    threads[i] = g_thread_new("open", open_many, path);
  for (int i = 0; i < 2; i++)
    g_thread_join(threads[i]);
}

int
main(int argc, char **argv)
{
  int result;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/mix/integers_are_exact", test_integers_are_exact);
  g_test_add_func("/mix/floats_are_exact", test_floats_are_exact);
  g_test_add_func("/mix/excerpt", test_excerpt);
  g_test_add_func("/mix/refused", test_refused);
  g_test_add_func("/mix/ends_of_the_range_are_taken", test_ends_of_the_range_are_taken);
  g_test_add_func("/mix/excerpt_refused", test_excerpt_refused);
  g_test_add_func("/mix/truncated_at_open", test_truncated_at_open);
  g_test_add_func("/mix/truncated_when_read", test_truncated_when_read);
  g_test_add_func("/mix/damaged", test_damaged);
  g_test_add_func("/mix/foreign_tags", test_foreign_tags);
  g_test_add_func("/mix/not_finite", test_not_finite);
  g_test_add_func("/mix/threads", test_threads);
  result = g_test_run();
  test_folder_remove(folder);
  return result;
}
