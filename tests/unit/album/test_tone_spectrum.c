/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_spectrum.h"

#include "album/measure/loudness.h"
#include "tests/support/stream.h"

static AlToneSpectrum
hear(const double *samples, gsize frames, int rate)
{
  g_autoptr(AlSource) source = stream_new(samples, (gint64)frames, rate);
  AlToneSpectrum spectrum;

  g_assert_true(al_tone_spectrum_of(source, &spectrum, NULL));
  return spectrum;
}

/* White noise: the power of a band goes with its width, at every rate. */
static void
test_noise(void)
{
  static const int rates[] = {8000, 44100, 48000, 96000};

  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    gsize frames = 20 * (gsize)rates[i];
    g_autofree double *samples = signal_noise(frames, 1, 0.5);
    AlToneSpectrum spectrum = hear(samples, frames, rates[i]);

    for (guint band = 8; band < AL_TONE_BANDS; band++) {
      /* uniform: a mean square of 0.25 / 3 in each channel, over half the rate */
      double expected =
          10 * log10(2 * 0.25 / 3 * (al_tone_band_high_hz(band) - al_tone_band_low_hz(band)) /
                     (0.5 * rates[i]));

      if (al_tone_band_high_hz(band) < 0.5 * rates[i])
        g_assert_cmpfloat_with_epsilon(spectrum.whole_db[AL_TONE_STEREO][band], expected, 0.6);
      else if (al_tone_band_low_hz(band) > 0.5 * rates[i])
        g_assert_cmpfloat(spectrum.level_db[AL_TONE_STEREO][band], ==, AL_TONE_NONE);
    }
  }
}

/* The loudness is what the meter says, but for its constant. */
static void
test_loudness(void)
{
  const gsize frames = 20 * 48000;
  g_autofree double *samples = signal_music(frames, 48000, 5);
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(48000);
  AlToneSpectrum spectrum = hear(samples, frames, 48000);

  al_loudness_feed(meter, samples, frames);
  al_loudness_finish(meter);
  g_assert_cmpfloat_with_epsilon(spectrum.loudness_db[AL_TONE_STEREO] - 0.691,
                                 al_loudness_integrated(meter), 0.2);
}

/* A quiet passage in another key has no vote. */
static void
test_gate(void)
{
  const int rate = 44100;
  const gsize half = 10 * (gsize)rate;
  g_autofree double *loud = signal_sine(2 * half, rate, 1000, 0.5);
  g_autofree double *quiet = signal_sine(2 * half, rate, 100, 0.05);
  AlToneSpectrum spectrum;

  for (gsize i = half; i < 2 * half; i++)
    loud[2 * i] = loud[2 * i + 1] = quiet[2 * i];
  spectrum = hear(loud, 2 * half, rate);
  g_assert_cmpfloat(spectrum.level_db[AL_TONE_STEREO][16], >, -3);
  g_assert_cmpfloat(spectrum.level_db[AL_TONE_STEREO][6], <, -35);
  g_assert_cmpfloat(spectrum.whole_db[AL_TONE_STEREO][6], >, -35);
  g_assert_cmpfloat_with_epsilon(spectrum.heard_seconds, 10, 0.5);
}

static void
test_level_is_not_tone(void)
{
  const int rate = 44100;
  const gsize frames = 10 * (gsize)rate;
  g_autofree double *samples = signal_music(frames, rate, 2);
  AlToneSpectrum loud = hear(samples, frames, rate), soft;

  for (gsize i = 0; i < 2 * frames; i++)
    samples[i] *= 0.25;
  soft = hear(samples, frames, rate);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat_with_epsilon(loud.level_db[0][band], soft.level_db[0][band], 1e-6);
}

static void
test_lanes(void)
{
  const int rate = 44100;
  const gsize frames = 5 * (gsize)rate;
  g_autofree double *samples = signal_sine(frames, rate, 1000, 0.5);
  AlToneSpectrum mono = hear(samples, frames, rate), opposite;

  g_assert_cmpfloat(mono.loudness_db[AL_TONE_SIDE], ==, AL_TONE_NONE);
  for (gsize i = 0; i < frames; i++)
    samples[2 * i + 1] = -samples[2 * i];
  opposite = hear(samples, frames, rate);
  g_assert_cmpfloat(opposite.loudness_db[AL_TONE_MID], ==, AL_TONE_NONE);
  g_assert_cmpfloat_with_epsilon(opposite.loudness_db[AL_TONE_SIDE], mono.loudness_db[AL_TONE_MID],
                                 1e-9);
}

static void
test_little(void)
{
  g_autofree double *samples = signal_noise(1000, 1, 0.5);
  g_autofree double *silence = signal_silence(44100);

  g_assert_cmpfloat(hear(samples, 1000, 44100).heard_seconds, >, 0);
  g_assert_cmpfloat(hear(samples, 0, 44100).heard_seconds, ==, 0);
  g_assert_cmpfloat(hear(silence, 44100, 44100).heard_seconds, ==, 0);
}

static void
test_pieces(void)
{
  const gsize frames = 44100;
  g_autofree double *samples = signal_noise(frames, 1, 0.5);
  g_autoptr(AlToneAnalyser) whole = al_tone_analyser_new(44100);
  g_autoptr(AlToneAnalyser) pieces = al_tone_analyser_new(44100);
  AlToneSpectrum one, many;

  al_tone_analyser_feed(whole, samples, frames);
  for (gsize i = 0; i < frames; i += 7)
    al_tone_analyser_feed(pieces, samples + 2 * i, MIN(7, frames - i));
  al_tone_analyser_finish(whole, &one);
  al_tone_analyser_finish(pieces, &many);
  g_assert_cmpmem(&one, sizeof one, &many, sizeof many);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-spectrum/noise", test_noise);
  g_test_add_func("/tone-spectrum/loudness", test_loudness);
  g_test_add_func("/tone-spectrum/gate", test_gate);
  g_test_add_func("/tone-spectrum/level", test_level_is_not_tone);
  g_test_add_func("/tone-spectrum/lanes", test_lanes);
  g_test_add_func("/tone-spectrum/little", test_little);
  g_test_add_func("/tone-spectrum/pieces", test_pieces);
  return g_test_run();
}
