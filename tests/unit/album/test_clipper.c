/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/clipper.h"

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>

#define RATE 48000
#define FRAMES 12000

static double *
clip(const double *samples, const AlClipperSettings *settings, AlActivity *reduction)
{
  g_autoptr(AlSource) input = stream_new(samples, FRAMES, RATE);
  g_autoptr(AlSource) clipper = al_clipper_new(input, settings);
  double *out = stream_read_all(clipper, 588);

  if (reduction != NULL)
    *reduction = al_clipper_get_reduction(clipper);
  return out;
}

static void
test_idle(void)
{
  const AlClipperSettings half = {.drive_db = 0, .ceiling_db = 0, .softness = 0.5};
  const AlClipperSettings driven = {.drive_db = 1, .ceiling_db = 0, .softness = 0};

  g_assert_true(al_clipper_is_idle(&half, 0.5));
  g_assert_false(al_clipper_is_idle(&half, 0.6));
  g_assert_false(al_clipper_is_idle(&half, HUGE_VAL));
  g_assert_false(al_clipper_is_idle(&driven, 0.1));
}

static void
test_keeps_the_bits_below_the_knee(void)
{
  const AlClipperSettings settings = {.drive_db = 0, .ceiling_db = 0, .softness = 0.5};
  g_autofree double *noise = signal_noise(FRAMES, 1, 0.2);
  AlActivity reduction;
  g_autofree double *out = clip(noise, &settings, &reduction);

  g_assert_cmpmem(noise, sizeof(double) * 2 * FRAMES, out, sizeof(double) * 2 * FRAMES);
  g_assert_cmpfloat(reduction.max_db, ==, 0);
  g_assert_cmpfloat(reduction.working, ==, 0);
}

/* The curve of the header, written out. */
static double
reference(double x, double ceiling, double softness)
{
  double knee = ceiling * (1 - softness), size = fabs(x);

  if (size > knee && size < 2 * ceiling - knee)
    size -= (size - knee) * (size - knee) / (4 * (ceiling - knee));
  else if (size > knee)
    size = ceiling;
  return copysign(size, x);
}

/* On a tone that is slow against the rate, every frame lies on the curve. */
static void
test_follows_the_curve(void)
{
  const double softnesses[] = {0.25, 0.5, 1};

  for (gsize s = 0; s < G_N_ELEMENTS(softnesses); s++) {
    const AlClipperSettings settings = {.drive_db = 6, .ceiling_db = -3, .softness = softnesses[s]};
    g_autofree double *sine = signal_sine(FRAMES, RATE, 20, 1);
    g_autofree double *out = clip(sine, &settings, NULL);

    for (gsize i = 100; i < 2 * (FRAMES - 100); i++)
      g_assert_cmpfloat_with_epsilon(
          out[i], reference(sine[i] * pow(10, 0.3), pow(10, -0.15), softnesses[s]), 2e-5);
  }
}

static void
test_reduction_is_told(void)
{
  const AlClipperSettings settings = {.drive_db = 6, .ceiling_db = 0, .softness = 0};
  g_autofree double *sine = signal_sine(FRAMES, RATE, 100, 1);
  AlActivity reduction;
  g_autofree double *out = clip(sine, &settings, &reduction);

  g_assert_cmpfloat(fabs(out[0]), <, 0.01);
  g_assert_cmpfloat_with_epsilon(reduction.max_db, 6, 1e-3);
  /* |sin| lies above 10^(-6/20) for 1 - 2/pi asin(0.501) of the time; the count has the blocks that
   * go through after the end, too. */
  g_assert_cmpfloat_with_epsilon(reduction.working, 1 - 2 / G_PI * asin(pow(10, -0.3)), 0.02);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/clipper/idle", test_idle);
  g_test_add_func("/clipper/keeps_the_bits_below_the_knee", test_keeps_the_bits_below_the_knee);
  g_test_add_func("/clipper/follows_the_curve", test_follows_the_curve);
  g_test_add_func("/clipper/reduction_is_told", test_reduction_is_told);
  return g_test_run();
}
