/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape.h"

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>

#define RATE 48000
#define FRAMES 24000

static double *
record(const double *samples, const AlTapeSettings *settings)
{
  g_autoptr(AlSource) input = stream_new(samples, FRAMES, RATE);
  g_autoptr(AlSource) tape = al_tape_new(input, settings);

  return stream_read_all(tape, 588);
}

static double
gain_db_at(const AlTapeSettings *settings, double hz, double amplitude)
{
  g_autofree double *sine = signal_sine(FRAMES, RATE, hz, amplitude);
  g_autofree double *out = record(sine, settings);

  return 20 * log10(signal_tone_amplitude(out + FRAMES, FRAMES / 2, 0, hz, RATE) / amplitude);
}

/* The reference tone, up to what the filters do at 1 kHz. */
static void
test_keeps_the_level(void)
{
  for (AlTapeModel model = AL_TAPE_CURVE; model <= AL_TAPE_HYSTERESIS; model++)
    for (double drive_db = -6; drive_db <= 18; drive_db += 6)
      for (double bias = 0; bias <= 1; bias += 0.5) {
        AlTapeSettings settings = al_tape_defaults;
        g_autofree double *sine = signal_sine(FRAMES, RATE, 1000, G_SQRT2 * pow(10, -0.9));
        g_autofree double *out = NULL;

        settings.model = model;
        settings.drive_db = drive_db;
        settings.bias = bias;
        out = record(sine, &settings);
        g_assert_cmpfloat_with_epsilon(
            20 * log10(signal_tone_amplitude(out + FRAMES, FRAMES / 2, 0, 1000, RATE) / G_SQRT2),
            -18, 0.25);
      }
}

static void
test_make_up(void)
{
  AlTapeSettings settings = al_tape_defaults;
  double without_db = gain_db_at(&settings, 500, 0.1);

  settings.make_up_db = 2.5;
  g_assert_cmpfloat_with_epsilon(gain_db_at(&settings, 500, 0.1) - without_db, 2.5, 1e-9);
}

/* Softly, only the speed is left: the head bump below, the spacing loss above. */
static void
test_speeds(void)
{
  const struct {
    AlTapeSpeed speed;
    double bump_hz, bump_db;
    double loss_db; /* at 15 kHz, 54.6 * 0.5 um / wavelength */
  } cases[] = {
      {AL_TAPE_7_5_IPS, 30, 1.5, 2.150},
      {AL_TAPE_15_IPS, 60, 1.2, 1.075},
      {AL_TAPE_30_IPS, 120, 1, 0.537},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AlTapeSettings settings = al_tape_defaults;
    double middle_db;

    settings.speed = cases[i].speed;
    middle_db = gain_db_at(&settings, 1000, 1e-4);
    g_assert_cmpfloat_with_epsilon(gain_db_at(&settings, cases[i].bump_hz, 1e-4) - middle_db,
                                   cases[i].bump_db + cases[i].loss_db / 15, 0.15);
    g_assert_cmpfloat_with_epsilon(gain_db_at(&settings, 15000, 1e-4) - middle_db,
                                   -cases[i].loss_db * 14 / 15, 0.15);
  }
}

/* The middle of an impulse stays where it is, though filters of minimum phase lean on it. */
static void
test_delay_is_compensated(void)
{
  const gsize at = 5000;
  g_autofree double *impulse = signal_impulse(FRAMES, at);
  g_autofree double *out = record(impulse, &al_tape_defaults);
  gsize largest = 0;

  for (gsize i = 0; i < FRAMES; i++)
    if (fabs(out[2 * i]) > fabs(out[2 * largest]))
      largest = i;
  g_assert_cmpuint(largest, ==, at);
}

static void
test_silence_stays_silent(void)
{
  for (AlTapeModel model = AL_TAPE_CURVE; model <= AL_TAPE_HYSTERESIS; model++) {
    AlTapeSettings settings = al_tape_defaults;
    g_autofree double *silence = signal_silence(FRAMES);
    g_autofree double *out = NULL;

    settings.model = model;
    settings.bias = 1;
    out = record(silence, &settings);
    for (gsize i = 0; i < 2 * FRAMES; i++)
      g_assert_cmpfloat(fabs(out[i]), <, 1e-12);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tape/keeps_the_level", test_keeps_the_level);
  g_test_add_func("/tape/make_up", test_make_up);
  g_test_add_func("/tape/speeds", test_speeds);
  g_test_add_func("/tape/delay_is_compensated", test_delay_is_compensated);
  g_test_add_func("/tape/silence_stays_silent", test_silence_stays_silent);
  return g_test_run();
}
