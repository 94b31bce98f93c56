/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "album/audio/float_store.h"
#include "album/error.h"
#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define FRAMES 100000

static AlFloatStore *
store_samples(const double *samples, const char *folder, GError **error)
{
  g_autoptr(AlSource) source = test_source_new(samples, FRAMES, 48000);

  return al_float_store_new(source, folder, NULL, error);
}

/* Removes a folder in which nothing may be left. */
static void
remove_empty_folder(char *folder)
{
  g_assert_cmpint(g_rmdir(folder), ==, 0);
  g_free(folder);
}

static void
test_round_trip(void)
{
  char *folder = test_folder_new();
  g_autofree double *noise = test_noise(4, 1, FRAMES);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlFloatStore) store = store_samples(noise, folder, &error);

  g_assert_no_error(error);
  g_assert_cmpint(al_float_store_frames(store), ==, FRAMES);
  for (gint64 first = 0; first <= FRAMES; first += 33333) {
    g_autoptr(AlSource) reader = al_float_store_open(store, first);
    gint64 frames;
    g_autofree double *out = test_read_all(reader, &frames);

    g_assert_cmpint(reader->rate, ==, 48000);
    g_assert_cmpint(frames, ==, FRAMES - first);
    for (gint64 i = 0; i < 2 * frames; i++)
      g_assert_cmpfloat(out[i], ==, (double)(float)noise[2 * first + i]);
  }
  remove_empty_folder(folder);
}

static void
test_part(void)
{
  g_autofree double *noise = test_noise(4, 1, FRAMES);
  g_autoptr(AlFloatStore) store = store_samples(noise, g_get_tmp_dir(), NULL);

  for (gint64 first = 0; first <= FRAMES; first += FRAMES / 4) {
    g_autoptr(AlSource) part = al_float_store_open_part(store, first, (FRAMES - first) / 3);
    gint64 frames;
    g_autofree double *out = test_read_all(part, &frames);

    g_assert_cmpint(part->frames, ==, (FRAMES - first) / 3);
    g_assert_cmpint(frames, ==, part->frames);
    for (gint64 i = 0; i < 2 * frames; i++)
      g_assert_cmpfloat(out[i], ==, (double)(float)noise[2 * first + i]);
  }
}

/* 24-bit audio keeps its bits, and two readers do not disturb each other. */
static void
test_two_readers(void)
{
  g_autofree double *noise = test_noise(1, 1, FRAMES);
  g_autoptr(AlFloatStore) store = NULL;
  g_autoptr(AlSource) a = NULL;
  g_autoptr(AlSource) b = NULL;
  double block_a[2 * 1000], block_b[2 * 1000];

  for (gint64 i = 0; i < 2 * FRAMES; i++)
    noise[i] = floor(noise[i] * 8388608) / 8388608;
  store = store_samples(noise, g_get_tmp_dir(), NULL);
  a = al_float_store_open(store, 0);
  b = al_float_store_open(store, 50000);
  for (gint64 frame = 0; frame < 50000; frame += 1000) {
    g_assert_cmpint(al_source_read(a, block_a, 1000, NULL), ==, 1000);
    g_assert_cmpint(al_source_read(b, block_b, 1000, NULL), ==, 1000);
    g_assert_cmpmem(block_a, sizeof block_a, noise + 2 * frame, sizeof block_a);
    g_assert_cmpmem(block_b, sizeof block_b, noise + 2 * (50000 + frame), sizeof block_b);
  }
}

static void
test_no_folder(void)
{
  g_autofree double *noise = test_noise(1, 1, FRAMES);
  g_autoptr(GError) error = NULL;

  g_assert_null(store_samples(noise, "/nowhere/at/all", &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_true(g_str_has_prefix(error->message, "/nowhere/at/all: "));
}

/* A limit on the size of files fails like a full disk: in the middle of writing. */
static void
test_full_disk(void)
{
  char *folder = test_folder_new();
  g_autofree double *noise = test_noise(1, 1, FRAMES);
  g_autoptr(GError) error = NULL;
  struct rlimit unlimited, limit;

  signal(SIGXFSZ, SIG_IGN);
  g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &unlimited), ==, 0);
  limit = unlimited;
  limit.rlim_cur = 300000;
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null(store_samples(noise, folder, &error));
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &unlimited), ==, 0);
  g_assert_error(error, AL_ERROR, AL_ERROR_WRITE);
  g_assert_true(g_str_has_prefix(error->message, folder));
  remove_empty_folder(folder);
}

static void
test_failing_source(void)
{
  g_autofree double *noise = test_noise(1, 1, FRAMES);
  g_autoptr(AlSource) source = test_source_new_failing(noise, FRAMES, 48000, 50000);
  g_autoptr(GError) error = NULL;

  g_assert_null(al_float_store_new(source, g_get_tmp_dir(), NULL, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
}

static void
test_cancelled(void)
{
  g_autofree double *noise = test_noise(1, 1, FRAMES);
  g_autoptr(AlSource) source = test_source_new(noise, FRAMES, 48000);
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel(cancellable);
  g_assert_null(al_float_store_new(source, g_get_tmp_dir(), cancellable, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_CANCELLED);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/float_store/round_trip", test_round_trip);
  g_test_add_func("/float_store/part", test_part);
  g_test_add_func("/float_store/two_readers", test_two_readers);
  g_test_add_func("/float_store/no_folder", test_no_folder);
  g_test_add_func("/float_store/full_disk", test_full_disk);
  g_test_add_func("/float_store/failing_source", test_failing_source);
  g_test_add_func("/float_store/cancelled", test_cancelled);
  return g_test_run();
}
