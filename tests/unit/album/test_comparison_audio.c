/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison_audio.h"

#include <math.h>
#include <sndfile.h>

#include "album/error.h"
#include "tests/support/sound_file.h"

/* More than two pieces of the comparison. */
#define FRAMES 80000

static char *folder;

/* Writes a float file of a constant that is 1 in `odd_frame` of the left channel. */
static AlRecording *
make(const char *name, gint64 frames, double constant, gint64 odd_frame)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree double *samples = g_new(double, 2 * (gsize)frames);
  AlRecording *recording;

  for (gint64 i = 0; i < 2 * frames; i++)
    samples[i] = constant;
  if (odd_frame >= 0)
    samples[2 * odd_frame] = 1;
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 2, samples, frames);
  recording = al_recording_new_file(path, NULL);
  g_assert_nonnull(recording);
  return recording;
}

static AlAudioDifference
measure(const AlRecording *a, const AlRecording *b, gint64 offset_frames)
{
  const AlRecordingPair pair = {.a = a, .b = b, .offset_frames = offset_frames};
  const AlJob job = {.threads = 1};
  g_autoptr(GError) error = NULL;
  AlAudioDifference difference;

  g_assert_true(al_audio_difference_measure(&pair, &job, &difference, &error));
  g_assert_no_error(error);
  return difference;
}

static void
test_same(void)
{
  g_autoptr(AlRecording) a = make("a.wav", FRAMES, 0.5, -1);
  AlAudioDifference difference = measure(a, a, 0);

  g_assert_cmpint(difference.frames, ==, FRAMES);
  g_assert_cmpint(difference.differing_frames, ==, 0);
  g_assert_cmpint(difference.first_frame, ==, -1);
  g_assert_cmpfloat(difference.energy_a, ==, 0.25 * 2 * FRAMES);
  g_assert_cmpfloat(al_audio_difference_null_db(&difference), ==, -INFINITY);
  g_assert_cmpfloat(al_audio_difference_level_db(&difference), ==, 0);
}

static void
test_one_sample(void)
{
  g_autoptr(AlRecording) a = make("a.wav", FRAMES, 0.5, -1);
  g_autoptr(AlRecording) b = make("b.wav", FRAMES, 0.5, 70000);
  AlAudioDifference difference = measure(a, b, 0);

  g_assert_cmpint(difference.differing_frames, ==, 1);
  g_assert_cmpint(difference.first_frame, ==, 70000);
  g_assert_cmpint(difference.last_frame, ==, 70000);
  g_assert_cmpfloat(difference.largest, ==, 0.5);
  g_assert_cmpfloat_with_epsilon(al_audio_difference_null_db(&difference),
                                 10 * log10(0.25 / (0.25 * 2 * FRAMES)), 1e-9);
}

/* Where one has ended the other is compared with silence. */
static void
test_lengths(void)
{
  g_autoptr(AlRecording) a = make("a.wav", FRAMES, 0.5, -1);
  g_autoptr(AlRecording) b = make("b.wav", FRAMES + 10, 0.5, -1);
  AlAudioDifference difference = measure(a, b, 0);

  g_assert_cmpint(difference.frames, ==, FRAMES + 10);
  g_assert_cmpint(difference.differing_frames, ==, 10);
  g_assert_cmpint(difference.first_frame, ==, FRAMES);
  g_assert_cmpint(difference.last_frame, ==, FRAMES + 9);
}

/* Frame 100 of the one lies beside frame 70 or 130 of the other. */
static void
test_offsets(void)
{
  g_autoptr(AlRecording) a = make("a.wav", FRAMES, 0, 100);
  g_autoptr(AlRecording) later = make("b.wav", FRAMES, 0, 130);
  g_autoptr(AlRecording) earlier = make("c.wav", FRAMES, 0, 70);
  AlAudioDifference difference = measure(a, later, 30);

  g_assert_cmpint(difference.differing_frames, ==, 0);
  g_assert_cmpint(difference.frames, ==, FRAMES + 30);
  difference = measure(a, earlier, -30);
  g_assert_cmpint(difference.differing_frames, ==, 0);
  difference = measure(a, later, -30);
  g_assert_cmpint(difference.differing_frames, ==, 2);
  g_assert_cmpint(difference.first_frame, ==, 100);
  g_assert_cmpint(difference.last_frame, ==, 160);
}

static void
test_levels(void)
{
  g_autoptr(AlRecording) silent = make("a.wav", FRAMES, 0, -1);
  g_autoptr(AlRecording) soft = make("b.wav", FRAMES, 0.125, -1);
  g_autoptr(AlRecording) loud = make("c.wav", FRAMES, 0.25, -1);
  AlAudioDifference difference = measure(soft, loud, 0);

  g_assert_cmpfloat_with_epsilon(al_audio_difference_level_db(&difference), 6.0206, 1e-4);
  g_assert_cmpfloat_with_epsilon(al_audio_difference_null_db(&difference), 0, 1e-9);
  difference = measure(silent, loud, 0);
  g_assert_cmpfloat(al_audio_difference_null_db(&difference), ==, INFINITY);
  g_assert_true(isnan(al_audio_difference_level_db(&difference)));
}

static void
test_cancelled(void)
{
  g_autoptr(AlRecording) a = make("a.wav", FRAMES, 0.5, -1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  const AlRecordingPair pair = {.a = a, .b = a};
  const AlJob job = {.threads = 1, .cancellable = cancellable};
  g_autoptr(GError) error = NULL;
  AlAudioDifference difference;

  g_cancellable_cancel(cancellable);
  g_assert_false(al_audio_difference_measure(&pair, &job, &difference, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  folder = test_folder_new();
  g_test_add_func("/comparison_audio/same", test_same);
  g_test_add_func("/comparison_audio/one_sample", test_one_sample);
  g_test_add_func("/comparison_audio/lengths", test_lengths);
  g_test_add_func("/comparison_audio/offsets", test_offsets);
  g_test_add_func("/comparison_audio/levels", test_levels);
  g_test_add_func("/comparison_audio/cancelled", test_cancelled);
  status = g_test_run();
  test_folder_remove(folder);
  return status;
}
