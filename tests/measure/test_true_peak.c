/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How true the true-peak meter is: tones of known peak at every frequency and many phases, and
 * signals on which a slow reference says what is right. */

#include "album/measure/interpolation.h"
#include "album/measure/true_peak.h"
#include "tests/measure/signals.h"

static double
peak_of(const Signal *signal)
{
  g_autoptr(AlTruePeak) meter = al_true_peak_new();

  al_true_peak_feed(meter, signal->samples, signal->frames);
  al_true_peak_finish(meter);
  return 20 * log10(al_true_peak_whole(meter));
}

static void
test_tones(void)
{
  static const struct {
    double cycles;      /* per frame */
    double under, over; /* dB */
  } table[] = {
      {0.001, 0.001, 0.002}, {0.02, 0.001, 0.002},    {0.1, 0.001, 0.002}, {1.0 / 6, 0.002, 0.003},
      {0.25, 0.002, 0.003},  {1.0 / 3, 0.002, 0.003}, {0.4, 0.002, 0.003}, {0.45, 0.002, 0.005},
      {0.46, 0.002, 0.01},   {0.467, 0.01, 0.01},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
    double lowest = HUGE_VAL, highest = -HUGE_VAL;

    for (int phase = 0; phase < 24; phase++) {
      g_auto(Signal) signal = signal_new(3000);
      double peak;

      signal_add_tone(&signal, 0, signal.frames, table[i].cycles, phase * G_PI / 24, 1);
      signal_fade(&signal, 1000);
      peak = peak_of(&signal);
      lowest = MIN(lowest, peak);
      highest = MAX(highest, peak);
    }
    g_test_message("%.3f of the rate: %+.4f to %+.4f dB", table[i].cycles, lowest, highest);
    g_assert_cmpfloat(lowest, >=, -table[i].under);
    g_assert_cmpfloat(highest, <=, table[i].over);
  }
}

/* Pulses between samples: the phase of the peak is anywhere. */
static void
test_against_reference(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);

  for (int round = 0; round < 8; round++) {
    g_auto(Signal) signal = signal_new(1500);

    for (int tone = 0; tone < 12; tone++)
      signal_add_tone(&signal, 0, signal.frames, g_rand_double_range(random, 0.001, 0.45),
                      g_rand_double_range(random, 0, 6.28), 0.1);
    signal_fade(&signal, 300);
    g_assert_cmpfloat_with_epsilon(peak_of(&signal), reference_peak(&signal, 160, 9, 0), 0.006);
  }
}

/* The norms that let blocks be left out are bounds, and not far from what can be reached. */
static void
test_norms(void)
{
  double highest = 0, highest_strict = 0;

  for (int step = 0; step < 16; step++) {
    double samples[2 * AL_INTERPOLATION_REACH + AL_INTERPOLATION_BLOCK];
    double peaks[AL_INTERPOLATION_BLOCK], place = AL_INTERPOLATION_REACH + 64 + step / 16.0;

    for (gsize n = 0; n < G_N_ELEMENTS(samples); n++) {
      double distance = place - (double)n;

      samples[n] = distance == 0 || sin(G_PI * distance) / distance >= 0 ? 1 : -1;
    }
    g_assert_true(al_interpolation_peaks(samples + AL_INTERPOLATION_REACH, AL_INTERPOLATION_NORMAL,
                                         1, peaks));
    highest = MAX(highest, peaks[64]);
    g_assert_true(al_interpolation_peaks(samples + AL_INTERPOLATION_REACH, AL_INTERPOLATION_STRICT,
                                         1, peaks));
    highest_strict = MAX(highest_strict, peaks[64]);
  }
  g_test_message("norm %.3f of %.3f", highest, AL_INTERPOLATION_NORM);
  g_assert_cmpfloat(highest, <=, AL_INTERPOLATION_NORM);
  g_assert_cmpfloat(highest_strict, <=, AL_INTERPOLATION_STRICT_NORM);
  g_assert_cmpfloat(highest_strict, >, 0.9 * AL_INTERPOLATION_STRICT_NORM);
  g_assert_cmpfloat(highest, >, 0.9 * AL_INTERPOLATION_NORM);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/true_peak/tones", test_tones);
  g_test_add_func("/true_peak/against_reference", test_against_reference);
  g_test_add_func("/true_peak/norms", test_norms);
  return g_test_run();
}
