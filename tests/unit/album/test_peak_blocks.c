/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/peak_blocks.h"

#define REACH AL_INTERPOLATION_REACH
#define FRAMES 1000

typedef struct {
  gint64 next;
} Seen;

/* Left counts frames from 1, right downwards; silence around. */
static double
expected(gint64 frame, gsize channel)
{
  if (frame < 0 || frame >= FRAMES)
    return 0;
  return channel == 0 ? (double)frame + 1 : -(double)frame - 1;
}

static void
look(gint64 first_frame, const double *const channels[2], gpointer data)
{
  Seen *seen = data;

  g_assert_cmpint(first_frame, ==, seen->next);
  for (gsize channel = 0; channel < 2; channel++)
    for (gint64 n = -REACH; n < AL_PEAK_BLOCK_FRAMES + REACH; n++)
      g_assert_cmpfloat(channels[channel][n], ==, expected(first_frame + n, channel));
  seen->next += AL_PEAK_BLOCK_FRAMES;
}

/* Every block once, in order, with its surroundings, however the audio comes in. */
static void
test_pieces(void)
{
  static const gsize pieces[] = {1, 7, 128, 129, 500, FRAMES};
  double samples[2 * FRAMES];

  for (gsize n = 0; n < FRAMES; n++) {
    samples[2 * n] = expected((gint64)n, 0);
    samples[2 * n + 1] = expected((gint64)n, 1);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
    Seen seen = {0};
    g_autoptr(AlPeakBlocks) blocks = al_peak_blocks_new(look, &seen);

    for (gsize n = 0; n < FRAMES; n += pieces[i])
      al_peak_blocks_feed(blocks, samples + 2 * n, MIN(pieces[i], FRAMES - n));
    g_assert_cmpint(al_peak_blocks_frames(blocks), ==, FRAMES);
    g_assert_cmpint(seen.next, <, FRAMES);
    al_peak_blocks_finish(blocks);
    g_assert_cmpint(seen.next, >=, FRAMES);
    g_assert_cmpint(seen.next, <, FRAMES + AL_PEAK_BLOCK_FRAMES);
  }
}

static void
test_nothing(void)
{
  Seen seen = {0};
  g_autoptr(AlPeakBlocks) blocks = al_peak_blocks_new(look, &seen);

  al_peak_blocks_finish(blocks);
  g_assert_cmpint(seen.next, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/peak_blocks/pieces", test_pieces);
  g_test_add_func("/peak_blocks/nothing", test_nothing);
  return g_test_run();
}
