/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/read_ahead.h"
#include "album/error.h"
#include "tests/support/signal.h"

#define FRAMES 200000

static void
test_same_audio(void)
{
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(AlSource) input = test_source_new(noise, FRAMES, 44100);
  g_autoptr(AlSource) ahead = al_read_ahead_new(input);
  gint64 frames;
  g_autofree double *out = test_read_all(ahead, &frames);

  g_assert_cmpint(ahead->rate, ==, 44100);
  g_assert_cmpmem(out, (gsize)(2 * frames) * sizeof *out, noise, 2 * FRAMES * sizeof *noise);
}

/* The end comes at every place of the ring, and with no more than one block in it. */
static void
test_every_length(void)
{
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);

  for (gint64 length = 1; length < FRAMES; length += AL_BLOCK_FRAMES / 2 - 1) {
    g_autoptr(AlSource) input = test_source_new(noise, length, 44100);
    g_autoptr(AlSource) ahead = al_read_ahead_new(input);
    gint64 frames;
    g_autofree double *out = test_read_all(ahead, &frames);

    g_assert_cmpint(frames, ==, length);
    g_assert_cmpmem(out, (gsize)(2 * frames) * sizeof *out, noise,
                    (gsize)(2 * length) * sizeof *noise);
  }
}

/* Everything before the failure arrives, and then the failure. */
static void
test_failure(void)
{
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(AlSource) input = test_source_new_failing(noise, FRAMES, 44100, 100000);
  g_autoptr(AlSource) ahead = al_read_ahead_new(input);
  g_autoptr(GError) error = NULL;
  double block[2 * AL_BLOCK_FRAMES];
  gint64 frames = 0;
  gssize got;

  while ((got = al_source_read(ahead, block, AL_BLOCK_FRAMES, &error)) > 0)
    frames += got;
  g_assert_cmpint(frames, ==, 100000 / AL_BLOCK_FRAMES * AL_BLOCK_FRAMES);
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_assert_cmpstr(error->message, ==, "made to fail");
}

/* Freed at once, with the ring full, half read, and with an error that nobody asked for. */
static void
test_free_at_any_time(void)
{
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autofree double *block = g_new(double, 2 * FRAMES);

  for (gsize frames = 0; frames <= 60000; frames += 20000)
    for (gulong microseconds = 0; microseconds <= 2000; microseconds += 2000) {
      g_autoptr(AlSource) input = test_source_new_failing(noise, FRAMES, 44100, 150000);
      g_autoptr(AlSource) ahead = al_read_ahead_new(input);

      if (frames > 0)
        g_assert_cmpint(al_source_read(ahead, block, frames, NULL), ==, (gssize)frames);
      g_usleep(microseconds);
    }
}

typedef struct {
  AlSource source;
  GThread *reader;
} ThreadSource;

static gssize
thread_source_read(AlSource *source, double *block, gsize frames, GError **error)
{
  (void)block;
  (void)frames;
  (void)error;
  ((ThreadSource *)source)->reader = g_thread_self();
  return 0;
}

static void
thread_source_free(AlSource *source)
{
  (void)source;
}

static void
test_own_thread(void)
{
  static const AlSourceClass class = {thread_source_read, thread_source_free};
  ThreadSource input = {{.class = &class, .rate = 44100}, NULL};
  AlSource *ahead = al_read_ahead_new(&input.source);
  double block[2];

  g_assert_cmpint(al_source_read(ahead, block, 1, NULL), ==, 0);
  al_source_free(ahead);
  g_assert_nonnull(input.reader);
  g_assert_true(input.reader != g_thread_self());
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read_ahead/same_audio", test_same_audio);
  g_test_add_func("/read_ahead/every length", test_every_length);
  g_test_add_func("/read_ahead/failure", test_failure);
  g_test_add_func("/read_ahead/free_at_any_time", test_free_at_any_time);
  g_test_add_func("/read_ahead/own_thread", test_own_thread);
  return g_test_run();
}
