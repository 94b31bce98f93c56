/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_linear.h"

#include <math.h>

#include "tests/support/stream.h"

#define FRAMES 20001
#define MIDDLE 10000

static GArray *
bands_of(AlEqChannel channel)
{
  AlEqBand band = {.form = AL_EQ_BELL, .channel = channel, .hz = 500.0, .gain_db = 6.0, .q = 2.0};
  GArray *bands = g_array_new(FALSE, FALSE, sizeof(AlEqBand));

  g_array_append_val(bands, band);
  return bands;
}

static void
test_nothing_to_do(void)
{
  g_autoptr(GArray) bands = bands_of(AL_EQ_LEFT);
  g_autofree double *silence = signal_silence(10);
  g_autoptr(AlSource) input = stream_new(silence, 10, 44100);

  g_assert_true(al_eq_linear_new(input, bands, TRUE) == input);
}

/* An impulse comes out symmetric about itself: every frequency is delayed by nothing. */
static void
test_no_delay_at_any_frequency(void)
{
  g_autoptr(GArray) bands = bands_of(AL_EQ_STEREO);
  g_autofree double *impulse = signal_impulse(FRAMES, MIDDLE);
  g_autoptr(AlSource) input = stream_new(impulse, FRAMES, 44100);
  g_autoptr(AlSource) linear = al_eq_linear_new(input, bands, FALSE);
  g_autofree double *out = stream_read_all(linear, 588);

  for (gsize i = 1; i <= MIDDLE; i++)
    g_assert_cmpfloat_with_epsilon(out[2 * (MIDDLE + i)], out[2 * (MIDDLE - i)], 1e-14);
  g_assert_cmpfloat(fabs(out[2 * MIDDLE + 200]), >, 1e-5);
}

/* The gain of one band at a frequency, by an impulse in the middle of 24 s. */
static double
gain_db_of(const AlEqBand *band, double hz)
{
  const gsize frames = 24 * 44100, at = 12 * 44100;
  g_autoptr(GArray) bands = g_array_new(FALSE, FALSE, sizeof(AlEqBand));
  g_autofree double *impulse = signal_impulse(frames, at);
  g_autoptr(AlSource) input = stream_new(impulse, (gint64)frames, 44100);
  g_autoptr(AlSource) linear = NULL;
  g_autofree double *out = NULL;
  double real, imaginary;

  g_array_append_val(bands, *band);
  linear = al_eq_linear_new(input, bands, FALSE);
  out = stream_read_all(linear, 4096);
  signal_response(out, frames, 0, at, hz / 44100, &real, &imaginary);
  return 20.0 * log10(hypot(real, imaginary));
}

/* What is narrow is as deep as in minimum phase: hum is gone. */
static void
test_narrow_cuts(void)
{
  static const struct {
    AlEqForm form;
    double hz, gain_db, q;
    double least, most; /* at the centre */
  } rows[] = {
      {AL_EQ_NOTCH, 50.0, 0.0, 30.0, -999.0, -80.0},
      {AL_EQ_NOTCH, 1000.0, 0.0, 100.0, -999.0, -80.0},
      {AL_EQ_NOTCH, 60.0, 0.0, 5.0, -999.0, -80.0},
      {AL_EQ_BELL, 100.0, -24.0, 40.0, -24.02, -23.98},
      {AL_EQ_BELL, 50.0, -24.0, 10.0, -24.02, -23.98},
      {AL_EQ_BELL, 1000.0, 24.0, 40.0, 23.98, 24.02},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    AlEqBand band = {.form = rows[i].form,
                     .channel = AL_EQ_STEREO,
                     .hz = rows[i].hz,
                     .gain_db = rows[i].gain_db,
                     .q = rows[i].q};
    double gain_db = gain_db_of(&band, rows[i].hz);

    g_test_message("row %" G_GSIZE_FORMAT ": %.2f dB", i, gain_db);
    g_assert_cmpfloat(gain_db, >=, rows[i].least);
    g_assert_cmpfloat(gain_db, <=, rows[i].most);
  }
}

/* Where a notch is 3 dB down: hz (sqrt(1 + 1 / 4 q^2) + 1 / 2 q). */
static void
test_width_of_a_notch(void)
{
  static const double qs[] = {0.7, 5.0, 30.0};

  for (gsize i = 0; i < G_N_ELEMENTS(qs); i++) {
    AlEqBand band = {.form = AL_EQ_NOTCH, .channel = AL_EQ_STEREO, .hz = 400.0, .q = qs[i]};
    double half = 0.5 / qs[i];

    g_assert_cmpfloat_with_epsilon(gain_db_of(&band, 400.0 * (sqrt(1.0 + half * half) + half)),
                                   -3.01, 0.05);
    g_assert_cmpfloat_with_epsilon(gain_db_of(&band, 12000.0), 0.0, 0.1);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/eq_linear/nothing_to_do", test_nothing_to_do);
  g_test_add_func("/eq_linear/no_delay", test_no_delay_at_any_frequency);
  g_test_add_func("/eq_linear/narrow_cuts", test_narrow_cuts);
  g_test_add_func("/eq_linear/width_of_a_notch", test_width_of_a_notch);
  return g_test_run();
}
