/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a source are tested in tests/property/test_sources.c. */
#include "album/audio/silent_head.h"

#include "tests/support/signal.h"

#define FRAMES 5000

static void
test_zeros_then_audio(gconstpointer data)
{
  gint64 silent = GPOINTER_TO_INT(data), frames;
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(AlSource) input = test_source_new(noise, FRAMES, 48000);
  g_autoptr(AlSource) source = al_silent_head_new(input, silent);
  g_autofree double *read = test_read_all(source, &frames);

  g_assert_cmpint(source->rate, ==, 48000);
  g_assert_cmpint(source->frames, ==, silent + FRAMES);
  g_assert_cmpint(frames, ==, silent + FRAMES);
  for (gint64 i = 0; i < 2 * silent; i++)
    g_assert_cmpfloat(read[i], ==, 0);
  g_assert_cmpmem(read + 2 * silent, 2 * FRAMES * sizeof *read, noise, 2 * FRAMES * sizeof *noise);
}

/* The input may have been read from. */
static void
test_what_is_left(void)
{
  g_autofree double *noise = test_noise(0.5, 1, FRAMES);
  g_autoptr(AlSource) input = test_source_new(noise, FRAMES, 48000);
  g_autoptr(AlSource) source = NULL;
  double frame[2 * 2] = {1, 1, 1, 1};

  g_assert_true(al_source_skip(input, 10, NULL));
  source = al_silent_head_new(input, 1);
  g_assert_cmpint(al_source_read(source, frame, 2, NULL), ==, 2);
  g_assert_true(frame[0] == 0 && frame[1] == 0);
  g_assert_cmpfloat(frame[2], ==, noise[2 * 10]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/silent_head/none", GINT_TO_POINTER(0), test_zeros_then_audio);
  g_test_add_data_func("/silent_head/some", GINT_TO_POINTER(777), test_zeros_then_audio);
  g_test_add_func("/silent_head/what is left", test_what_is_left);
  return g_test_run();
}
