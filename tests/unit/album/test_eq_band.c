/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_band.h"

#include <math.h>

#include "tests/support/stream.h"

static AlEqBand
band_of(AlEqForm form, double gain_db)
{
  return (AlEqBand){.form = form,
                    .hz = 1000.0,
                    .gain_db = gain_db,
                    .q = 1.0,
                    .slope_db = 18,
                    .dynamics = {(double)INFINITY, 2.0, 0.01, 0.1, 6.0}};
}

static void
test_sections(void)
{
  AlPrototype sections[AL_EQ_MAX_SECTIONS];
  AlEqBand bell = band_of(AL_EQ_BELL, 3.0), flat = band_of(AL_EQ_HIGH_SHELF, 0.0);
  AlEqBand pass = band_of(AL_EQ_HIGH_PASS, 0.0), steep = band_of(AL_EQ_LOW_PASS, 0.0);

  g_assert_cmpuint(al_eq_band_sections(&bell, sections), ==, 1);
  g_assert_cmpfloat_with_epsilon(al_prototype_power(&sections[0], 1000.0), pow(10.0, 0.3), 1e-9);
  g_assert_cmpuint(al_eq_band_sections(&flat, sections), ==, 0);
  g_assert_cmpuint(al_eq_band_sections(&pass, sections), ==, 2);
  g_assert_cmpfloat(sections[1].d[2], ==, 0.0);
  steep.slope_db = 48;
  g_assert_cmpuint(al_eq_band_sections(&steep, sections), ==, 4);
}

static void
test_idle(void)
{
  AlEqBand band = band_of(AL_EQ_BELL, 0.0);

  g_assert_true(al_eq_band_is_idle(&band));
  band.dynamics.threshold_db = -30.0;
  g_assert_true(al_eq_band_is_dynamic(&band));
  g_assert_false(al_eq_band_is_idle(&band));
  band.dynamics.ratio = 1.0;
  g_assert_true(al_eq_band_is_idle(&band));
  band.dynamics.ratio = 3.0;
  band.dynamics.range_db = 0.0;
  g_assert_true(al_eq_band_is_idle(&band));
  band = band_of(AL_EQ_NOTCH, 0.0);
  g_assert_false(al_eq_band_is_idle(&band));
}

static void
test_full_change(void)
{
  AlEqBand band = band_of(AL_EQ_LOW_SHELF, 3.0);
  AlPrototype change = al_eq_band_full_change(&band);

  g_assert_cmpfloat_with_epsilon(al_prototype_power(&change, 0.0), pow(10.0, -0.6), 1e-9);
  band.dynamics.ratio = 0.5;
  change = al_eq_band_full_change(&band);
  g_assert_cmpfloat_with_epsilon(al_prototype_power(&change, 0.0), pow(10.0, 0.6), 1e-9);
}

/* Doubling a lane changes what it means and nothing else. */
static void
check_lane(AlEqChannel channel, double left, double right)
{
  double block[2] = {0.6, 0.2};
  double first = 0.0, second = 0.0;
  double *lane[2] = {&first, &second};

  g_assert_cmpuint(al_eq_lanes_take(channel, block, 1, lane), ==, channel == AL_EQ_STEREO ? 2 : 1);
  first *= 2.0;
  second *= 2.0;
  al_eq_lanes_put(channel, block, 1, lane);
  g_assert_cmpfloat_with_epsilon(block[0], left, 1e-15);
  g_assert_cmpfloat_with_epsilon(block[1], right, 1e-15);
}

static void
test_lanes(void)
{
  check_lane(AL_EQ_STEREO, 1.2, 0.4);
  check_lane(AL_EQ_LEFT, 1.2, 0.2);
  check_lane(AL_EQ_RIGHT, 0.6, 0.4);
  check_lane(AL_EQ_MID, 1.0, 0.6);  /* M 0.4 to 0.8, S 0.2 */
  check_lane(AL_EQ_SIDE, 0.8, 0.0); /* S 0.2 to 0.4 */
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/eq_band/sections", test_sections);
  g_test_add_func("/eq_band/idle", test_idle);
  g_test_add_func("/eq_band/full_change", test_full_change);
  g_test_add_func("/eq_band/lanes", test_lanes);
  return g_test_run();
}
