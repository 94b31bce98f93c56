/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/device_name.h"

static void
test_names(void)
{
  static const char *const devices[] = {"con", "PRN", "Aux", "nul.wav", "com1", "LPT9", "con .x"};
  static const char *const others[] = {"conn", "co", "com", "com0", "com10", "my con", "lpt1x", ""};

  for (guint i = 0; i < G_N_ELEMENTS(devices); i++)
    g_assert_true(al_device_name_is(devices[i]));
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    g_assert_false(al_device_name_is(others[i]));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/device_name/names", test_names);
  return g_test_run();
}
