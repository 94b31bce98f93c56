/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/limiter.h"

#include "tests/measure/signals.h"

#define RATE 48000

/* The rules of a source: length, alignment, the end; and what it tells of its work. */
static void
test_source(void)
{
  static const gint64 starts[] = {0, RATE};
  g_auto(Signal) signal = signal_new(2 * RATE + 5);
  g_auto(Signal) limited = signal_new(2 * RATE + 5);
  SignalSource source = signal_source(&signal, RATE);
  g_autoptr(AlSource) limiter = NULL;
  AlLimiterSettings settings;

  signal_add_tone(&signal, 1000, 2000, 0.01, 0, 0.5);
  signal_add_tone(&signal, RATE + 20000, 20000, 0.01, 0, 2);
  al_limiter_settings_init(&settings);
  limiter = al_limiter_new(&source.source, &settings, starts, 2);
  g_assert_cmpint(limiter->frames, ==, signal.frames);
  g_assert_cmpint(limiter->rate, ==, RATE);
  g_assert_cmpint(al_source_read(limiter, limited.samples, limited.frames, NULL), ==,
                  signal.frames);
  g_assert_cmpint(al_source_read(limiter, (double[2]){0}, 1, NULL), ==, 0);
  g_assert_cmpmem(limited.samples, 2 * RATE * sizeof(double), signal.samples,
                  2 * RATE * sizeof(double));
  g_assert_true(al_limiter_region(limiter, 0).max_db == 0);
  g_assert_cmpfloat_with_epsilon(al_limiter_region(limiter, 1).max_db, 7.02, 0.02);
  g_assert_cmpfloat_with_epsilon(al_limiter_region(limiter, 1).sustained_db, 7.02, 0.03);
  g_assert_cmpfloat_with_epsilon(al_limiter_whole(limiter).max_db, 7.02, 0.02);
}

static gssize
fail(AlSource *source, double *block, gsize frames, GError **error)
{
  (void)source;
  (void)block;
  (void)frames;
  g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_IO, "broken");
  return -1;
}

static void
test_failure(void)
{
  static const AlSourceClass class = {.read = fail, .free = signal_source_free};
  AlSource broken = {.class = &class, .rate = RATE, .frames = 1000};
  g_autoptr(GError) error = NULL;
  g_autoptr(AlSource) limiter = NULL;
  AlLimiterSettings settings;
  double block[2 * 10];

  al_limiter_settings_init(&settings);
  limiter = al_limiter_new(&broken, &settings, (gint64[]){0}, 1);
  g_assert_cmpint(al_source_read(limiter, block, 10, &error), ==, -1);
  g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_IO);
  g_assert_cmpint(al_source_read(limiter, block, 10, NULL), ==, -1);
}

/* Linked, the quiet channel is turned down with the loud one; not linked, it is left alone. */
static void
test_link(void)
{
  static const double links[] = {0, 0.5, 1};
  double gains[3];

  for (gsize i = 0; i < 3; i++) {
    g_auto(Signal) signal = signal_new(RATE);
    g_auto(Signal) limited = signal_new(RATE);
    SignalSource source = signal_source(&signal, RATE);
    g_autoptr(AlSource) limiter = NULL;
    AlLimiterSettings settings;

    signal_add_tone(&signal, 0, RATE, 0.01, 0, 2);
    for (gsize n = 0; n < RATE; n++)
      signal.samples[2 * n + 1] = 0.1;
    al_limiter_settings_init(&settings);
    settings.link = links[i];
    limiter = al_limiter_new(&source.source, &settings, (gint64[]){0}, 1);
    al_source_read(limiter, limited.samples, RATE, NULL);
    gains[i] = limited.samples[RATE + 1] / 0.1;
  }
  g_assert_true(gains[0] == 1);
  g_assert_cmpfloat_with_epsilon(gains[2], 0.8913 / 2, 1e-3);
  g_assert_cmpfloat_with_epsilon(gains[1], (gains[0] + gains[2]) / 2, 1e-3);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/limiter/source", test_source);
  g_test_add_func("/limiter/failure", test_failure);
  g_test_add_func("/limiter/link", test_link);
  return g_test_run();
}
