/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/clicks.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 44100
#define AT 22222

static void
listen(const double *samples, gsize frames, AlFaults *found)
{
  g_autoptr(AlClicks) clicks = al_clicks_new(RATE);

  al_clicks_feed(clicks, samples, frames);
  al_clicks_finish(clicks);
  al_faults_init(found);
  al_faults_copy(found, al_clicks_found(clicks));
}

static void
expect(const double *samples, guint count, guint channels)
{
  AlFaults found;

  listen(samples, RATE, &found);
  g_assert_cmpfloat(found.figure, ==, count);
  if (count > 0) {
    g_assert_cmpint(ABS(al_faults_get(&found, 0)->first_frame - AT), <=, 32);
    g_assert_cmpuint(al_faults_get(&found, 0)->channels, ==, channels);
  }
  al_faults_clear(&found);
}

/* Tones and a little noise. */
static double *
make_sound(void)
{
  double *samples = signal_noise(RATE, 1, 0.001);

  for (gsize n = 0; n < RATE; n++)
    for (guint channel = 0; channel < 2; channel++)
      samples[2 * n + channel] += 0.3 * sin(0.02 * (double)n) + 0.1 * sin(0.31 * (double)n);
  return samples;
}

static void
test_impulse(void)
{
  g_autofree double *samples = make_sound();

  expect(samples, 0, 0);
  samples[2 * AT + 1] += 0.1;
  expect(samples, 1, AL_FAULT_RIGHT);
}

static void
test_step(void)
{
  g_autofree double *samples = make_sound();

  for (gsize n = AT; n < RATE; n++)
    samples[2 * n] = samples[2 * n + 1] = 0.3 * sin(0.02 * (double)n + 1.5);
  expect(samples, 1, AL_FAULT_BOTH);
}

/* Noise that sets in at once and dies away is a drum. */
static void
test_attack(void)
{
  g_autofree double *samples = make_sound(), *noise = signal_noise(RATE, 3, 0.3);

  for (gsize n = AT; n < RATE; n++)
    for (guint channel = 0; channel < 2; channel++)
      samples[2 * n + channel] += noise[2 * n + channel] * exp(-(double)(n - AT) / 2000);
  expect(samples, 0, 0);
}

/* So is a tone that is there from one sample to the next; where it ends so, it clicks. */
static void
test_synthesised_attack(void)
{
  g_autofree double *samples = signal_noise(RATE, 1, 0.001), *ending = NULL;

  for (gsize n = AT; n < RATE; n++)
    samples[2 * n] += 0.3 * sin(0.02 * (double)(n - AT) + 1);
  expect(samples, 0, 0);
  ending = signal_noise(RATE, 1, 0.001);
  for (gsize n = 0; n < AT; n++)
    ending[2 * n] += 0.3 * sin(0.02 * (double)(AT - n) + 1);
  expect(ending, 1, AL_FAULT_LEFT);
}

/* In loud noise an impulse of its own height is not heard. */
static void
test_hidden(void)
{
  g_autofree double *samples = signal_noise(RATE, 4, 0.2);

  samples[2 * AT] += 0.3;
  expect(samples, 0, 0);
}

/* A block ends every 2028 frames: a click is found once wherever it is. */
static void
test_everywhere(void)
{
  g_autofree double *samples = make_sound();
  AlFaults found;

  for (gsize n = 2000; n < RATE - 1000; n += 997)
    samples[2 * n] += 0.2;
  listen(samples, RATE, &found);
  g_assert_cmpfloat(found.figure, ==, (RATE - 1000 - 2000 + 996) / 997);
  al_faults_clear(&found);
}

static void
test_short(void)
{
  g_autofree double *samples = make_sound();
  AlFaults found;

  for (gsize frames = 0; frames < 300; frames += 99) {
    listen(samples, frames, &found);
    g_assert_cmpfloat(found.figure, ==, 0);
    al_faults_clear(&found);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/clicks/impulse", test_impulse);
  g_test_add_func("/clicks/step", test_step);
  g_test_add_func("/clicks/attack", test_attack);
  g_test_add_func("/clicks/synthesised_attack", test_synthesised_attack);
  g_test_add_func("/clicks/hidden", test_hidden);
  g_test_add_func("/clicks/everywhere", test_everywhere);
  g_test_add_func("/clicks/short", test_short);
  return g_test_run();
}
