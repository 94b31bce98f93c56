/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/loudness_steps.h"

#include "tests/measure/signals.h"

/* Two tracks: one that falls in steps from loud to below both gates, and a softer one. */
static void
fill(Signal *signal, int rate, double amplitude)
{
  for (gsize part = 0; part < 6; part++)
    signal_add_tone(signal, part * signal->frames / 6, signal->frames / 6, 997.0 / rate, 0,
                    amplitude * pow(10, -0.6 * (double)part));
}

static AlLoudness *
measure(int rate, double amplitude)
{
  g_auto(Signal) signal = signal_new((gsize)rate * 12 + 123);
  AlLoudness *meter = al_loudness_new_stereo(rate);

  fill(&signal, rate, amplitude);
  al_loudness_feed(meter, signal.samples, signal.frames);
  al_loudness_finish(meter);
  return meter;
}

/* The same as the meter that the steps are from. */
static void
test_meter(void)
{
  static const int rates[] = {44100, 48000, 96000};

  for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
    AlLoudness *meters[] = {measure(rates[i], 0.5), measure(rates[i], 0.2)};
    AlLoudnessSteps steps[] = {al_loudness_steps(meters[0]), al_loudness_steps(meters[1])};

    g_assert_cmpuint(steps[0].count, ==, 1200);
    for (gsize k = 0; k < 2; k++) {
      g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(&steps[k], 1),
                                     al_loudness_integrated(meters[k]), 1e-6);
      g_assert_cmpfloat_with_epsilon(al_loudness_steps_loud_sections(&steps[k], 1),
                                     al_loudness_loud_sections(meters[k]), 1e-6);
    }
    g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(steps, 2),
                                   al_loudness_album_integrated(meters, 2), 1e-6);
    g_assert_cmpfloat_with_epsilon(al_loudness_steps_loud_sections(steps, 2),
                                   al_loudness_album_loud_sections(meters, 2), 1e-6);
    al_loudness_free(meters[0]);
    al_loudness_free(meters[1]);
  }
}

/* A steady energy has its loudness; 400 ms are the least that has one. */
static void
test_energies(void)
{
  double energies[400];

  for (gsize i = 0; i < G_N_ELEMENTS(energies); i++)
    energies[i] = al_loudness_energy(-23);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(&(AlLoudnessSteps){energies, 400}, 1),
                                 -23, 1e-9);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(&(AlLoudnessSteps){energies, 40}, 1),
                                 -23, 1e-9);
  g_assert_true(al_loudness_steps_integrated(&(AlLoudnessSteps){energies, 39}, 1) ==
                AL_LOUDNESS_NONE);
  g_assert_true(al_loudness_steps_loud_sections(&(AlLoudnessSteps){energies, 0}, 1) ==
                AL_LOUDNESS_NONE);
  g_assert_cmpfloat_with_epsilon(
      al_loudness_steps_loud_sections(&(AlLoudnessSteps){energies, 400}, 1), -23, 1e-9);
}

/* Half of it soft: more than 10 LU below the mean of all (-25.9 LUFS) the gate leaves it out. */
static void
test_gates(void)
{
  static const struct {
    double soft_lufs, expected_lufs;
  } gates[] = {{-37, -23}, {-32, -25.51}, {-80, -23}};

  for (gsize i = 0; i < G_N_ELEMENTS(gates); i++) {
    double energies[8000];

    for (gsize n = 0; n < G_N_ELEMENTS(energies); n++)
      energies[n] = al_loudness_energy(n < 4000 ? -23 : gates[i].soft_lufs);
    g_assert_cmpfloat_with_epsilon(
        al_loudness_steps_integrated(&(AlLoudnessSteps){energies, 8000}, 1), gates[i].expected_lufs,
        0.03);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/loudness_steps/meter", test_meter);
  g_test_add_func("/loudness_steps/energies", test_energies);
  g_test_add_func("/loudness_steps/gates", test_gates);
  return g_test_run();
}
