/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/loudness_steps.h"

#include <ebur128.h>

#include "album/measure/loudness.h"
#include "tests/measure/signals.h"

/* Two tracks: one that falls in steps from loud to below both gates, and a softer one. */
static void
fill(Signal *signal, int rate, double amplitude)
{
  for (gsize part = 0; part < 6; part++)
    signal_add_tone(signal, part * signal->frames / 6, signal->frames / 6, 997.0 / rate, 0,
                    amplitude * pow(10, -0.6 * (double)part));
}

/* A track, measured by the meter that gives its steps, and by libebur128 to its end. */
typedef struct {
  AlLoudness *meter;
  ebur128_state *library;
} Measured;

static Measured
measure(int rate, double amplitude)
{
  g_auto(Signal) signal = signal_new((gsize)rate * 12 + 123);
  Measured measured = {.meter = al_loudness_new_stereo(rate),
                       .library = ebur128_init(2, (unsigned long)rate, EBUR128_MODE_I)};

  fill(&signal, rate, amplitude);
  al_loudness_feed(measured.meter, signal.samples, signal.frames);
  al_loudness_finish(measured.meter);
  ebur128_add_frames_double(measured.library, signal.samples, signal.frames);
  return measured;
}

static void
expect_track(const Measured *measured)
{
  AlLoudnessSteps steps = al_loudness_steps(measured->meter);
  double lufs;

  g_assert_cmpuint(steps.count, ==, 1200);
  ebur128_loudness_global(measured->library, &lufs);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(&steps, 1), lufs, 1e-6);
  g_assert_cmpfloat_with_epsilon(al_loudness_integrated(measured->meter), lufs, 1e-6);
}

/* The same as libebur128 says, of a track and of an album. */
static void
test_library(void)
{
  static const int rates[] = {44100, 48000, 96000};

  for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
    Measured tracks[] = {measure(rates[i], 0.5), measure(rates[i], 0.2)};
    AlLoudness *meters[] = {tracks[0].meter, tracks[1].meter};
    ebur128_state *states[] = {tracks[0].library, tracks[1].library};
    double lufs;

    expect_track(&tracks[0]);
    expect_track(&tracks[1]);
    ebur128_loudness_global_multiple(states, 2, &lufs);
    g_assert_cmpfloat_with_epsilon(al_loudness_album_integrated(meters, 2), lufs, 1e-6);
    for (gsize k = 0; k < 2; k++) {
      al_loudness_free(meters[k]);
      ebur128_destroy(&states[k]);
    }
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

/* Tech 3342 case 1, as energies: 20 s at -20 LUFS, then 20 s at -30. */
static void
test_range(void)
{
  double energies[4000];
  const AlLoudnessSteps track = {energies, G_N_ELEMENTS(energies)};
  g_autoptr(GArray) series = NULL;

  for (gsize n = 0; n < G_N_ELEMENTS(energies); n++)
    energies[n] = al_loudness_energy(n < 2000 ? -20 : -30);
  series = al_loudness_steps_series(&track);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_range(&track, 1), 10, 0.1);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_loud_sections(&track, 1), -20, 0.01);
  g_assert_cmpuint(series->len, ==, (4000 - 300) / 10 + 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/loudness_steps/library", test_library);
  g_test_add_func("/loudness_steps/energies", test_energies);
  g_test_add_func("/loudness_steps/gates", test_gates);
  g_test_add_func("/loudness_steps/range", test_range);
  return g_test_run();
}
