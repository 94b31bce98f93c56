/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/quiet.h"

#include <math.h>

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#define RATE 48000
#define SECONDS 6
#define FRAMES (SECONDS * RATE)

/* 3 s of a chord over what is always there. */
static AlQuiet *
listen(double *samples)
{
  AlQuiet *quiet = al_quiet_new(RATE);

  for (gsize n = RATE; n < 4 * RATE; n++)
    for (guint channel = 0; channel < 2; channel++)
      samples[2 * n + channel] += 0.3 * sin(0.05 * (double)n) + 0.2 * sin(0.063 * (double)n);
  al_quiet_feed(quiet, samples, FRAMES);
  al_quiet_finish(quiet);
  return quiet;
}

static void
test_noise(void)
{
  g_autofree double *samples = signal_noise(FRAMES, 1, 0.001 * sqrt(3));
  g_autoptr(AlQuiet) quiet = listen(samples);

  g_assert_cmpfloat_with_epsilon(al_quiet_noise_dbfs(quiet), -60, 0.5);
  g_assert_true(isnan(al_quiet_hum_dbfs(quiet, 50)));
  g_assert_cmpint(al_quiet_first_frame(quiet), >=, 0);
}

/* What rings on is music. */
static void
test_tones_are_no_noise(void)
{
  g_autofree double *samples = signal_noise(FRAMES, 1, 1e-6);
  g_autoptr(AlQuiet) quiet = NULL;

  signal_add_tone(samples, FRAMES, 0.001, 777, 0, RATE);
  signal_add_tone(samples, FRAMES, 0.001, 2222, 0, RATE);
  quiet = listen(samples);
  g_assert_true(isnan(al_quiet_noise_dbfs(quiet)));
}

/* Harmonics with half of the amplitude each, or a note that is 1 Hz off. */
static double
hum_of(double hz, double mains_hz)
{
  g_autofree double *samples = signal_noise(FRAMES, 1, 1e-5);
  g_autoptr(AlQuiet) quiet = NULL;

  signal_add_tone(samples, FRAMES, 0.001, hz, 0, RATE);
  signal_add_tone(samples, FRAMES, 0.0005, 2 * hz, 0, RATE);
  signal_add_tone(samples, FRAMES, 0.00025, 3 * hz, 0, RATE);
  quiet = listen(samples);
  return al_quiet_hum_dbfs(quiet, mains_hz);
}

static void
test_hum(void)
{
  double level = 10 * log10((1e-6 + 0.25e-6 + 0.0625e-6) / 2);

  g_assert_cmpfloat_with_epsilon(hum_of(50, 50), level, 2);
  g_assert_cmpfloat_with_epsilon(hum_of(60, 60), level, 2);
  g_assert_true(isnan(hum_of(60, 50)));
  g_assert_true(isnan(hum_of(49, 50)));
  g_assert_true(isnan(hum_of(61.7, 60)));
}

/* Where music plays all the time, nothing is quiet; digital silence is not what is meant either. */
static void
test_nothing_quiet(void)
{
  g_autofree double *loud = signal_noise(FRAMES, 1, 0.3), *silent = signal_silence(FRAMES);
  g_autoptr(AlQuiet) noise = al_quiet_new(RATE), silence = NULL;

  al_quiet_feed(noise, loud, FRAMES);
  al_quiet_finish(noise);
  g_assert_true(isnan(al_quiet_noise_dbfs(noise)));
  g_assert_cmpint(al_quiet_first_frame(noise), ==, -1);
  silence = listen(silent);
  g_assert_true(isnan(al_quiet_noise_dbfs(silence)));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/quiet/noise", test_noise);
  g_test_add_func("/quiet/tones_are_no_noise", test_tones_are_no_noise);
  g_test_add_func("/quiet/hum", test_hum);
  g_test_add_func("/quiet/nothing_quiet", test_nothing_quiet);
  return g_test_run();
}
