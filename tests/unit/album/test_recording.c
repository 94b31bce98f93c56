/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/recording.h"

#include <sndfile.h>

#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES 1000

static char *folder;
static int *integers; /* FRAMES, 16 bits of 32 */

static char *
write_file(const char *name)
{
  char *path = g_build_filename(folder, name, NULL);

  test_sound_file_write_integers(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100, 2, integers,
                                 FRAMES);
  return path;
}

/* What a stretch has to give at a frame of the recording. */
static double
expected(gint64 frame, int channel)
{
  return frame < 0 || frame >= FRAMES ? 0 : integers[2 * frame + channel] / 2147483648.0;
}

static void
assert_stretches(const AlRecording *recording)
{
  static const gint64 stretches[][2] = {{0, FRAMES}, {-100, 50},   {900, 1200}, {-300, 1300},
                                        {-50, -10},  {1000, 1010}, {5, 5},      {-20, 0}};

  for (gsize i = 0; i < G_N_ELEMENTS(stretches); i++) {
    gint64 first = stretches[i][0], end = stretches[i][1], frames;
    g_autoptr(GError) error = NULL;
    g_autoptr(AlSource) source = al_recording_open(recording, first, end, &error);
    g_autofree double *samples = NULL;

    g_assert_no_error(error);
    g_assert_cmpint(source->rate, ==, 44100);
    samples = test_read_all(source, &frames);
    g_assert_cmpint(frames, ==, end - first);
    for (gint64 frame = first; frame < end; frame++)
      for (int channel = 0; channel < 2; channel++)
        g_assert_cmpfloat(samples[2 * (frame - first) + channel], ==, expected(frame, channel));
  }
}

static void
test_file(void)
{
  g_autofree char *path = write_file("a.wav");
  g_autoptr(GError) error = NULL;
  g_autoptr(AlRecording) recording = al_recording_new_file(path, &error);

  g_assert_no_error(error);
  g_assert_cmpstr(recording->name, ==, "a.wav");
  g_assert_cmpint(recording->frames, ==, FRAMES);
  assert_stretches(recording);
}

static void
test_image(void)
{
  g_autofree char *path = write_file("b.wav");
  g_autoptr(RbImage) image = rb_image_new();
  g_autoptr(AlRecording) recording = NULL;

  g_assert_true(rb_image_add_file(image, path, RB_AUDIO_SOUND_FILE, 0, -1, NULL));
  recording = al_recording_new_image(image, "disc", FRAMES);
  assert_stretches(recording);
}

static void
test_no_file(void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null(al_recording_new_file("/nowhere.wav", &error));
  g_assert_nonnull(error);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  integers = g_new(int, 2 * FRAMES);
  for (int i = 0; i < 2 * FRAMES; i++)
    integers[i] = g_test_rand_int_range(-32768, 32768) * 65536;
  g_test_add_func("/recording/file", test_file);
  g_test_add_func("/recording/image", test_image);
  g_test_add_func("/recording/no_file", test_no_file);
  status = g_test_run();
  g_free(integers);
  test_folder_remove(folder);
  return status;
}
