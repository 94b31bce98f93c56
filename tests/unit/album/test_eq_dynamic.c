/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_dynamic.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 48000
#define FRAMES RATE

static AlEqBand
band_of(AlEqForm form, double hz, double ratio, double range_db)
{
  return (AlEqBand){.form = form,
                    .hz = hz,
                    .q = form == AL_EQ_BELL ? 1.0 : 0.707,
                    .dynamics = {-30.0, ratio, 0.004, 0.06, range_db}};
}

/* What a sine at the band's frequency is changed by in the end, in dB. */
static double
change_db(const AlEqBand *band, double hz, double level_db)
{
  double amplitude = pow(10.0, level_db / 20.0);
  g_autofree double *sine = signal_sine(FRAMES, RATE, hz, amplitude);
  double *lane[2] = {sine, sine + 1};
  AlEqDynamic dynamic;

  al_eq_dynamic_init(&dynamic, band, RATE);
  for (gsize i = 0; i < FRAMES; i++) {
    double *frame[2] = {lane[0] + 2 * i, lane[1] + 2 * i};

    al_eq_dynamic_run(&dynamic, frame, 2, 1);
  }
  return 20.0 * log10(signal_amplitude(sine, FRAMES / 2, FRAMES, 0, hz / RATE) / amplitude);
}

static void
test_curve(void)
{
  AlEqBand down = band_of(AL_EQ_BELL, 1000.0, 2.0, 8.0);
  AlEqBand up = band_of(AL_EQ_BELL, 1000.0, 0.5, 8.0);

  g_assert_cmpfloat_with_epsilon(change_db(&down, 1000.0, -31.0), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon(change_db(&down, 1000.0, -24.0), -3.0, 0.03);
  g_assert_cmpfloat_with_epsilon(change_db(&down, 1000.0, -18.0), -6.0, 0.03);
  g_assert_cmpfloat_with_epsilon(change_db(&down, 1000.0, -6.0), -8.0, 0.01);
  g_assert_cmpfloat_with_epsilon(change_db(&up, 1000.0, -26.0), 4.0, 0.03);
  g_assert_cmpfloat_with_epsilon(change_db(&up, 1000.0, -6.0), 8.0, 0.01);
}

static void
test_shelves_hear_their_side(void)
{
  AlEqBand low = band_of(AL_EQ_LOW_SHELF, 300.0, 4.0, 6.0);
  AlEqBand high = band_of(AL_EQ_HIGH_SHELF, 3000.0, 4.0, 6.0);

  g_assert_cmpfloat_with_epsilon(change_db(&low, 40.0, -10.0), -6.0, 0.1);
  g_assert_cmpfloat_with_epsilon(change_db(&low, 8000.0, -10.0), 0.0, 1e-6);
  g_assert_cmpfloat_with_epsilon(change_db(&high, 12000.0, -10.0), -6.0, 0.1);
  g_assert_cmpfloat_with_epsilon(change_db(&high, 60.0, -10.0), 0.0, 1e-6);
}

/* Frames from a step of the level until the change has done 63 % of its way. */
static double
seconds_to_63_percent(double before_db, double after_db)
{
  AlEqBand band = band_of(AL_EQ_BELL, 8000.0, 2.0, 12.0);
  AlEqDynamic dynamic;
  double start = 0.0, end;
  gsize i = 0;

  al_eq_dynamic_init(&dynamic, &band, RATE);
  end = MAX(0.0, (after_db + 30.0) / 2.0);
  for (gsize n = 0; n < 2 * FRAMES; n++) {
    double level_db = n < FRAMES ? before_db : after_db;
    double x = pow(10.0, level_db / 20.0) * sin(2.0 * G_PI * 8000.0 * (double)n / RATE);
    double *lane[2] = {&x, NULL};

    if (n == FRAMES)
      start = dynamic.reduction_db;
    al_eq_dynamic_run(&dynamic, lane, 1, 1);
    if (n >= FRAMES && fabs(dynamic.reduction_db - end) > fabs(start - end) * exp(-1.0))
      i++;
  }
  return (double)i / RATE;
}

static void
test_attack_and_release(void)
{
  g_assert_cmpfloat_with_epsilon(seconds_to_63_percent(-40.0, -10.0), 0.004, 0.0008);
  g_assert_cmpfloat_with_epsilon(seconds_to_63_percent(-10.0, -24.0), 0.060, 0.006);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/eq_dynamic/curve", test_curve);
  g_test_add_func("/eq_dynamic/shelves_hear_their_side", test_shelves_hear_their_side);
  g_test_add_func("/eq_dynamic/attack_and_release", test_attack_and_release);
  return g_test_run();
}
