/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sndfile.h>

#include "redbook/error.h"
#include "redbook/image.h"
#include "tests/support/discs.h"

#define FRAMES 1000

static char *folder;

static char *
path_of(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

/* Frame i is (i + `first`, -(i + `first`)). */
static void
write_raw(const char *name, gint16 first, gboolean big_endian)
{
  g_autofree char *path = path_of(name);
  gint16 samples[2 * FRAMES];

  for (gint16 i = 0; i < FRAMES; i++) {
    gint16 value = (gint16)(first + i), other = (gint16)-value;

    samples[2 * i] = big_endian ? GINT16_TO_BE(value) : GINT16_TO_LE(value);
    samples[2 * i + 1] = big_endian ? GINT16_TO_BE(other) : GINT16_TO_LE(other);
  }
  g_assert_true(g_file_set_contents(path, (const char *)samples, sizeof samples, NULL));
}

static void
write_sound(const char *name, int format, int channels, int rate, gint16 first)
{
  g_autofree char *path = path_of(name);
  SF_INFO info = {.samplerate = rate, .channels = channels, .format = format};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);

  g_assert_nonnull(file);
  for (gint16 i = 0; i < FRAMES; i++) {
    gint16 frame[2] = {(gint16)(first + i), (gint16) - (first + i)};

    g_assert_cmpint(sf_writef_short(file, frame, 1), ==, 1);
  }
  sf_close(file);
}

static gboolean
add(RbImage *image, const char *name, RbAudioForm form, gint64 first, gint64 frames, GError **error)
{
  g_autofree char *path = path_of(name);

  return rb_image_add_file(image, path, form, first, frames, error);
}

static void
assert_reads(RbImage *image, gint64 first, const gint16 *left, gsize frames)
{
  g_autofree gint16 *samples = g_new(gint16, 2 * frames);
  g_autoptr(GError) error = NULL;

  rb_image_read(image, first, samples, frames, &error);
  g_assert_no_error(error);
  for (gsize i = 0; i < frames; i++) {
    g_assert_cmpint(samples[2 * i], ==, left[i]);
    g_assert_cmpint(samples[2 * i + 1], ==, -left[i]);
  }
}

/* Six files, more than are kept open, of all forms, with silence between. Whatever is asked for,
 * in any order, is what the list of expected frames says. */
static void
test_any_order(void)
{
  static const struct {
    const char *name;
    RbAudioForm form;
    gint16 first;
  } files[] = {
      {"a.bin", RB_AUDIO_RAW_LITTLE_ENDIAN, 1000}, {"b.raw", RB_AUDIO_RAW_BIG_ENDIAN, 3000},
      {"c.wav", RB_AUDIO_SOUND_FILE, 5000},        {"d.flac", RB_AUDIO_SOUND_FILE, 7000},
      {"e.aiff", RB_AUDIO_SOUND_FILE, 9000},       {"f.bin", RB_AUDIO_RAW_LITTLE_ENDIAN, 11000},
  };
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(GArray) expected = g_array_new(FALSE, TRUE, sizeof(gint16));

  for (gsize f = 0; f < G_N_ELEMENTS(files); f++) {
    g_autoptr(GError) error = NULL;
    gint64 first = (gint64)f * 7, frames = f % 2 ? -1 : 500;

    add(image, files[f].name, files[f].form, first, frames, &error);
    g_assert_no_error(error);
    for (gint64 i = 0; i < (frames < 0 ? FRAMES - first : frames); i++) {
      gint16 value = (gint16)(files[f].first + first + i);

      g_array_append_val(expected, value);
    }
    rb_image_add_silence(image, (gint64)f * 11);
    g_array_set_size(expected, expected->len + (guint)f * 11);
  }
  g_assert_cmpint(rb_image_frames(image), ==, expected->len);
  assert_reads(image, 0, (const gint16 *)(gpointer)expected->data, expected->len);
  for (int i = 0; i < 300; i++) {
    gint32 first = g_test_rand_int_range(0, (gint32)expected->len);
    gint32 frames = g_test_rand_int_range(0, (gint32)expected->len - first);

    assert_reads(image, first, &g_array_index(expected, gint16, (guint)first), (gsize)frames);
  }
}

static void
test_zeros_past_the_end(void)
{
  g_autoptr(RbImage) image = rb_image_new();
  const gint16 expected[] = {1998, 1999, 0, 0};

  g_assert_true(add(image, "a.bin", RB_AUDIO_RAW_LITTLE_ENDIAN, 0, -1, NULL));
  assert_reads(image, FRAMES - 2, expected, G_N_ELEMENTS(expected));
  assert_reads(image, FRAMES + 5, expected + 2, 2);
  g_autoptr(RbImage) nothing = rb_image_new();

  assert_reads(nothing, 0, expected + 2, 2);
}

