/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/peak_hold.h"

#define COUNT 400

/* Against the largest found by looking at every value of the window. */
static void
test_against_the_slow_way(void)
{
  const gsize windows[] = {1, 2, 7, 64, 399, 1000};

  for (gsize w = 0; w < G_N_ELEMENTS(windows); w++) {
    g_autoptr(AlPeakHold) hold = al_peak_hold_new(windows[w]);
    double values[COUNT], held[COUNT];

    for (gsize i = 0; i < COUNT; i++)
      held[i] = values[i] = g_test_rand_double_range(0, i < COUNT / 2 ? 10 : 1);
    al_peak_hold_process(hold, held, 150, 1);
    al_peak_hold_process(hold, held + 150, COUNT - 150, 1);
    for (gsize i = 0; i < COUNT; i++) {
      double largest = 0;

      for (gsize j = i + 1 >= windows[w] ? i + 1 - windows[w] : 0; j <= i; j++)
        largest = MAX(largest, values[j]);
      g_assert_cmpfloat(held[i], ==, largest);
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/peak_hold/against_the_slow_way", test_against_the_slow_way);
  return g_test_run();
}
