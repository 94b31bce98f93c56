/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/silences.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 44100
#define SECONDS 6

/* Noise between two times, softly at its edges if they are soft. */
static void
put(double *samples, double from, double to, double edge)
{
  g_autofree double *noise = signal_noise(SECONDS * RATE, 1, 0.3);

  for (gsize n = 0; n < SECONDS * RATE; n++) {
    double seconds = (double)n / RATE;
    double level = seconds < from || seconds >= to
                       ? 0
                       : CLAMP(fmin(seconds - from, to - seconds) / edge, 0, 1);

    samples[2 * n] += level * level * noise[2 * n];
  }
}

static AlSilences *
listen(const double *samples)
{
  AlSilences *silences = al_silences_new(RATE, 1);

  al_silences_feed(silences, samples, SECONDS * RATE);
  al_silences_finish(silences);
  return silences;
}

static void
test_soft(void)
{
  g_autofree double *samples = signal_silence(SECONDS * RATE);
  g_autoptr(AlSilences) silences = NULL;

  put(samples, 0.5, 4, 0.2);
  silences = listen(samples);
  g_assert_cmpfloat_with_epsilon(al_silences_head(silences)->figure, 0.5, 0.02);
  g_assert_cmpfloat_with_epsilon(al_silences_tail(silences)->figure, 2, 0.02);
  g_assert_true(isnan(al_silences_inside(silences)->figure));
  g_assert_cmpfloat(al_silences_start(silences)->figure, <, -60);
  g_assert_cmpfloat(al_silences_end(silences)->figure, <, -55);
}

static void
test_cut(void)
{
  g_autofree double *samples = signal_silence(SECONDS * RATE);
  g_autoptr(AlSilences) silences = NULL;

  put(samples, 0, 5.5, 1e-9);
  silences = listen(samples);
  g_assert_cmpfloat(al_silences_start(silences)->figure, >, -30);
  g_assert_cmpfloat(al_silences_end(silences)->figure, >, -30);
  g_assert_cmpfloat_with_epsilon(al_silences_tail(silences)->figure, 0.5, 0.001);
}

/* One of 0.9 s is too short, one of 1.1 s is not. */
static void
test_inside(void)
{
  g_autofree double *samples = signal_silence(SECONDS * RATE);
  g_autoptr(AlSilences) silences = NULL;
  const AlFaults *inside;

  put(samples, 0, 1, 1e-9);
  put(samples, 1.9, 3, 1e-9);
  put(samples, 4.1, 6, 1e-9);
  silences = listen(samples);
  inside = al_silences_inside(silences);
  g_assert_cmpuint(al_faults_spots(inside), ==, 1);
  g_assert_cmpfloat_with_epsilon(inside->figure, 1.1, 0.001);
  g_assert_cmpfloat_with_epsilon((double)al_faults_get(inside, 0)->first_frame / RATE, 3, 0.001);
}

/* Below -60 dBFS it is silent inside; before the first sound louder than that, only from -70 down.
 */
static void
test_gates(void)
{
  g_autofree double *samples = signal_sine(SECONDS * RATE, RATE, 1000, 0.0005);
  g_autoptr(AlSilences) silences = NULL;

  put(samples, 2, 3, 1e-9);
  put(samples, 5, 6, 1e-9);
  silences = listen(samples);
  g_assert_cmpfloat(al_silences_head(silences)->figure, <, 0.001);
  g_assert_cmpuint(al_faults_spots(al_silences_inside(silences)), ==, 1);
}

static void
test_nothing(void)
{
  g_autofree double *samples = signal_silence(SECONDS * RATE);
  g_autoptr(AlSilences) silences = listen(samples);

  g_assert_true(isnan(al_silences_head(silences)->figure));
  g_assert_true(isnan(al_silences_end(silences)->figure));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/silences/soft", test_soft);
  g_test_add_func("/silences/cut", test_cut);
  g_test_add_func("/silences/inside", test_inside);
  g_test_add_func("/silences/gates", test_gates);
  g_test_add_func("/silences/nothing", test_nothing);
  return g_test_run();
}
