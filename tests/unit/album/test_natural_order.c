/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/natural_order.h"

#include <string.h>

/* Each name comes before the next one. */
static const char *const ascending[] = {
    "",
    "-",
    "1 harbour",
    "02 fog",
    "2 fog",
    "2 fog b",
    "3Tide",
    "3tide",
    "010 ten",
    "10 ten",
    "11",
    "A1b2",
    "a1b10",
    "A02b1",
    "a12345678901234567890",
    "a12345678901234567891",
    "track 9.wav",
    "Track 10.wav",
    "z",
    "Älg",
    "\xff",
};

static void
test_pairs(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(ascending); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(ascending); k++) {
      int order = al_natural_order(ascending[i], ascending[k]);

      if ((order > 0) - (order < 0) != (i > k) - (i < k))
        g_error("\"%s\" and \"%s\": %d", ascending[i], ascending[k], order);
    }
}

static void
test_sort(void)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();

  for (gsize i = G_N_ELEMENTS(ascending); i-- > 0;)
    g_ptr_array_add(names, (gpointer)(gsize)ascending[i]);
  g_ptr_array_sort(names, al_natural_order_sort);
  for (guint i = 0; i < names->len; i++)
    g_assert_cmpstr(g_ptr_array_index(names, i), ==, ascending[i]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/natural_order/pairs", test_pairs);
  g_test_add_func("/natural_order/sort", test_sort);
  return g_test_run();
}
