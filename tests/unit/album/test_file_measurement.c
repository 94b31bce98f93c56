/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/file_measurement.h"

#include <sndfile.h>
#include <string.h>

#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define RATE 44100

/* A folder with a.wav (5 s of a tone, stereo), b.wav (1 s, mono, 48 kHz) and c.wav (no audio). */
static char *
make_folder(void)
{
  char *folder = test_folder_new();
  g_autofree char *a = g_build_filename(folder, "a.wav", NULL);
  g_autofree char *b = g_build_filename(folder, "b.wav", NULL);
  g_autofree char *c = g_build_filename(folder, "c.wav", NULL);
  g_autofree double *tone = test_sine(1000, 0.1, RATE, 5 * RATE);

  for (gsize i = 0; i < 5 * RATE; i++)
    tone[2 * i + 1] *= 0.5;
  test_sound_file_write(a, SF_FORMAT_WAV | SF_FORMAT_PCM_24, RATE, 2, tone, 5 * RATE);
  test_sound_file_write(b, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 1, tone, 48000);
  g_assert_true(g_file_set_contents(c, "not audio", -1, NULL));
  return folder;
}

static char **
paths_in(const char *folder, const char *names)
{
  char **paths = g_strsplit(names, " ", 0);

  for (char **path = paths; *path != NULL; path++) {
    char *joined = g_build_filename(folder, *path, NULL);

    g_free(*path);
    *path = joined;
  }
  return paths;
}

static AlFileMeasurements *
measure(const char *folder, const char *names, guint threads)
{
  g_auto(GStrv) paths = paths_in(folder, names);
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = threads};
  AlFileMeasurements *measurements = al_file_measurements_new(paths, &job, &error);

  g_assert_no_error(error);
  return measurements;
}

static void
test_files_and_album(void)
{
  char *folder = make_folder();
  g_autoptr(AlFileMeasurements) measurements = measure(folder, "a.wav c.wav b.wav gone.wav", 2);
  const AlFileMeasurement *a = al_file_measurements_get(measurements, 0);
  const AlFileMeasurement *c = al_file_measurements_get(measurements, 1);
  const AlFileMeasurement *b = al_file_measurements_get(measurements, 2);
  const AlFileMeasurement *gone = al_file_measurements_get(measurements, 3);

  g_assert_cmpuint(measurements->files->len, ==, 4);
  g_assert_cmpuint(measurements->measured, ==, 2);
  g_assert_true(g_str_has_suffix(a->path, "a.wav"));
  g_assert_cmpint(al_measurement_get(a->measurement)->frames, ==, 5 * RATE);
  g_assert_cmpint(a->info.bits, ==, 24);
  g_assert_cmpfloat_with_epsilon(al_file_measurement_seconds(b), 1, 1e-9);
  g_assert_null(c->measurement);
  g_assert_nonnull(strstr(c->error->message, "c.wav"));
  g_assert_null(gone->measurement);
  g_assert_nonnull(strstr(gone->error->message, "gone.wav"));
  g_assert_cmpfloat_with_epsilon(measurements->album_seconds, 6, 1e-9);
  g_assert_cmpint(measurements->album.frames, ==, 5 * RATE + 48000);
  test_folder_remove(folder);
}

static void
test_threads_change_nothing(void)
{
  char *folder = make_folder();
  g_autoptr(AlFileMeasurements) one = measure(folder, "a.wav b.wav a.wav", 1);
  g_autoptr(AlFileMeasurements) four = measure(folder, "a.wav b.wav a.wav", 4);

  g_assert_cmpmem(&one->album, sizeof one->album, &four->album, sizeof four->album);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpmem(
        al_measurement_get(al_file_measurements_get(one, i)->measurement), sizeof(AlMeasured),
        al_measurement_get(al_file_measurements_get(four, i)->measurement), sizeof(AlMeasured));
  test_folder_remove(folder);
}

static void
test_nothing_readable(void)
{
  char *folder = make_folder();
  g_autoptr(AlFileMeasurements) measurements = measure(folder, "c.wav", 1);
  g_autoptr(RbFindings) findings = rb_findings_new();

  g_assert_cmpuint(measurements->measured, ==, 0);
  al_file_measurements_judge(measurements, findings);
  g_assert_cmpuint(rb_findings_count(findings), ==, 0);
  test_folder_remove(folder);
}

static void
test_interrupted(void)
{
  char *folder = make_folder();
  g_auto(GStrv) paths = paths_in(folder, "a.wav b.wav");
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;
  const AlJob job = {.threads = 1, .cancellable = cancellable};

  g_cancellable_cancel(cancellable);
  g_assert_null(al_file_measurements_new(paths, &job, &error));
  g_assert_nonnull(error);
  test_folder_remove(folder);
}

static void
note_progress(const char *stage, double share, gpointer data)
{
  double *last = data;

  g_assert_cmpstr(stage, ==, "Measuring");
  g_assert_cmpfloat(share, >=, *last);
  *last = share;
}

static void
test_progress(void)
{
  char *folder = make_folder();
  g_auto(GStrv) paths = paths_in(folder, "a.wav c.wav b.wav");
  double last = 0;
  const AlJob job = {.threads = 2, .progress = note_progress, .data = &last};
  g_autoptr(AlFileMeasurements) measurements = al_file_measurements_new(paths, &job, NULL);

  g_assert_nonnull(measurements);
  g_assert_true(last == 1);
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/file_measurement/files_and_album", test_files_and_album);
  g_test_add_func("/file_measurement/threads_change_nothing", test_threads_change_nothing);
  g_test_add_func("/file_measurement/nothing_readable", test_nothing_readable);
  g_test_add_func("/file_measurement/interrupted", test_interrupted);
  g_test_add_func("/file_measurement/progress", test_progress);
  return g_test_run();
}
