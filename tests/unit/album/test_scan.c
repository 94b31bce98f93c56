/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "album/audio/scan.h"
#include "album/error.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES 10000

static AlScan
scan_samples(const double *samples, gint64 frames)
{
  g_autoptr(AlSource) source = test_source_new(samples, frames, 44100);
  g_autoptr(GError) error = NULL;
  AlScan scan;

  g_assert_true(al_scan(source, &scan, NULL, &error));
  g_assert_no_error(error);
  g_assert_cmpint(scan.frames, ==, frames);
  return scan;
}

static void
test_levels(void)
{
  g_autofree double *samples = g_new0(double, 2 * FRAMES);
  AlScan scan;

  for (int i = 0; i < FRAMES; i++) {
    samples[2 * i] = i % 2 == 0 ? 0.5 : -0.25;
    samples[2 * i + 1] = -0.125;
  }
  samples[2 * 70] = 1;
  samples[2 * 71] = -1;
  samples[2 * 72 + 1] = -1.5;
  samples[2 * 73 + 1] = nextafter(1, 2);
  scan = scan_samples(samples, FRAMES);
  g_assert_cmpfloat(scan.peak[0], ==, 1);
  g_assert_cmpfloat(scan.peak[1], ==, 1.5);
  g_assert_cmpint(scan.over_full_scale[0], ==, 0);
  g_assert_cmpint(scan.over_full_scale[1], ==, 2);
  g_assert_cmpfloat_with_epsilon(scan.mean[0], 0.125 - 0.25 / FRAMES, 1e-12);
  g_assert_cmpfloat_with_epsilon(scan.mean[1], -0.125 - 0.25 / FRAMES, 1e-12);
}

static void
test_silence(void)
{
  g_autofree double *samples = g_new0(double, 2 * FRAMES);
  AlScan scan = scan_samples(samples, FRAMES);

  g_assert_cmpint(scan.leading_silence_frames, ==, FRAMES);
  g_assert_cmpint(scan.trailing_silence_frames, ==, FRAMES);
  samples[2 * 100 + 1] = 1e-30;
  samples[2 * 5000] = -1;
  scan = scan_samples(samples, FRAMES);
  g_assert_cmpint(scan.leading_silence_frames, ==, 100);
  g_assert_cmpint(scan.trailing_silence_frames, ==, FRAMES - 5001);
  scan = scan_samples(samples, 0);
  g_assert_cmpint(scan.leading_silence_frames, ==, 0);
  g_assert_cmpfloat(scan.mean[0], ==, 0);
}

static void
test_grid(void)
{
  g_autofree double *samples = g_new0(double, 2 * FRAMES);

  samples[2 * 9] = -1;
  samples[2 * 9999 + 1] = 32767 / 32768.0;
  g_assert_true(scan_samples(samples, FRAMES).on_16_bit_grid);
  samples[2 * 9999 + 1] = 32766.5 / 32768.0;
  g_assert_false(scan_samples(samples, FRAMES).on_16_bit_grid);
}

static void
test_failure(void)
{
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(AlSource) source = test_source_new_failing(noise, FRAMES, 44100, 5000);
  g_autoptr(GError) error = NULL;
  AlScan scan;

  g_assert_false(al_scan(source, &scan, NULL, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

static void
test_cancelled(void)
{
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(AlSource) source = test_source_new(noise, FRAMES, 44100);
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;
  AlScan scan;

  g_cancellable_cancel(cancellable);
  g_assert_false(al_scan(source, &scan, cancellable, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
}

static gpointer
scan_mix(gpointer path)
{
  AlScan *scan = g_new(AlScan, 1);
  g_autoptr(GError) error = NULL;

  g_assert_true(al_mix_scan(path, scan, NULL, &error));
  g_assert_no_error(error);
  return scan;
}

static void
test_mixes_on_threads(void)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "mix.flac", NULL);
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  GThread *threads[3];

  test_sound_file_write(path, SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 48000, 2, noise, FRAMES);
  for (int i = 0; i < 3; i++)
    threads[i] = g_thread_new("scan", scan_mix, path);
  for (int i = 0; i < 3; i++) {
    g_autofree AlScan *scan = g_thread_join(threads[i]);

    g_assert_cmpint(scan->frames, ==, FRAMES);
    g_assert_cmpfloat_with_epsilon(scan->peak[0], 0.5, 0.001);
  }
  test_folder_remove(folder);
}

static void
test_bad_mix(void)
{
  char *folder = test_folder_new();
  g_autofree char *path = g_build_filename(folder, "mix.wav", NULL);
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(GError) error = NULL;
  AlScan scan;

  noise[2 * 7777] = NAN;
  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 2, noise, FRAMES);
  g_assert_false(al_mix_scan(path, &scan, NULL, &error));
  g_assert_nonnull(strstr(error->message, "frame 7777"));
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/scan/levels", test_levels);
  g_test_add_func("/scan/silence", test_silence);
  g_test_add_func("/scan/grid", test_grid);
  g_test_add_func("/scan/failure", test_failure);
  g_test_add_func("/scan/cancelled", test_cancelled);
  g_test_add_func("/scan/mixes_on_threads", test_mixes_on_threads);
  g_test_add_func("/scan/bad_mix", test_bad_mix);
  return g_test_run();
}
