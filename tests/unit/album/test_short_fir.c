/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/short_fir.h"

#include "tests/support/stream.h"

#include <math.h>

#define BLOCK 32
#define FRAMES 512
#define PAIRS 40

static double
half_of_the_band(double frequency, gconstpointer data)
{
  (void)data;
  return frequency < 0.25 ? 1 : 0;
}

static AlShortFir *
filter_new(void)
{
  return al_short_fir_new(PAIRS, 60, half_of_the_band, NULL, BLOCK);
}

static void
test_magnitude_and_delay(void)
{
  const gsize at = 100;
  g_autoptr(AlShortFir) fir = filter_new();
  g_autofree double *impulse = signal_impulse(FRAMES, at);
  double real, imaginary;

  g_assert_cmpuint(al_short_fir_delay_frames(fir), ==, PAIRS);
  for (gsize i = 0; i < FRAMES; i += BLOCK)
    al_short_fir_process(fir, impulse + 2 * i, impulse + 2 * i);
  for (double frequency = 0; frequency < 0.5; frequency += 0.01) {
    signal_response(impulse, FRAMES, 0, at + PAIRS, frequency, &real, &imaginary);
    g_assert_cmpfloat_with_epsilon(imaginary, 0, 1e-12);
    if (fabs(frequency - 0.25) > 0.03)
      g_assert_cmpfloat_with_epsilon(real, frequency < 0.25 ? 1 : 0, 2e-3);
  }
}

/* A block without an output is remembered all the same. */
static void
test_remembers_what_it_skips(void)
{
  g_autoptr(AlShortFir) one = filter_new();
  g_autoptr(AlShortFir) other = filter_new();
  g_autofree double *noise = signal_noise(4 * BLOCK, 1, 1);
  double expected[2 * BLOCK], out[2 * BLOCK];

  for (gsize i = 0; i < 4; i++) {
    al_short_fir_process(one, noise + 2 * BLOCK * i, expected);
    al_short_fir_process(other, noise + 2 * BLOCK * i, i < 3 ? NULL : out);
  }
  g_assert_cmpmem(expected, sizeof expected, out, sizeof out);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/short_fir/magnitude_and_delay", test_magnitude_and_delay);
  g_test_add_func("/short_fir/remembers_what_it_skips", test_remembers_what_it_skips);
  return g_test_run();
}
