/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Crossovers as figures: how flat the sum of the bands is, and how steep they are. */
#include "album/filter/crossover.h"
#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>
#include <string.h>

#define RATE 44100
#define FRAMES 65536
#define AT 20000

static const AlCrossoverSettings cases[] = {
    {AL_PHASE_MINIMUM, 2, {1000}},
    {AL_PHASE_MINIMUM, 3, {120, 4500}},
    {AL_PHASE_MINIMUM, 5, {60, 250, 2000, 5000}},
    {AL_PHASE_LINEAR, 3, {120, 4500}},
    {AL_PHASE_LINEAR, 5, {60, 250, 2000, 5000}},
};

/* The impulse responses of the sum, and of each band. */
static void
responses(const AlCrossoverSettings *settings, double *sum, double **bands)
{
  g_autoptr(AlCrossover) crossover = al_crossover_new(settings, RATE);
  const gsize frames = al_crossover_block_frames(crossover);

  sum[2 * AT] = sum[2 * AT + 1] = 1;
  for (gsize i = 0; i < FRAMES; i += frames) {
    al_crossover_process(crossover, sum + 2 * i);
    for (gsize band = 0; band < settings->band_count; band++)
      memcpy(bands[band] + 2 * i, al_crossover_band(crossover, band), 2 * frames * sizeof *sum);
  }
}

static double
response_db(const double *samples, double hz)
{
  double real, imaginary;

  signal_response(samples, FRAMES, 0, AT, hz / RATE, &real, &imaginary);
  return 20 * log10(hypot(real, imaginary) + 1e-15);
}

/* Linkwitz and Riley: 1 / (1 + x^4). */
static double
low_pass(double hz, double crossover_hz)
{
  return 1 / (1 + pow(hz / crossover_hz, 4));
}

/* Minimum phase: the high passes below the band and its low pass. Linear: low pass less low pass.
 */
static double
expected_db(const AlCrossoverSettings *settings, gsize band, double hz)
{
  double gain = band + 1 < settings->band_count ? low_pass(hz, settings->hz[band]) : 1;

  if (settings->phase == AL_PHASE_LINEAR)
    gain -= band > 0 ? low_pass(hz, settings->hz[band - 1]) : 0;
  else
    for (gsize i = 0; i < band; i++)
      gain *= 1 - low_pass(hz, settings->hz[i]);
  return 20 * log10(gain + 1e-15);
}

/* Down to -40 dB and up to 5 kHz: towards half the rate the bilinear transform of minimum phase
 * bends the slopes. */
static double
worst_slope_error_db(const AlCrossoverSettings *settings, gsize band, const double *samples)
{
  double worst_db = 0;

  for (double hz = 20; hz < 5000; hz *= 1.1) {
    double wanted_db = expected_db(settings, band, hz);

    if (wanted_db > -40)
      worst_db = MAX(worst_db, fabs(response_db(samples, hz) - wanted_db));
  }
  return worst_db;
}

static void
test_sum_and_slopes(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const AlCrossoverSettings *settings = &cases[i];
    g_autofree double *sum = signal_silence(FRAMES);
    double *bands[AL_CROSSOVER_MAX_BANDS];
    double worst_sum_db = 0, worst_slope_db = 0;

    for (gsize band = 0; band < AL_CROSSOVER_MAX_BANDS; band++)
      bands[band] = signal_silence(FRAMES);
    responses(settings, sum, bands);
    for (double hz = 10; hz < 22000; hz *= 1.05)
      worst_sum_db = MAX(worst_sum_db, fabs(response_db(sum, hz)));
    for (gsize band = 0; band < settings->band_count; band++)
      worst_slope_db = MAX(worst_slope_db, worst_slope_error_db(settings, band, bands[band]));
    g_test_message("%s, %d bands: sum flat within %.6f dB, slopes within %.2f dB",
                   settings->phase == AL_PHASE_LINEAR ? "linear" : "minimum",
                   (int)settings->band_count, worst_sum_db, worst_slope_db);
    g_assert_cmpfloat(worst_sum_db, <, 0.001);
    g_assert_cmpfloat(worst_slope_db, <, settings->phase == AL_PHASE_LINEAR ? 1 : 2);
    for (gsize band = 0; band < AL_CROSSOVER_MAX_BANDS; band++)
      g_free(bands[band]);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measure/multiband/sum_and_slopes", test_sum_and_slopes);
  return g_test_run();
}
