/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison_shift.h"

#include <sndfile.h>

#include "tests/support/sound_file.h"
#include "tests/support/stream.h"
#include "tests/support/takes.h"

#define SECOND 44100

static char *folder;

static gint64
find(const char *a_path, const char *b_path)
{
  g_autoptr(AlRecording) a = al_recording_new_file(a_path, NULL);
  g_autoptr(AlRecording) b = al_recording_new_file(b_path, NULL);
  AlRecordingPair pair = {.a = a, .b = b, .offset_frames = 12345};
  const AlJob job = {.threads = 1};
  g_autoptr(GError) error = NULL;

  g_assert_true(al_comparison_shift_find(&pair, &job, &error));
  g_assert_no_error(error);
  return pair.offset_frames;
}

static gint64
find_takes(const TestTake *a, const TestTake *b)
{
  g_autofree char *a_path = g_build_filename(folder, "a.wav", NULL);
  g_autofree char *b_path = g_build_filename(folder, "b.wav", NULL);

  test_take_write(a_path, a);
  test_take_write(b_path, b);
  return find(a_path, b_path);
}

static void
test_shifts(void)
{
  static const gint64 shifts[] = {1, -667, 4 * SECOND + 17};
  const TestTake a = {.frames = 7 * SECOND};

  for (gsize i = 0; i < G_N_ELEMENTS(shifts); i++) {
    const TestTake same = {.frames = 8 * SECOND, .later = shifts[i]};
    const TestTake inverted = {.frames = 7 * SECOND, .later = shifts[i], .gain = -0.3};

    g_assert_cmpint(find_takes(&a, &same), ==, shifts[i]);
    g_assert_cmpint(find_takes(&a, &inverted), ==, shifts[i]);
  }
}

static void
test_short(void)
{
  const TestTake a = {.frames = 3000}, b = {.frames = 2500, .later = -500};

  g_assert_cmpint(find_takes(&a, &b), ==, -500);
}

static void
write_samples(const char *path, double *samples, gsize frames)
{
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, SECOND, 2, samples, (gint64)frames);
  g_free(samples);
}

/* A tone is alike at each of its periods: the smallest shift is the one that is meant. Other music
 * is alike nowhere. */
static void
test_doubtful(void)
{
  g_autofree char *tone = g_build_filename(folder, "tone.wav", NULL);
  g_autofree char *one = g_build_filename(folder, "one.wav", NULL);
  g_autofree char *other = g_build_filename(folder, "other.wav", NULL);
  g_autofree char *silence = g_build_filename(folder, "silence.wav", NULL);

  write_samples(tone, signal_sine(4 * SECOND, SECOND, 441, 0.5), 4 * SECOND);
  g_assert_cmpint(find(tone, tone), ==, 0);
  write_samples(one, signal_noise(4 * SECOND, 1, 0.5), 4 * SECOND);
  write_samples(other, signal_noise(4 * SECOND, 2, 0.5), 4 * SECOND);
  g_assert_cmpint(find(one, other), ==, 0);
  write_samples(silence, signal_silence(4 * SECOND), 4 * SECOND);
  g_assert_cmpint(find(silence, one), ==, 0);
  g_assert_cmpint(find(one, silence), ==, 0);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/comparison_shift/shifts", test_shifts);
  g_test_add_func("/comparison_shift/short", test_short);
  g_test_add_func("/comparison_shift/doubtful", test_doubtful);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
