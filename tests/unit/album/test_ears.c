/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/ears.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 44100
#define FRAMES (3 * RATE)
#define CLICK_FRAME (2 * RATE - 4000)

/* All figures and first spots of one second of music with faults, fed in blocks. */
static AlMixFaults *
listen(const double *samples, gsize block_frames)
{
  g_autoptr(AlEars) ears = al_ears_new(RATE, 0.3);
  AlMixFaults *faults = al_mix_faults_new();

  faults->info = (AlMixInfo){.rate = RATE, .channels = 2, .bits = 24, .integers = TRUE};
  for (gsize done = 0; done < FRAMES; done += block_frames)
    al_ears_feed(ears, samples + 2 * done, MIN(block_frames, FRAMES - done));
  al_ears_finish(ears, faults);
  return faults;
}

static double *
make_faulty(void)
{
  double *samples = signal_music(FRAMES, RATE, 1);

  for (gsize n = 0; n < 400; n++) {
    samples[2 * (RATE + n)] = 0;
    samples[2 * (RATE / 2 + n) + 1] = 1;
  }
  samples[2 * CLICK_FRAME + 1] += 0.5;
  for (gsize n = 2 * RATE + 5000; n < 2 * RATE + 30000; n++)
    samples[2 * n] = samples[2 * n + 1] = 0;
  return samples;
}

static void
assert_same_spots(const AlFaults *a, const AlFaults *b)
{
  g_assert_cmpuint(a->events, ==, b->events);
  g_assert_cmpuint(a->spots->len, ==, b->spots->len);
  for (guint i = 0; i < a->spots->len; i++) {
    const AlFault *one = al_faults_get(a, i), *other = al_faults_get(b, i);

    g_assert_cmpint(one->first_frame, ==, other->first_frame);
    g_assert_cmpint(one->frames, ==, other->frames);
    g_assert_cmpuint(one->channels, ==, other->channels);
  }
}

/* What is heard does not depend on the sizes of the blocks. */
static void
test_blocks(void)
{
  static const gsize sizes[] = {1, 7, 588, 4096};
  g_autofree double *samples = make_faulty();
  g_autoptr(AlMixFaults) whole = listen(samples, FRAMES);

  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(AlMixFaults) blocks = listen(samples, sizes[i]);

    for (AlCheck check = 0; check < AL_CHECKS; check++) {
      const AlFaults *a = &whole->of[check], *b = &blocks->of[check];

      if (isnan(a->figure))
        g_assert_true(isnan(b->figure));
      else if (isfinite(a->figure)) /* sums in another order: the last bits may differ */
        g_assert_cmpfloat_with_epsilon(a->figure, b->figure, 1e-9);
      assert_same_spots(a, b);
    }
  }
}

/* The edges of a gap are no clicks of their own. */
static void
test_told_once(void)
{
  g_autofree double *samples = make_faulty();
  g_autoptr(AlMixFaults) faults = listen(samples, 4096);

  g_assert_cmpfloat(faults->of[AL_CHECK_DROPOUTS].figure, ==, 1);
  g_assert_cmpfloat(faults->of[AL_CHECK_CLIPPING].figure, ==, 1);
  g_assert_cmpuint(al_faults_spots(&faults->of[AL_CHECK_SILENCE]), ==, 1);
  g_assert_cmpfloat(faults->of[AL_CHECK_CLICKS].figure, ==, 1);
  g_assert_cmpint(al_faults_get(&faults->of[AL_CHECK_CLICKS], 0)->first_frame, ==, CLICK_FRAME);
}

/* Less than a block of anything. */
static void
test_short(void)
{
  g_autofree double *samples = signal_noise(100, 1, 0.1);

  for (gsize frames = 0; frames <= 100; frames += 50) {
    g_autoptr(AlEars) ears = al_ears_new(RATE, 0.3);
    g_autoptr(AlMixFaults) faults = al_mix_faults_new();

    faults->info = (AlMixInfo){.rate = RATE, .channels = 2, .bits = 24};
    al_ears_feed(ears, samples, frames);
    al_ears_finish(ears, faults);
    g_assert_true(isnan(faults->of[AL_CHECK_NOISE].figure));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ears/blocks", test_blocks);
  g_test_add_func("/ears/told_once", test_told_once);
  g_test_add_func("/ears/short", test_short);
  return g_test_run();
}
