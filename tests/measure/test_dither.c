/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the quantiser adds to a signal: how much noise, as meters and as the ear weigh it, and that
 * it is noise: no harmonics, the same with and without signal, different in the two channels. */
#include <math.h>

#include "album/audio/quantise.h"
#include "tests/support/signal.h"
#include "tests/support/spectrum.h"

#define RATE 44100
#define FRAMES (20 * RATE)
#define BINS 8192
#define BIN_HZ ((double)RATE / 2 / BINS)

#define TONE_HZ 997
#define LAST_HARMONIC 22

/* Bins on either side of a harmonic: its own, under the window, and those that are its
 * surroundings. */
#define HARMONIC_BINS 2
#define LOCAL_BINS 24

typedef struct {
  double unweighted_db; /* of the total error; relative to a sine at full scale */
  double a_db;
  double ath_db;
  double max_steps;
} Noise;

/* IEC 61672-1, annex E: the A weighting, 0 dB at 1 kHz. */
static double
a_weight(double hz)
{
  double f2 = hz * hz;
  double gain = 12194.0 * 12194.0 * f2 * f2 /
                ((f2 + 20.6 * 20.6) * sqrt((f2 + 107.7 * 107.7) * (f2 + 737.9 * 737.9)) *
                 (f2 + 12194.0 * 12194.0));

  return gain * gain * pow(10, 0.2);
}

/* Terhardt's threshold in quiet (JASA 71, 1982), in dB over the frequency in kHz. */
static double
threshold_db(double khz)
{
  return 3.64 * pow(khz, -0.8) - 6.5 * exp(-0.6 * (khz - 3.3) * (khz - 3.3)) + 0.001 * pow(khz, 4);
}

/* The ear's: what lies as far above the threshold as at 1 kHz counts the same. */
static double
ath_weight(double hz)
{
  return pow(10, (threshold_db(1) - threshold_db(MAX(hz, 20) / 1000)) / 10);
}

static double
flat_weight(double hz)
{
  (void)hz;
  return 1;
}

static double
weigh(const double *spectrum, double (*weight)(double hz))
{
  double sum = 0;

  for (int k = 1; k <= BINS; k++)
    sum += spectrum[k] * weight(k * BIN_HZ);
  return 10 * log10(2 * sum);
}

/* A tone beside a constant that lies between two steps, so that nothing passes undithered. */
static double *
make_signal(double amplitude)
{
  double *signal = test_sine(TONE_HZ, amplitude, RATE, FRAMES);

  for (gint64 i = 0; i < 2 * FRAMES; i++)
    signal[i] += 0.3 / 32768;
  return signal;
}

static double *
quantise(const double *signal, AlDither dither)
{
  g_autoptr(AlSource) source = test_source_new(signal, FRAMES, RATE);
  g_autoptr(AlQuantiser) quantiser = al_quantiser_new(source, 16, dither, 2026);
  g_autofree gint32 *samples = g_new(gint32, 2 * FRAMES);
  double *out = g_new(double, 2 * FRAMES);

  g_assert_cmpint(al_quantiser_read(quantiser, samples, FRAMES, NULL), ==, FRAMES);
  g_assert_cmpint(al_quantiser_clipped_samples(quantiser), ==, 0);
  for (gint64 i = 0; i < 2 * FRAMES; i++)
    out[i] = samples[i] / 32768.0;
  return out;
}

/* What the quantiser adds. */
static double *
quantise_error(double amplitude, AlDither dither)
{
  g_autofree double *signal = make_signal(amplitude);
  double *error = quantise(signal, dither);

  for (gint64 i = 0; i < 2 * FRAMES; i++)
    error[i] -= signal[i];
  return error;
}

static Noise
measure_noise(double amplitude, AlDither dither)
{
  g_autofree double *error = quantise_error(amplitude, dither);
  g_autofree double *spectrum = test_spectrum(error, 2, FRAMES, BINS);
  Noise noise = {weigh(spectrum, flat_weight), weigh(spectrum, a_weight),
                 weigh(spectrum, ath_weight), 0};

  for (gint64 i = 0; i < 2 * FRAMES; i++)
    noise.max_steps = MAX(noise.max_steps, fabs(error[i]) * 32768);
  return noise;
}

/* How far the worst harmonic stands above the noise around it. */
static double
worst_harmonic_db(double amplitude, AlDither dither)
{
  g_autofree double *signal = make_signal(amplitude);
  g_autofree double *out = quantise(signal, dither);
  g_autofree double *spectrum = test_spectrum(out, 2, FRAMES, BINS);
  double worst_db = -INFINITY;

  for (int harmonic = 2; harmonic <= LAST_HARMONIC; harmonic++) {
    int bin = (int)lrint(harmonic * TONE_HZ / BIN_HZ);
    double peak = 0, local = 0;
    int count = 0;

    for (int k = bin - LOCAL_BINS; k <= MIN(bin + LOCAL_BINS, BINS); k++)
      if (ABS(k - bin) <= HARMONIC_BINS) {
        peak = MAX(peak, spectrum[k]);
      } else {
        local += spectrum[k];
        count++;
      }
    worst_db = MAX(worst_db, 10 * log10(peak * count / local));
  }
  return worst_db;
}

