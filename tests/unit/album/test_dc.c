/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/dc.h"

#include <math.h>

#include "tests/support/stream.h"

#define RATE 8000
#define FRAMES (6 * RATE)

static double *
apply(const double *samples, gsize frames, double window_seconds)
{
  const AlDcSettings settings = {window_seconds};
  g_autoptr(AlSource) input = stream_new(samples, (gint64)frames, RATE);
  g_autoptr(AlSource) dc = al_dc_new(input, &settings);

  return stream_read_all(dc, 588);
}

static void
test_constant_is_gone(void)
{
  g_autofree double *samples = g_new(double, 2 * FRAMES);
  g_autofree double *out = NULL;

  for (gsize i = 0; i < FRAMES; i++) {
    samples[2 * i] = 0.03;
    samples[2 * i + 1] = -0.5;
  }
  out = apply(samples, FRAMES, 2.0);
  for (gsize i = 0; i < 2 * FRAMES; i++)
    g_assert_cmpfloat_with_epsilon(out[i], 0.0, 1e-13);
}

/* The definition, summed anew for each frame, near both ends and in the middle. */
static void
test_against_the_sum(void)
{
  enum { LENGTH = 3000, WINDOW = 800 };
  g_autofree double *noise = signal_noise(LENGTH, 4, 1.0);
  g_autofree double *out = apply(noise, LENGTH, 0.1);

  for (gint n = 0; n < LENGTH; n += 37) {
    double sum = 0.0, weight = 0.0;

    for (gint k = 1 - WINDOW; k < WINDOW; k++) {
      if (n + k < 0 || n + k >= LENGTH)
        continue;
      sum += (WINDOW - ABS(k)) * noise[2 * (n + k) + 1];
      weight += WINDOW - ABS(k);
    }
    g_assert_cmpfloat_with_epsilon(out[2 * n + 1], noise[2 * n + 1] - sum / weight, 1e-12);
  }
}

/* 20 Hz keeps its level and its phase. */
static void
test_bass_stays(void)
{
  g_autofree double *sine = signal_sine(FRAMES, RATE, 20.3, 0.5);
  g_autofree double *out = NULL;

  for (gsize i = 0; i < 2 * FRAMES; i++)
    sine[i] += 0.25;
  out = apply(sine, FRAMES, 2.0);
  for (gsize i = 2 * RATE; i < FRAMES - 2 * RATE; i++)
    g_assert_cmpfloat_with_epsilon(out[2 * i], sine[2 * i] - 0.25, 0.5 * 1.2e-4);
}

static void
test_shorter_than_the_window(void)
{
  double samples[] = {1.0, 0.0, 1.0, 2.0, 1.0, 4.0};
  g_autofree double *out = apply(samples, 3, 2.0);

  for (gsize i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon(out[2 * i], 0.0, 1e-12);
  g_assert_cmpfloat_with_epsilon(out[1], -2.0, 1e-3);
  g_assert_cmpfloat_with_epsilon(out[5], 2.0, 1e-3);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/dc/constant_is_gone", test_constant_is_gone);
  g_test_add_func("/dc/against_the_sum", test_against_the_sum);
  g_test_add_func("/dc/bass_stays", test_bass_stays);
  g_test_add_func("/dc/shorter_than_the_window", test_shorter_than_the_window);
  return g_test_run();
}
