/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/limiter_pass.h"

#include <math.h>
#include <string.h>

#define BLOCK AL_LIMITER_BLOCK
#define BLOCKS 40

static AlLimiterPass *
make_pass(void)
{
  return al_limiter_pass_new(&(AlLimiterPassSettings){
      .ceiling = 0.5,
      .link = 1,
      .gain =
          {.bridge_frames = 500, .look_ahead_frames = 100, .release_seconds = 0.01, .rate = 44100},
  });
}

static void
fill(AlLimiterBlock *block, gint64 first, gint64 click)
{
  for (gsize n = 0; n < BLOCK; n++) {
    for (gsize channel = 0; channel < 2; channel++) {
      AlPeakBlock *half = &block->channels[channel];

      half->samples[n] = 0.1 * sin(0.05 * (double)(first + (gint64)n) + (double)channel);
      half->known = FALSE;
    }
    if (first + (gint64)n == click)
      block->channels[1].samples[n] = 1;
    block->gain[n] = 0.25; /* as if a pass before had done that */
  }
}

/* What comes out is what went in, one delay earlier, times the gain that is told of it, and no
 * bound lies below the samples that it speaks of. */
static void
test_alignment(void)
{
  g_autoptr(AlLimiterPass) pass = make_pass();
  gint64 delay = al_limiter_pass_delay(pass), click = 2000;
  double lowest = 1;

  for (gint64 first = 0; first < BLOCKS * BLOCK; first += BLOCK) {
    AlLimiterBlock block, before;

    fill(&block, first, click);
    fill(&before, first - delay, click);
    al_limiter_pass_run(pass, &block);
    for (gsize n = 0; n < BLOCK && first >= delay; n++) {
      for (gsize channel = 0; channel < 2; channel++) {
        const AlPeakBlock *out = &block.channels[channel];

        g_assert_true(out->samples[n] == before.channels[channel].samples[n] * out->gains[n]);
        g_assert_cmpfloat(fabs(out->samples[n]), <=, out->bounds[n]);
      }
      g_assert_true(block.gain[n] == 0.25 * block.channels[0].gains[n]);
      lowest = MIN(lowest, block.channels[0].gains[n]);
    }
  }
  g_assert_cmpfloat(lowest, <=, 0.5);
  g_assert_cmpfloat(lowest, >, 0.48);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/limiter_pass/alignment", test_alignment);
  return g_test_run();
}
