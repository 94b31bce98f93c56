/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_filter.h"

#include "tests/support/stream.h"

static void
fill_curve(double gain_db[AL_TONE_BANDS])
{
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    gain_db[band] = 3 * sin(0.5 * band);
}

/* Between two centres the curve lies between their gains. */
static void
test_curve(void)
{
  double gain_db[AL_TONE_BANDS];

  fill_curve(gain_db);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat_with_epsilon(al_tone_filter_gain_db(gain_db, al_tone_band_hz(band)),
                                   gain_db[band], 1e-9);
  for (double place = 0; place < AL_TONE_BANDS - 1; place += 0.05) {
    guint band = (guint)place;
    double gain = al_tone_filter_gain_db(gain_db, 1000 * pow(10, (place - 16) / 10));

    g_assert_cmpfloat(gain, >=, MIN(gain_db[band], gain_db[band + 1]) - 1e-9);
    g_assert_cmpfloat(gain, <=, MAX(gain_db[band], gain_db[band + 1]) + 1e-9);
  }
  g_assert_cmpfloat_with_epsilon(al_tone_filter_gain_db(gain_db, 0), gain_db[0], 1e-9);
  g_assert_cmpfloat_with_epsilon(al_tone_filter_gain_db(gain_db, 96000), gain_db[29], 1e-9);
}

/* The gain of the filter at the centre of a band, at a rate, in one channel. */
static double
gain_of(const double *out, gsize frames, gsize at, guint channel, guint band, int rate)
{
  double real, imaginary;

  signal_response(out, frames, channel, at, al_tone_band_hz(band) / rate, &real, &imaginary);
  return 10 * log10(real * real + imaginary * imaginary);
}

static void
test_response(void)
{
  static const int rates[] = {44100, 96000};
  double gain_db[AL_TONE_BANDS];

  fill_curve(gain_db);
  for (guint i = 0; i < 2 * G_N_ELEMENTS(rates); i++) {
    const AlToneCurves curves = {.first = gain_db, .linear_phase = i % 2};
    int rate = rates[i / 2];
    const gsize frames = 1 << 17, at = 1 << 16;
    g_autofree double *impulse = signal_impulse(frames, at);
    g_autoptr(AlSource) source = stream_new(impulse, frames, rate);
    g_autoptr(AlSource) filter = al_tone_filter_new(source, &curves);
    g_autofree double *out = stream_read_all(filter, 4096);

    for (guint band = AL_TONE_FIRST_JUDGED; band <= AL_TONE_LAST_JUDGED; band++)
      g_assert_cmpfloat_with_epsilon(gain_of(out, frames, at, 0, band, rate), gain_db[band],
                                     band < 8 ? 0.7 : 0.1);
    /* Of minimum phase: nothing comes before the impulse. */
    for (gsize k = 0; k < at && !curves.linear_phase; k++)
      g_assert_cmpfloat(fabs(out[2 * k]), <, 1e-9);
  }
}

static void
test_mid_and_side(void)
{
  double mid_db[AL_TONE_BANDS], side_db[AL_TONE_BANDS] = {0};
  const AlToneCurves curves = {.first = mid_db, .second = side_db};
  const gsize frames = 1 << 15;
  g_autofree double *noise = signal_noise(frames, 3, 0.5);
  g_autoptr(AlSource) source = stream_new(noise, frames, 44100);
  g_autoptr(AlSource) filter = NULL;
  g_autofree double *out = NULL;

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    mid_db[band] = -6;
  filter = al_tone_filter_new(source, &curves);
  out = stream_read_all(filter, 4096);
  for (gsize i = 0; i < frames; i++) {
    double mid = noise[2 * i] + noise[2 * i + 1], side = noise[2 * i] - noise[2 * i + 1];

    g_assert_cmpfloat_with_epsilon(out[2 * i] + out[2 * i + 1], mid * pow(10, -6 / 20.0), 1e-9);
    g_assert_cmpfloat_with_epsilon(out[2 * i] - out[2 * i + 1], side, 1e-9);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-filter/curve", test_curve);
  g_test_add_func("/tone-filter/response", test_response);
  g_test_add_func("/tone-filter/mid-side", test_mid_and_side);
  return g_test_run();
}
