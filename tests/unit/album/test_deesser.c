/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/deesser.h"

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>

#define RATE 48000
#define FRAMES 24000

static double *
deess(const double *samples, const AlDeesserSettings *settings, AlActivity *reduction)
{
  g_autoptr(AlSource) input = stream_new(samples, FRAMES, RATE);
  g_autoptr(AlSource) deesser = al_deesser_new(input, settings);
  double *out = stream_read_all(deesser, 588);

  if (reduction != NULL)
    *reduction = al_deesser_get_reduction(deesser);
  return out;
}

static double
gain_db_at(const double *in, const double *out, guint channel, double hz)
{
  return 20 * log10(signal_tone_amplitude(out + FRAMES, FRAMES / 2, channel, hz, RATE) /
                    signal_tone_amplitude(in + FRAMES, FRAMES / 2, channel, hz, RATE));
}

static void
test_idle(void)
{
  AlDeesserSettings settings = al_deesser_defaults;

  g_assert_false(al_deesser_is_idle(&settings));
  settings.range_db = 0;
  g_assert_true(al_deesser_is_idle(&settings));
  settings = al_deesser_defaults;
  settings.threshold_db = 0;
  g_assert_true(al_deesser_is_idle(&settings));
}

static void
test_keeps_the_bits_without_sibilants(void)
{
  g_autofree double *sine = signal_sine(FRAMES, RATE, 440, 0.5);
  AlActivity reduction;
  g_autofree double *out = NULL;

  /* It must not begin with a click, which is a sibilant. */
  for (gsize i = 0; i < FRAMES; i++) {
    double fade = MIN((double)i / 2400, 1.0);

    sine[2 * i] *= fade;
    sine[2 * i + 1] *= fade;
  }
  out = deess(sine, &al_deesser_defaults, &reduction);
  g_assert_cmpmem(sine, sizeof(double) * 2 * FRAMES, out, sizeof(double) * 2 * FRAMES);
  g_assert_cmpfloat(reduction.working, ==, 0);
}

/* A tone in the band alone has a share of 0 dB, and is turned down to the threshold, or by the
 * range. A tone outside is not touched. */
static void
test_threshold_and_range(void)
{
  const double cases[][3] = {{-3, 12, -3}, {-10, 6, -6}, {-10, 4, -4}};

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AlDeesserSettings settings = al_deesser_defaults;
    g_autofree double *samples = signal_silence(FRAMES);
    g_autofree double *out = NULL;
    AlActivity reduction;

    settings.threshold_db = cases[i][0];
    settings.range_db = cases[i][1];
    signal_add_tone(samples, FRAMES, 0.3, 10000, 0, RATE);
    signal_add_tone(samples, FRAMES, 1e-3, 1000, 0, RATE);
    out = deess(samples, &settings, &reduction);
    g_assert_cmpfloat_with_epsilon(gain_db_at(samples, out, 0, 10000), cases[i][2], 0.1);
    g_assert_cmpfloat_with_epsilon(gain_db_at(samples, out, 0, 1000), 0, 0.05);
    g_assert_cmpfloat_with_epsilon(reduction.max_db, -cases[i][2], 0.1);
    g_assert_cmpfloat(reduction.working, >, 0.9);
  }
}

static void
test_band_has_an_end(void)
{
  AlDeesserSettings settings = al_deesser_defaults;
  g_autofree double *samples = signal_silence(FRAMES);
  g_autofree double *out = NULL;

  settings.frequency_hz = 5000;
  settings.upper_hz = 9000;
  signal_add_tone(samples, FRAMES, 0.3, 7000, 0, RATE);
  signal_add_tone(samples, FRAMES, 0.03, 13000, 0, RATE);
  out = deess(samples, &settings, NULL);
  g_assert_cmpfloat_with_epsilon(gain_db_at(samples, out, 0, 7000), -6, 0.1);
  g_assert_cmpfloat_with_epsilon(gain_db_at(samples, out, 0, 13000), 0, 0.05);
}

/* A tone in the left channel is half middle: the middle's half loses 6 dB. */
static void
test_middle_only(void)
{
  AlDeesserSettings settings = al_deesser_defaults;
  g_autofree double *samples = signal_silence(FRAMES);
  g_autofree double *out = NULL;

  settings.part = AL_PART_MID;
  signal_add_tone(samples, FRAMES, 0.3, 10000, 0, RATE);
  for (gsize i = 0; i < FRAMES; i++)
    samples[2 * i + 1] = 0;
  out = deess(samples, &settings, NULL);
  g_assert_cmpfloat_with_epsilon(gain_db_at(samples, out, 0, 10000),
                                 20 * log10((1 + pow(10, -0.3)) / 2), 0.05);
  for (gsize i = 0; i < FRAMES; i++)
    g_assert_cmpfloat_with_epsilon(out[2 * i] - out[2 * i + 1], samples[2 * i], 1e-12);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/deesser/idle", test_idle);
  g_test_add_func("/deesser/keeps_the_bits_without_sibilants",
                  test_keeps_the_bits_without_sibilants);
  g_test_add_func("/deesser/threshold_and_range", test_threshold_and_range);
  g_test_add_func("/deesser/band_has_an_end", test_band_has_an_end);
  g_test_add_func("/deesser/middle_only", test_middle_only);
  return g_test_run();
}
