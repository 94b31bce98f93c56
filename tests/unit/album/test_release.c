/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/limiter/release.h"
#include "album/limiter/smooth.h"

#define RATE 48000
#define HALF (AL_SMOOTH_ONE / 2)

/* Frames until a reduction that lasted for `hold` frames has fallen to a share of it. */
static gsize
fall_time(double seconds, gsize hold, double share)
{
  AlRelease release;
  guint32 value;

  al_release_init(&release, seconds, RATE);
  for (gsize n = 0; n < hold; n++) {
    value = HALF;
    al_release_run(&release, &value, 1);
    g_assert_cmpuint(value, ==, HALF);
  }
  for (gsize n = 0; n < 60 * RATE; n++) {
    value = 0;
    al_release_run(&release, &value, 1);
    if (value <= share * HALF)
      return n;
  }
  g_assert_not_reached();
}

static void
test_given_time(void)
{
  static const double seconds[] = {0.01, 0.1, 1};

  for (gsize i = 0; i < G_N_ELEMENTS(seconds); i++)
    for (gsize hold = 1; hold < 2 * RATE; hold += RATE)
      g_assert_cmpfloat_with_epsilon((double)fall_time(seconds[i], hold, exp(-1)) / RATE,
                                     seconds[i], 0.01 * seconds[i]);
}

static void
test_automatic(void)
{
  double after_peak = (double)fall_time(0, 1, exp(-1)) / RATE;
  double after_second = (double)fall_time(0, RATE, exp(-1)) / RATE;

  g_assert_cmpfloat(after_peak, <, 0.1);
  g_assert_cmpfloat(after_second, >, 0.5);
  g_assert_cmpfloat(after_second, <, 1.5);
}

/* It ends, it never rises by itself, and never goes below what is asked. */
static void
test_bounds(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(2);
  AlRelease release;
  guint32 before = 0;

  al_release_init(&release, 0, RATE);
  g_assert_true(al_release_is_idle(&release));
  for (gsize n = 0; n < 3 * RATE; n++) {
    guint32 asked = n % 5000 == 0 ? (guint32)g_rand_int_range(random, 0, HALF) : 0, value = asked;

    al_release_run(&release, &value, 1);
    g_assert_cmpuint(value, >=, asked);
    g_assert_cmpuint(value, <=, MAX(before, asked));
    before = value;
  }
  g_assert_false(al_release_is_idle(&release));
  g_assert_cmpuint(fall_time(0, RATE, 0), <, 10 * RATE);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/release/given_time", test_given_time);
  g_test_add_func("/release/automatic", test_automatic);
  g_test_add_func("/release/bounds", test_bounds);
  return g_test_run();
}