static void
assert_piece(const RbImage *image, gint64 frame, const char *name, gint64 first_frame,
             gint64 frames)
{
  g_autofree char *path = name != NULL ? path_of(name) : NULL;
  RbImagePiece piece;

  g_assert_true(rb_image_piece(image, frame, &piece));
  g_assert_cmpstr(piece.path, ==, path);
  g_assert_cmpint(piece.frames, ==, frames);
  if (name != NULL)
    g_assert_cmpint(piece.first_frame, ==, first_frame);
}

static void
test_pieces(void)
{
  g_autoptr(RbImage) image = rb_image_new();
  RbImagePiece piece;

  write_raw("piece.bin", 1, FALSE);
  g_assert_false(rb_image_piece(image, 0, &piece));
  rb_image_add_silence(image, 50);
  g_assert_true(add(image, "piece.bin", RB_AUDIO_RAW_LITTLE_ENDIAN, 100, 200, NULL));
  rb_image_add_silence(image, 10);
  assert_piece(image, 0, NULL, 0, 50);
  assert_piece(image, 49, NULL, 0, 1);
  assert_piece(image, 50, "piece.bin", 100, 200);
  assert_piece(image, 249, "piece.bin", 299, 1);
  assert_piece(image, 255, NULL, 0, 5);
  g_assert_false(rb_image_piece(image, 260, &piece));
}

static void
test_refusals(void)
{
  static const struct {
    const char *name;
    gint64 first, frames;
    RbError code;
    const char *says;
  } cases[] = {
      {"none.wav", 0, -1, RB_ERROR_FILE, "No such file"},
      {"mono.wav", 0, -1, RB_ERROR_FORMAT, "44100 Hz, 1 channel, 16 bit; a disc holds"},
      {"rate.wav", 0, -1, RB_ERROR_FORMAT, "48000 Hz, 2 channels, 16 bit; a disc holds"},
      {"deep.wav", 0, -1, RB_ERROR_FORMAT, "44100 Hz, 2 channels, not 16 bit; a disc holds"},
      {"c.wav", 0, FRAMES + 1, RB_ERROR_FORMAT, "1000 frames; frames 0 to 1001 are needed"},
      {"c.wav", FRAMES + 1, -1, RB_ERROR_FORMAT, "1000 frames; frames 1001 to 1001 are needed"},
      {"c.wav", 1, G_MAXINT64 - 1, RB_ERROR_FORMAT, "are needed"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(RbImage) image = rb_image_new();
    g_autoptr(GError) error = NULL;

    g_assert_false(
        add(image, cases[i].name, RB_AUDIO_SOUND_FILE, cases[i].first, cases[i].frames, &error));
    g_assert_error(error, RB_ERROR, (int)cases[i].code);
    g_assert_nonnull(strstr(error->message, cases[i].name));
    if (strstr(error->message, cases[i].says) == NULL)
      g_error("\"%s\" does not say \"%s\"", error->message, cases[i].says);
  }
}

/* A file that gets shorter after it was opened. */
static void
test_truncated(void)
{
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = path_of("short.bin");
  gint16 samples[2 * FRAMES];

  write_raw("short.bin", 1, FALSE);
  g_assert_true(add(image, "short.bin", RB_AUDIO_RAW_LITTLE_ENDIAN, 0, -1, NULL));
  g_assert_true(g_file_set_contents(path, "abcd", 4, NULL));
  /* Others push the first out, so that it is opened again. */
  for (int i = 0; i < 4; i++) {
    static const char *const names[] = {"a.bin", "f.bin", "c.wav", "d.flac"};

    g_assert_true(add(image, names[i], i < 2 ? RB_AUDIO_RAW_LITTLE_ENDIAN : RB_AUDIO_SOUND_FILE, 0,
                      -1, NULL));
  }
  g_assert_false(rb_image_read(image, 0, samples, FRAMES, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FILE);
  g_assert_nonnull(strstr(error->message, "short.bin: the file ends at frame 1"));
}

static void
write_files(void)
{
  write_raw("a.bin", 1000, FALSE);
  write_raw("b.raw", 3000, TRUE);
  write_sound("c.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 2, 44100, 5000);
  write_sound("d.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 2, 44100, 7000);
  write_sound("e.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16, 2, 44100, 9000);
  write_raw("f.bin", 11000, FALSE);
  write_sound("mono.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, 44100, 0);
  write_sound("rate.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 2, 48000, 0);
  write_sound("deep.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 2, 44100, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  folder = g_dir_make_tmp("segue-XXXXXX", NULL);
  write_files();
  g_test_add_func("/image/any_order", test_any_order);
  g_test_add_func("/image/zeros_past_the_end", test_zeros_past_the_end);
  g_test_add_func("/image/pieces", test_pieces);
  g_test_add_func("/image/refusals", test_refusals);
  g_test_add_func("/image/truncated", test_truncated);
  int status = g_test_run();

  discs_remove_folder(folder);
  g_free(folder);
  return status;
}
