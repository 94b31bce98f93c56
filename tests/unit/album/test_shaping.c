/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/shaping.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 48000
#define FRAMES ((gsize)(2 * RATE))

/* The level of a sine in one channel behind the shaping; `right` turns the right channel over. */
static double
level_db(const AlShaping *shaping, double hz, double right)
{
  g_autofree double *samples = signal_sine(FRAMES, RATE, hz, 0.5);
  g_autofree double *out = NULL;
  g_autoptr(AlSource) source = NULL;

  for (gsize i = 0; i < FRAMES; i++)
    samples[2 * i + 1] *= right;
  source = al_shaping_new(stream_new(samples, (gint64)FRAMES, RATE), shaping, NULL);
  g_assert_cmpint(source->frames, ==, FRAMES);
  out = stream_read_all(source, 4096);
  return 20 * log10(signal_amplitude(out, FRAMES / 4, 3 * FRAMES / 4, 0, hz / RATE) / 0.5);
}

static void
test_response(void)
{
  static const AlShaping shaping = {.mono_below_hz = 150, .high_pass_hz = 30, .low_pass_hz = 16000};

  g_assert_cmpfloat_with_epsilon(level_db(&shaping, 1000, 1), 0, 0.01);
  g_assert_cmpfloat_with_epsilon(level_db(&shaping, 1000, -1), 0, 0.05);
  g_assert_cmpfloat_with_epsilon(level_db(&shaping, 30, 1), -3.01, 0.1);
  g_assert_cmpfloat_with_epsilon(level_db(&shaping, 16000, 1), -3.01, 0.1);
  g_assert_cmpfloat(level_db(&shaping, 10, 1), <, -35);
  g_assert_cmpfloat_with_epsilon(level_db(&shaping, 80, 1), 0, 0.2);
  g_assert_cmpfloat_with_epsilon(level_db(&shaping, 150, -1), -3.01, 0.2);
  g_assert_cmpfloat(level_db(&shaping, 60, -1), <, -24);
}

/* Nothing asked for, nothing done: the samples pass with their bits. */
static void
test_nothing(void)
{
  static const AlShaping none;
  const AlShaping *const kinds[] = {NULL, &none};
  g_autofree double *samples = signal_noise(FRAMES, 3, 0.9);

  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_autoptr(AlSource) source =
        al_shaping_new(stream_new(samples, (gint64)FRAMES, RATE), kinds[i], NULL);
    g_autofree double *out = stream_read_all(source, 4096);

    g_assert_cmpmem(out, 2 * FRAMES * sizeof *out, samples, 2 * FRAMES * sizeof *samples);
  }
  g_assert_true(al_shaping_equal(NULL, &none));
  g_assert_false(al_shaping_equal(NULL, &(AlShaping){.low_pass_hz = 16000}));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/shaping/response", test_response);
  g_test_add_func("/shaping/nothing", test_nothing);
  return g_test_run();
}
