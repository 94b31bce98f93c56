/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/gain_path.h"

#include "album/limiter/smooth.h"

#define RATE 44100
#define BLOCK 128
#define BLOCKS 400
#define FRAMES (BLOCK * BLOCKS)

static const AlGainPathSettings settings = {
    .bridge_frames = 1100,
    .look_ahead_frames = 176,
    .release_seconds = 0.05,
    .rate = RATE,
};

/* Gains for needs, brought into line with them. */
static void
run(const guint32 *needs, double *gains)
{
  g_autoptr(AlGainPath) path = al_gain_path_new(&settings);
  guint delay = al_gain_path_delay(path);
  g_autofree double *late = g_new(double, FRAMES);

  for (gsize block = 0; block < BLOCKS; block++) {
    guint32 reductions[BLOCK];

    for (gsize n = 0; n < BLOCK; n++)
      reductions[n] = needs[block * BLOCK + n];
    al_gain_path_run(path, reductions, late + block * BLOCK, BLOCK);
  }
  for (gsize n = 0; n < FRAMES; n++)
    gains[n] = n + delay < FRAMES ? late[n + delay] : 1;
}

static void
test_never_less(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(4);
  g_autofree guint32 *needs = g_new0(guint32, FRAMES);
  g_autofree double *gains = g_new(double, FRAMES);

  for (gsize n = 0; n < FRAMES - 2000; n += (gsize)g_rand_int_range(random, 1, 9000))
    needs[n] = (guint32)g_rand_int_range(random, 0, 1 << 30);
  run(needs, gains);
  for (gsize n = 0; n < FRAMES - 2000; n++)
    g_assert_cmpfloat(gains[n], <=, 1 - (double)needs[n] / AL_SMOOTH_ONE + 1e-12);
}

/* Peaks 25 ms apart or less give one plateau; farther apart, the gain recovers in between. */
static void
test_bridge(void)
{
  static const struct {
    gsize distance;
    gboolean bridged;
  } table[] = {{500, TRUE}, {1100, TRUE}, {1500, FALSE}};

  for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
    g_autofree guint32 *needs = g_new0(guint32, FRAMES);
    g_autofree double *gains = g_new(double, FRAMES);
    double highest = 0;

    for (gsize n = 5000; n < 30000; n += table[i].distance)
      needs[n] = AL_SMOOTH_ONE / 2;
    run(needs, gains);
    for (gsize n = 10000; n < 20000; n++)
      highest = MAX(highest, gains[n]);
    if (table[i].bridged)
      g_assert_cmpfloat_with_epsilon(highest, 0.5, 1e-9);
    else
      g_assert_cmpfloat(highest, >, 0.6);
  }
}

/* A lone peak: nothing before the look-ahead, nothing long after it, and a second one in the quiet
 * behind it is treated as the first. */
static void
test_idle(void)
{
  g_autofree guint32 *needs = g_new0(guint32, FRAMES);
  g_autofree double *gains = g_new(double, FRAMES);

  needs[5000] = needs[35000] = AL_SMOOTH_ONE / 2;
  run(needs, gains);
  for (gsize n = 0; n < 5000 - 176; n++)
    g_assert_true(gains[n] == 1);
  g_assert_cmpfloat(gains[5000 - 176 + 1], <, 1);
  for (gsize n = 25000; n < 35000 - 176; n++)
    g_assert_true(gains[n] == 1);
  for (gsize n = 0; n < 10000; n++)
    g_assert_true(gains[n] == gains[n + 30000]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gain_path/never_less", test_never_less);
  g_test_add_func("/gain_path/bridge", test_bridge);
  g_test_add_func("/gain_path/idle", test_idle);
  return g_test_run();
}