/* Figures of theory for rounding and TPDF (a total error of half a step, rms); for the shaped ones
 * those of the filter's transfer function, to which other implementations measure within 0.03 dB.
 */
static void
test_weighted_figures(void)
{
  static const struct {
    const char *name;
    AlDither dither;
    Noise expected;
    double tolerance_db;
  } rows[] = {
      {"none", AL_DITHER_NONE, {-98.0, -100.4, -98.4, 0.5}, 0.5},
      {"tpdf", AL_DITHER_TPDF, {-93.32, -95.73, -93.73, 1.5}, 0.05},
      {"shaped", AL_DITHER_SHAPED, {-79.30, -87.83, -107.73, 12.5}, 0.05},
  };

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    Noise noise = measure_noise(pow(10, -20 / 20.0), rows[i].dither);
    double bound = al_quantiser_max_error_steps(rows[i].dither, RATE);

    g_test_message("%-6s unweighted %.2f, A %.2f, ATH %.2f dB, max |e| %.2f of %.2f steps",
                   rows[i].name, noise.unweighted_db, noise.a_db, noise.ath_db, noise.max_steps,
                   bound);
    g_assert_cmpfloat_with_epsilon(noise.unweighted_db, rows[i].expected.unweighted_db,
                                   rows[i].tolerance_db);
    g_assert_cmpfloat_with_epsilon(noise.a_db, rows[i].expected.a_db, rows[i].tolerance_db);
    g_assert_cmpfloat_with_epsilon(noise.ath_db, rows[i].expected.ath_db, rows[i].tolerance_db);
    g_assert_cmpfloat(noise.max_steps, <=, rows[i].expected.max_steps);
    g_assert_cmpfloat(noise.max_steps, <=, bound);
  }
}

static void
test_harmonics(void)
{
  static const double levels_db[] = {-60, -100};

  for (guint i = 0; i < G_N_ELEMENTS(levels_db); i++) {
    double amplitude = pow(10, levels_db[i] / 20);
    double shaped_db = worst_harmonic_db(amplitude, AL_DITHER_SHAPED);
    double tpdf_db = worst_harmonic_db(amplitude, AL_DITHER_TPDF);

    g_test_message("%.0f dBFS: worst harmonic above its noise: shaped %.2f, tpdf %.2f dB",
                   levels_db[i], shaped_db, tpdf_db);
    g_assert_cmpfloat(shaped_db, <=, 3);
    g_assert_cmpfloat(tpdf_db, <=, 3);
  }
  /* The measurement finds harmonics where there are some. */
  g_assert_cmpfloat(worst_harmonic_db(pow(10, -60 / 20.0), AL_DITHER_NONE), >, 20);
}

static void
test_no_modulation(void)
{
  static const AlDither dithers[] = {AL_DITHER_SHAPED, AL_DITHER_TPDF};

  for (guint i = 0; i < G_N_ELEMENTS(dithers); i++) {
    Noise without = measure_noise(0, dithers[i]);

    for (double level_db = -100; level_db <= 0; level_db += 20) {
      Noise with = measure_noise(0.999 * pow(10, level_db / 20), dithers[i]);

      g_test_message("%s, noise with a tone of %.0f dBFS - without: %+.3f dB, weighted %+.3f dB",
                     dithers[i] == AL_DITHER_SHAPED ? "shaped" : "tpdf", level_db,
                     with.unweighted_db - without.unweighted_db, with.ath_db - without.ath_db);
      g_assert_cmpfloat_with_epsilon(with.unweighted_db, without.unweighted_db, 0.1);
      g_assert_cmpfloat_with_epsilon(with.ath_db, without.ath_db, 0.1);
    }
  }
}

static void
test_channels_are_independent(void)
{
  static const AlDither dithers[] = {AL_DITHER_SHAPED, AL_DITHER_TPDF};

  for (guint i = 0; i < G_N_ELEMENTS(dithers); i++) {
    g_autofree double *error = quantise_error(0.01, dithers[i]);
    double product = 0;

    for (gint64 frame = 0; frame < FRAMES; frame++)
      product += error[2 * frame] * error[2 * frame + 1];
    product /= FRAMES * test_rms(error, 2, FRAMES) * test_rms(error + 1, 2, FRAMES);
    g_test_message("correlation of left and right: %+.5f", product);
    g_assert_cmpfloat(fabs(product), <, 0.02);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/dither/weighted_figures", test_weighted_figures);
  g_test_add_func("/dither/harmonics", test_harmonics);
  g_test_add_func("/dither/no_modulation", test_no_modulation);
  g_test_add_func("/dither/channels_are_independent", test_channels_are_independent);
  return g_test_run();
}
