/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/clipping.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 44100
#define TOP (32767 / 32768.0)

/* A tone of 16 bits, cut off at a level. */
static double *
cut_tone(double hz, double amplitude, double limit)
{
  double *samples = signal_sine(RATE, RATE, hz, amplitude);

  for (gsize i = 0; i < 2 * RATE; i++)
    samples[i] = round(CLAMP(samples[i], -limit, limit) * 32768) / 32768;
  return samples;
}

static AlClipping *
listen(const double *samples, gsize frames)
{
  AlClipping *clipping = al_clipping_new(RATE);

  al_clipping_feed(clipping, samples, frames);
  al_clipping_finish(clipping);
  return clipping;
}

static void
test_clipped(void)
{
  g_autofree double *samples = cut_tone(441, 1.2, TOP);
  g_autoptr(AlClipping) clipping = listen(samples, RATE);
  const AlFaults *found = al_clipping_full_scale(clipping);

  /* 882 crests in each channel. */
  g_assert_cmpfloat(found->figure, ==, 2 * 882);
  g_assert_cmpuint(al_faults_spots(found), ==, 1);
  g_assert_cmpuint(al_faults_get(found, 0)->channels, ==, AL_FAULT_BOTH);
  g_assert_cmpfloat(al_clipping_flat_tops(clipping)->figure, ==, 0);
}

/* A tone that just reaches full scale is not clipped, nor is a slow one whose crest is flat by its
 * 16 bits. */
static void
test_just_not_clipped(void)
{
  static const double tones[] = {20, 50, 441, 5000};

  for (gsize i = 0; i < G_N_ELEMENTS(tones); i++) {
    g_autofree double *samples = cut_tone(tones[i], TOP, 1);
    g_autoptr(AlClipping) clipping = listen(samples, RATE);

    g_assert_cmpfloat(al_clipping_full_scale(clipping)->figure, ==, 0);
    g_assert_cmpfloat(al_clipping_flat_tops(clipping)->figure, ==, 0);
  }
}

static void
run_of(double *samples, gsize at, gsize frames, double level)
{
  for (gsize n = at; n < at + frames; n++)
    samples[2 * n] = level;
}

/* Two samples at full scale are no run; three are. */
static void
test_shortest_run(void)
{
  g_autofree double *samples = signal_sine(RATE, RATE, 1000, 0.5);
  g_autoptr(AlClipping) two = NULL, three = NULL;

  run_of(samples, 1000, 2, -1);
  two = listen(samples, RATE);
  g_assert_cmpfloat(al_clipping_full_scale(two)->figure, ==, 0);
  run_of(samples, 20000, 3, -1);
  three = listen(samples, RATE);
  g_assert_cmpfloat(al_clipping_full_scale(three)->figure, ==, 1);
  g_assert_cmpint(al_faults_get(al_clipping_full_scale(three), 0)->first_frame, ==, 20000);
  g_assert_cmpuint(al_faults_get(al_clipping_full_scale(three), 0)->channels, ==, AL_FAULT_LEFT);
}

/* Tops that were flat count where nothing is higher. */
static void
test_flat_tops(void)
{
  g_autofree double *samples = cut_tone(441, 0.7, 0.5);
  g_autoptr(AlClipping) flat = listen(samples, RATE), higher = NULL;

  g_assert_cmpfloat(al_clipping_flat_tops(flat)->figure, >=, 2 * 881);
  g_assert_cmpfloat(al_clipping_full_scale(flat)->figure, ==, 0);
  samples[2 * 30000] = 0.6;
  higher = listen(samples, RATE);
  g_assert_cmpfloat(al_clipping_flat_tops(higher)->figure, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/clipping/clipped", test_clipped);
  g_test_add_func("/clipping/just_not_clipped", test_just_not_clipped);
  g_test_add_func("/clipping/shortest_run", test_shortest_run);
  g_test_add_func("/clipping/flat_tops", test_flat_tops);
  return g_test_run();
}
