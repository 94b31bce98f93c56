/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/groove.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 48000
#define FRAMES ((gsize)(4 * RATE))

static AlGrooveTrouble
trouble_of(const double *samples, gsize block_frames)
{
  g_autoptr(AlGroove) groove = al_groove_new(RATE);

  for (gsize done = 0; done < FRAMES; done += block_frames)
    al_groove_feed(groove, samples + 2 * done, MIN(block_frames, FRAMES - done));
  return al_groove_trouble(groove);
}

/* The right channel of a bass of 60 Hz against the left one. */
static void
test_bass(void)
{
  static const struct {
    double right, side_db, correlation;
  } rows[] = {{1, -HUGE_VAL, 1}, {-1, HUGE_VAL, -1}, {0, 0, 1}, {0.5, -9.54, 1}};

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree double *samples = signal_sine(FRAMES, RATE, 60, 0.5);
    AlGrooveTrouble trouble;

    for (gsize k = 0; k < FRAMES; k++)
      samples[2 * k + 1] *= rows[i].right;
    trouble = trouble_of(samples, 4096);
    if (isinf(rows[i].side_db))
      g_assert_true(rows[i].side_db < 0 ? trouble.side_db < -200 : trouble.side_db > 200);
    else
      g_assert_cmpfloat_with_epsilon(trouble.side_db, rows[i].side_db, 0.01);
    g_assert_cmpfloat_with_epsilon(trouble.correlation, rows[i].correlation, 1e-6);
    g_assert_cmpuint(trouble.sibilant_stretches, ==, 0);
  }
}

/* What is wide above the bass does not count. */
static void
test_above_bass(void)
{
  g_autofree double *low = signal_sine(FRAMES, RATE, 60, 0.3);
  g_autofree double *high = signal_sine(FRAMES, RATE, 1500, 0.5);

  for (gsize k = 0; k < FRAMES; k++) {
    low[2 * k] += high[2 * k];
    low[2 * k + 1] -= high[2 * k + 1];
  }
  g_assert_cmpfloat(trouble_of(low, 4096).side_db, <, -50);
  g_assert_cmpfloat(trouble_of(low, 4096).correlation, >, 0.999);
}

/* A burst of 7 kHz from 2.0 to 2.5 s is ten stretches of 50 ms; quiet ones, and ones below much
 * louder music, are none. */
static void
test_sibilance(void)
{
  static const struct {
    double burst, music;
    guint stretches;
  } rows[] = {{0.5, 0.1, 10}, {0.05, 0.01, 0}, {0.25, 0.9, 0}};

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree double *samples = signal_sine(FRAMES, RATE, 400, rows[i].music);
    g_autofree double *burst = signal_sine(FRAMES, RATE, 7000, rows[i].burst);
    AlGrooveTrouble trouble;

    for (gsize k = 2 * 2 * RATE; k < 2 * 5 * RATE / 2; k++)
      samples[k] += burst[k];
    trouble = trouble_of(samples, 4096);
    g_assert_cmpuint(trouble.sibilant_stretches, ==, rows[i].stretches);
    g_assert_cmpint(trouble.first_sibilant_frame, ==, rows[i].stretches > 0 ? 2 * RATE : -1);
  }
}

static void
test_silence(void)
{
  g_autofree double *samples = signal_silence(FRAMES);
  AlGrooveTrouble trouble = trouble_of(samples, 4096);

  g_assert_true(trouble.side_db == -HUGE_VAL && trouble.correlation == 1);
  g_assert_cmpuint(trouble.sibilant_stretches, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/groove/bass", test_bass);
  g_test_add_func("/groove/above_bass", test_above_bass);
  g_test_add_func("/groove/sibilance", test_sibilance);
  g_test_add_func("/groove/silence", test_silence);
  return g_test_run();
}
