/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/dropouts.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 48000
#define AT 20000

/* How often sound of an amplitude drops out whose right channel stands still at `value` for some
 * milliseconds. */
static double
count_at(double amplitude, double milliseconds, double value)
{
  g_autofree double *samples = signal_noise(RATE, 1, amplitude);
  g_autoptr(AlDropouts) dropouts = al_dropouts_new(RATE);
  const AlFaults *found;

  for (gsize n = AT; n < AT + (gsize)(milliseconds * RATE / 1000); n++)
    samples[2 * n + 1] = value;
  al_dropouts_feed(dropouts, samples, RATE);
  al_dropouts_finish(dropouts);
  found = al_dropouts_found(dropouts);
  if (found->events > 0) {
    g_assert_cmpint(al_faults_get(found, 0)->first_frame, ==, AT);
    g_assert_cmpint(al_faults_get(found, 0)->frames, ==, (gint64)(milliseconds * RATE / 1000));
    g_assert_cmpuint(al_faults_get(found, 0)->channels, ==, AL_FAULT_RIGHT);
  }
  return found->figure;
}

static void
test_length(void)
{
  g_assert_cmpfloat(count_at(0.1, 0, 0), ==, 0);
  g_assert_cmpfloat(count_at(0.1, 0.9, 0), ==, 0);
  g_assert_cmpfloat(count_at(0.1, 1, 0), ==, 1);
  g_assert_cmpfloat(count_at(0.1, 250, 0), ==, 1);
  g_assert_cmpfloat(count_at(0.1, 251, 0), ==, 0);
}

/* Held values count where they are far from the sound's own peaks; a pulse is held high up. */
static void
test_held(void)
{
  g_assert_cmpfloat(count_at(0.1, 2, 0.02), ==, 1);
  g_assert_cmpfloat(count_at(0.1, 2, 0.05), ==, 0);
}

/* Beside silence a gap is no dropout: 0.0055 is -50 dBFS. */
static void
test_level(void)
{
  g_assert_cmpfloat(count_at(0.006, 2, 0), ==, 1);
  g_assert_cmpfloat(count_at(0.005, 2, 0), ==, 0);
}

/* The end of a sound, and its start, are no gap. */
static void
test_edges(void)
{
  g_autofree double *samples = signal_noise(RATE, 1, 0.1);
  g_autoptr(AlDropouts) dropouts = al_dropouts_new(RATE);

  for (gsize n = 0; n < RATE; n++)
    if (n < 1000 || n > RATE - 1000)
      samples[2 * n] = samples[2 * n + 1] = 0;
  al_dropouts_feed(dropouts, samples, RATE);
  al_dropouts_finish(dropouts);
  g_assert_cmpfloat(al_dropouts_found(dropouts)->figure, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/dropouts/length", test_length);
  g_test_add_func("/dropouts/held", test_held);
  g_test_add_func("/dropouts/level", test_level);
  g_test_add_func("/dropouts/edges", test_edges);
  return g_test_run();
}
