/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/bit_depth.h"

#include <math.h>

static guint
used_of(double a, double b)
{
  const double samples[] = {a, b};
  AlBitDepth depth;

  al_bit_depth_init(&depth);
  al_bit_depth_feed(&depth, samples, 1);
  return al_bit_depth_used(&depth);
}

static void
test_bits(void)
{
  g_assert_cmpuint(used_of(0, 0), ==, 0);
  g_assert_cmpuint(used_of(-1, 0), ==, 1);
  g_assert_cmpuint(used_of(0.5, -0.25), ==, 3);
  g_assert_cmpuint(used_of(0.5, 1 / 32768.0), ==, 16);
  g_assert_cmpuint(used_of(0.5, 1 / 8388608.0), ==, 24);
  g_assert_cmpuint(used_of(0.5, ldexp(1, -31)), ==, 32);
  g_assert_cmpuint(used_of(0.5, 1 / 3.0), ==, 33);
  g_assert_cmpuint(used_of(1e9, 2), ==, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/bit_depth/bits", test_bits);
  return g_test_run();
}
