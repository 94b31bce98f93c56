/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/moving_maximum.h"

/* Every window against a plain search, through runs of any length. */
static void
test_against_search(void)
{
  static const guint windows[] = {1, 2, 7, 100};
  g_autoptr(GRand) random = g_rand_new_with_seed(1);

  for (gsize w = 0; w < G_N_ELEMENTS(windows); w++) {
    g_autoptr(AlMovingMaximum) maximum = al_moving_maximum_new(windows[w], 5);
    guint32 values[1000], found[1000];

    for (gsize n = 0; n < 1000; n++)
      values[n] = found[n] = (guint32)g_rand_int_range(random, 0, 1 + (n < 500 ? 20 : 1 << 30));
    for (gsize n = 0, run = 1; n < 1000; n += run, run = MIN(run + 3, 1000 - n))
      al_moving_maximum_run(maximum, found + n, run);
    for (gsize n = 0; n < 1000; n++) {
      guint32 highest = n + 1 < windows[w] ? 5 : 0;

      for (gsize back = 0; back < windows[w] && back <= n; back++)
        highest = MAX(highest, values[n - back]);
      g_assert_cmpuint(found[n], ==, highest);
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/moving_maximum/against_search", test_against_search);
  return g_test_run();
}
