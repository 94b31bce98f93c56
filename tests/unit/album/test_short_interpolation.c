/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/short_interpolation.h"

#include <ebur128.h>
#include <math.h>

#include "album/measure/interpolation.h"

#define BLOCK AL_INTERPOLATION_BLOCK
#define REACH AL_INTERPOLATION_REACH

/* What the library reads, this sees: on noise in the middle of silence. */
static void
test_agrees_with_library(void)
{
  static const int rates[] = {44100, 48000, 88200, 96000, 176400};
  g_autoptr(GRand) random = g_rand_new_with_seed(5);

  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (int round = 0; round < 10; round++) {
      double samples[REACH + BLOCK + REACH] = {0}, peaks[BLOCK] = {0}, highest = 0, expected;
      ebur128_state *state = ebur128_init(1, (unsigned long)rates[r], EBUR128_MODE_TRUE_PEAK);

      for (gsize n = REACH + 40; n < REACH + 80; n++) {
        samples[n] = g_rand_double_range(random, -1, 1);
        highest = MAX(highest, fabs(samples[n]));
      }
      ebur128_add_frames_double(state, samples, G_N_ELEMENTS(samples));
      ebur128_true_peak(state, 0, &expected);
      ebur128_destroy(&state);
      al_short_interpolation_peaks(samples + REACH, al_short_interpolation_factor(rates[r]), 0,
                                   peaks);
      for (gsize n = 0; n < BLOCK; n++)
        highest = MAX(highest, peaks[n]);
      g_assert_cmpfloat_with_epsilon(highest, expected, 1e-6);
    }
}

static void
test_no_oversampling(void)
{
  double samples[REACH + BLOCK + REACH] = {0}, peaks[BLOCK] = {0};

  samples[REACH + 3] = 1;
  g_assert_cmpint(al_short_interpolation_factor(192000), ==, 1);
  g_assert_false(al_short_interpolation_peaks(samples + REACH, 1, 0, peaks));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/short_interpolation/agrees_with_library", test_agrees_with_library);
  g_test_add_func("/short_interpolation/no_oversampling", test_no_oversampling);
  return g_test_run();
}
