/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/oversample.h"

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <string.h>

#define BLOCK 64
#define BLOCKS 40
#define FRAMES (BLOCK * BLOCKS)

/* Up and down again, with `between` frames of delay in the high rate. */
static void
there_and_back(double *samples, guint factor, gsize between, gsize *delay_frames)
{
  g_autoptr(AlOversampler) oversampler = al_oversampler_new(factor, between, BLOCK);
  const gsize size = 2 * BLOCK * factor;
  g_autofree double *lines = g_new0(double, 2 * between + size);

  *delay_frames = al_oversampler_delay_frames(oversampler);
  for (gsize i = 0; i < FRAMES; i += BLOCK) {
    double *high = al_oversampler_up(oversampler, samples + 2 * i);

    memcpy(lines + 2 * between, high, size * sizeof *high);
    memcpy(high, lines, size * sizeof *high);
    memmove(lines, lines + size, 2 * between * sizeof *high);
    al_oversampler_down(oversampler, samples + 2 * i);
  }
}

/* An impulse comes out as one that is symmetric about the frame that the delay says. */
static void
test_delay_is_a_whole_number_of_frames(void)
{
  const gsize at = 700;

  for (guint factor = 1; factor <= 8; factor *= 2)
    for (gsize between = 0; between < 10; between++) {
      g_autofree double *samples = signal_impulse(FRAMES, at);
      gsize delay_frames;
      gsize centre;

      there_and_back(samples, factor, factor == 1 ? 0 : between, &delay_frames);
      centre = at + delay_frames;
      g_assert_cmpfloat(samples[2 * centre], >, 0.8);
      for (gsize i = 0; i < 500; i++) {
        g_assert_cmpfloat_with_epsilon(samples[2 * (centre + i)], samples[2 * (centre - i)], 1e-15);
        g_assert_cmpfloat(samples[2 * (centre + i)], ==, samples[2 * (centre + i) + 1]);
      }
    }
}

static void
test_factor_of_one_keeps_the_bits(void)
{
  g_autofree double *noise = signal_noise(FRAMES, 1, 1);
  g_autofree double *samples = signal_noise(FRAMES, 1, 1);
  gsize delay_frames;

  there_and_back(samples, 1, 0, &delay_frames);
  g_assert_cmpuint(delay_frames, ==, 0);
  g_assert_cmpmem(noise, sizeof(double) * 2 * FRAMES, samples, sizeof(double) * 2 * FRAMES);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/oversample/delay_is_a_whole_number_of_frames",
                  test_delay_is_a_whole_number_of_frames);
  g_test_add_func("/oversample/factor_of_one_keeps_the_bits", test_factor_of_one_keeps_the_bits);
  return g_test_run();
}
