/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/mean_spectrum.h"

#include <math.h>

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#define RATE 48000
#define FRAMES (2 * RATE)

static AlMeanSpectrum *
listen(const double *samples)
{
  AlMeanSpectrum *spectrum = al_mean_spectrum_new(RATE);

  al_mean_spectrum_feed(spectrum, samples, FRAMES);
  return spectrum;
}

/* Tones every 50 Hz up to a frequency, and `fall_db` below them beyond it. */
static double *
make_wall(double hz, double fall_db)
{
  double *samples = signal_silence(FRAMES);

  for (double tone = 10000; tone < 23900; tone += 50)
    signal_add_tone(samples, FRAMES, 0.001 * (tone < hz ? 1 : pow(10, -fall_db / 20)), tone,
                    tone * tone, RATE);
  return samples;
}

static void
test_wall(void)
{
  g_autofree double *samples = make_wall(16000, 45);
  g_autoptr(AlMeanSpectrum) spectrum = listen(samples);
  AlWall wall = al_mean_spectrum_wall(spectrum, 14000, 22000);

  g_assert_cmpfloat_with_epsilon(wall.hz, 16000, 501);
  g_assert_cmpfloat_with_epsilon(wall.fall_db, 45, 2);
}

static void
test_no_wall(void)
{
  g_autofree double *samples = make_wall(16000, 10);
  g_autoptr(AlMeanSpectrum) spectrum = listen(samples), silent = al_mean_spectrum_new(RATE);

  g_assert_cmpfloat(al_mean_spectrum_wall(spectrum, 14000, 22000).fall_db, <, 12);
  g_assert_cmpfloat(al_mean_spectrum_wall(silent, 14000, 22000).fall_db, ==, 0);
}

static void
test_side(void)
{
  g_autofree double *samples = signal_sine(FRAMES, RATE, 80, 0.1);
  g_autoptr(AlMeanSpectrum) wide = NULL, empty = al_mean_spectrum_new(RATE);

  /* Middle 0.75, side 0.25. */
  for (gsize n = 0; n < FRAMES; n++)
    samples[2 * n + 1] *= 0.5;
  wide = listen(samples);
  g_assert_cmpfloat_with_epsilon(al_mean_spectrum_side_db(wide, 150), 20 * log10(0.25 / 0.75), 0.1);
  g_assert_true(isnan(al_mean_spectrum_side_db(empty, 150)));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mean_spectrum/wall", test_wall);
  g_test_add_func("/mean_spectrum/no_wall", test_no_wall);
  g_test_add_func("/mean_spectrum/side", test_side);
  return g_test_run();
}
