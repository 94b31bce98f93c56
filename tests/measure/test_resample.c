/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a resampler does to tones: how pure they stay, how loud, and what becomes of those that the
 * new rate cannot hold. Each library is held to what it reaches; both lie below the 24-bit grid. */
#include <math.h>

#include "album/audio/resample.h"
#include "tests/support/signal.h"
#include "tests/support/spectrum.h"

#define AMPLITUDE 0.9
#define SECONDS 0.5

/* Both filters are shorter than this on either side. */
#define EDGE_SECONDS 0.1

typedef struct {
  AlResamplerChoice choice;
  double max_residual_db; /* relative to the tone */
  double max_gain_db;     /* either way */
  double max_alias_db;    /* relative to the tone that came in */
} Claim;

/* libsoxr measures -184 and -189 dB; the claim leaves room for
 * builds of it without vector instructions. */
static const Claim soxr = {AL_RESAMPLER_SOXR, -170, 0.01, -170};

/* libsamplerate takes and gives floats, which alone leaves up to -144 dB, and interpolates between
 * the coefficients of its table, which shows most in high tones that go up in rate: -139.4 dB. */
static const Claim libsamplerate = {AL_RESAMPLER_LIBSAMPLERATE, -139, 0.001, -140};

static const int rates[][2] = {{48000, 44100},  {96000, 44100}, {88200, 44100},
                               {192000, 44100}, {44100, 48000}, {48000, 96000}};

static double *
resample_tone(const Claim *claim, const int *rate, double hz, gint64 *frames)
{
  gint64 input_frames = (gint64)(rate[0] * SECONDS);
  g_autofree double *tone = test_sine(hz, AMPLITUDE, rate[0], input_frames);
  g_autoptr(AlSource) input = test_source_new(tone, input_frames, rate[0]);
  g_autoptr(GError) error = NULL;
  g_autoptr(AlSource) source =
      al_resample_new(input, rate[1], AL_RESAMPLE_WHOLE, claim->choice, &error);

  g_assert_no_error(error);
  return test_read_all(source, frames);
}

static void
measure_tone(const Claim *claim, const int *rate, double hz)
{
  gint64 frames;
  g_autofree double *out = resample_tone(claim, rate, hz, &frames);
  gsize edge = (gsize)(EDGE_SECONDS * rate[1]);
  TestTone tone = test_fit_tone(out + 2 * edge, 2, (gsize)frames - 2 * edge, hz, rate[1]);
  double residual_db = test_db(tone.residual_rms / (tone.amplitude / G_SQRT2));
  double gain_db = test_db(tone.amplitude / AMPLITUDE);
  double cycles = hz * EDGE_SECONDS; /* the fit starts there */
  double phase = remainder(tone.phase - 2 * G_PI * cycles, 2 * G_PI);

  g_test_message("%6d -> %6d Hz, tone %7.1f Hz: residual %7.1f dB, gain %+.5f dB, delay %+.1e s",
                 rate[0], rate[1], hz, residual_db, gain_db, -phase / (2 * G_PI * hz));
  g_assert_cmpfloat(residual_db, <=, claim->max_residual_db);
  g_assert_cmpfloat(fabs(gain_db), <=, claim->max_gain_db);
  g_assert_cmpfloat(fabs(phase), <, 1e-5);
}

static void
measure_alias(const Claim *claim, const int *rate, double hz)
{
  gint64 frames;
  g_autofree double *out = resample_tone(claim, rate, hz, &frames);
  gsize edge = (gsize)(EDGE_SECONDS * rate[1]);
  double alias_db =
      test_db(test_rms(out + 2 * edge, 2, (gsize)frames - 2 * edge) / (AMPLITUDE / G_SQRT2));

  g_test_message("%6d -> %6d Hz, tone %7.1f Hz: alias %.1f dB", rate[0], rate[1], hz, alias_db);
  g_assert_cmpfloat(alias_db, <=, claim->max_alias_db);
}

static void
test_tones(gconstpointer data)
{
  static const double tones[] = {20, 100, 997, 5003, 9973, 15013, 18013, 19001, 19997};

  for (guint i = 0; i < G_N_ELEMENTS(rates); i++)
    for (guint j = 0; j < G_N_ELEMENTS(tones); j++)
      measure_tone(data, rates[i], tones[j]);
}

static void
test_aliases(gconstpointer data)
{
  static const double tones[] = {22600, 23001, 23800, 26003, 30011, 43001, 47003, 66149, 88201};

  for (guint i = 0; i < G_N_ELEMENTS(rates); i++)
    for (guint j = 0; j < G_N_ELEMENTS(tones); j++)
      if (rates[i][1] == 44100 && tones[j] < rates[i][0] / 2)
        measure_alias(data, rates[i], tones[j]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  if (al_resampler_available(AL_RESAMPLER_SOXR)) {
    g_test_add_data_func("/resample/soxr/tones", &soxr, test_tones);
    g_test_add_data_func("/resample/soxr/aliases", &soxr, test_aliases);
  }
  g_test_add_data_func("/resample/libsamplerate/tones", &libsamplerate, test_tones);
  g_test_add_data_func("/resample/libsamplerate/aliases", &libsamplerate, test_aliases);
  return g_test_run();
}
