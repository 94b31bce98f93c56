/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/multiband.h"

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>

#define RATE 48000
#define FRAMES 48000

static AlMultibandSettings
settings_of(AlPhase phase, double threshold_db)
{
  AlMultibandSettings settings = al_multiband_defaults;

  settings.crossover =
      (AlCrossoverSettings){.phase = phase, .band_count = 4, .hz = {100, 700, 5000}};
  for (gsize i = 0; i < 4; i++)
    settings.bands[i].dynamics.curve = (AlCurve){threshold_db, HUGE_VAL, 0, HUGE_VAL};
  return settings;
}

static double *
compress(const double *samples, const AlMultibandSettings *settings, gsize band,
         AlActivity *reduction)
{
  g_autoptr(AlSource) input = stream_new(samples, FRAMES, RATE);
  g_autoptr(AlSource) multiband = al_multiband_new(input, settings);
  double *out = stream_read_all(multiband, 588);

  if (reduction != NULL)
    *reduction = al_multiband_get_reduction(multiband, band);
  return out;
}

static void
test_idle(void)
{
  AlMultibandSettings settings = al_multiband_defaults;

  g_assert_false(al_multiband_is_idle(&settings));
  for (gsize i = 0; i < AL_CROSSOVER_MAX_BANDS; i++)
    settings.bands[i].dynamics.curve.ratio = 1;
  g_assert_true(al_multiband_is_idle(&settings));
  settings.bands[2].make_up_db = 1;
  g_assert_false(al_multiband_is_idle(&settings));
  settings.mix = 0;
  g_assert_true(al_multiband_is_idle(&settings));
}

/* With linear phase and no band over its threshold. */
static void
test_linear_keeps_the_bits(void)
{
  for (gsize count = 2; count <= AL_CROSSOVER_MAX_BANDS; count++) {
    AlMultibandSettings settings = settings_of(AL_PHASE_LINEAR, 0);
    g_autofree double *noise = signal_noise(FRAMES, 1, 0.2);
    g_autofree double *out = NULL;
    AlActivity reduction;

    settings.crossover.band_count = count;
    settings.crossover.hz[3] = 9000;
    settings.bands[4] = settings.bands[0];
    settings.look_ahead_seconds = 0.002;
    out = compress(noise, &settings, 0, &reduction);
    g_assert_cmpmem(noise, sizeof(double) * 2 * FRAMES, out, sizeof(double) * 2 * FRAMES);
    g_assert_cmpfloat(reduction.max_db, ==, 0);
  }
}

/* A tone in each band; the one that is over the threshold of its band is turned down to it. */
static void
test_bands_work_alone(void)
{
  const double tones_hz[] = {30, 260, 1900, 14000};

  for (AlPhase phase = AL_PHASE_MINIMUM; phase <= AL_PHASE_LINEAR; phase++)
    for (gsize loud = 0; loud < 4; loud++) {
      AlMultibandSettings settings = settings_of(phase, -20);
      g_autofree double *samples = signal_silence(FRAMES);
      g_autofree double *out = NULL;
      AlActivity reduction;

      for (gsize i = 0; i < 4; i++)
        signal_add_tone(samples, FRAMES, i == loud ? 0.5 : 0.01, tones_hz[i], 0, RATE);
      out = compress(samples, &settings, loud, &reduction);
      /* 0.5 is -9.0 dBFS by its mean square; neighbours take and leave a little. */
      g_assert_cmpfloat_with_epsilon(reduction.max_db, 10.97, 0.8);
      for (gsize i = 0; i < 4; i++) {
        double gain_db =
            20 * log10(signal_tone_amplitude(out + FRAMES, FRAMES / 2, 0, tones_hz[i], RATE) /
                       signal_tone_amplitude(samples + FRAMES, FRAMES / 2, 0, tones_hz[i], RATE));

        g_assert_cmpfloat_with_epsilon(gain_db, i == loud ? -10.97 : 0, i == loud ? 1.3 : 0.2);
      }
    }
}

static void
test_make_up_and_mix(void)
{
  AlMultibandSettings settings = settings_of(AL_PHASE_LINEAR, 0);
  g_autofree double *sine = signal_sine(FRAMES, RATE, 2000, 0.01);
  g_autofree double *out = NULL;

  settings.bands[2].make_up_db = 6;
  settings.mix = 0.5;
  out = compress(sine, &settings, 0, NULL);
  g_assert_cmpfloat_with_epsilon(signal_tone_amplitude(out + FRAMES, FRAMES / 2, 0, 2000, RATE) /
                                     0.01,
                                 1 + 0.5 * (pow(10, 0.3) - 1), 0.03);
}

/* Looking ahead of the end is no reason to let go, by 9 dB here; a tone that is cut there splashes
 * into bands that are not turned down, which is 1.5 dB. */
static void
test_holds_to_the_end(void)
{
  for (AlPhase phase = AL_PHASE_MINIMUM; phase <= AL_PHASE_LINEAR; phase++) {
    AlMultibandSettings settings = settings_of(phase, -20);
    g_autofree double *sine = signal_sine(FRAMES, RATE, 1000, 0.5);
    g_autofree double *out = NULL;
    double middle = 0, end = 0;

    settings.look_ahead_seconds = AL_MULTIBAND_MAX_LOOK_AHEAD_SECONDS;
    for (gsize i = 0; i < settings.crossover.band_count; i++)
      settings.bands[i].dynamics.ballistics.release_seconds = 0.01;
    out = compress(sine, &settings, 0, NULL);
    for (gsize i = 0; i < RATE / 100; i++) {
      middle = MAX(middle, fabs(out[FRAMES + 2 * i]));
      end = MAX(end, fabs(out[2 * (FRAMES - 1 - i)]));
    }
    g_assert_cmpfloat_with_epsilon(20 * log10(end / middle), 0, 2);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/multiband/idle", test_idle);
  g_test_add_func("/multiband/linear_keeps_the_bits", test_linear_keeps_the_bits);
  g_test_add_func("/multiband/bands_work_alone", test_bands_work_alone);
  g_test_add_func("/multiband/make_up_and_mix", test_make_up_and_mix);
  g_test_add_func("/multiband/holds_to_the_end", test_holds_to_the_end);
  return g_test_run();
}
