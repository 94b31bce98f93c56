/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/prototype.h"

#include <math.h>

static double
db_at(AlPrototype prototype, double hz)
{
  return 10.0 * log10(al_prototype_power(&prototype, hz));
}

#define assert_db(prototype, hz, expected) \
  g_assert_cmpfloat_with_epsilon(db_at(prototype, hz), expected, 1e-3)

static void
test_gains_where_they_are_defined(void)
{
  assert_db(al_prototype_bell(1000.0, 6.0, 2.0), 1000.0, 6.0);
  assert_db(al_prototype_bell(1000.0, 6.0, 2.0), 1.0, 0.0);
  assert_db(al_prototype_low_shelf(100.0, -9.0, 0.707), 0.1, -9.0);
  assert_db(al_prototype_low_shelf(100.0, -9.0, 0.707), 100.0, -4.5);
  assert_db(al_prototype_low_shelf(100.0, -9.0, 0.707), 1e5, 0.0);
  assert_db(al_prototype_high_shelf(8000.0, 3.0, 2.0), 8000.0, 1.5);
  assert_db(al_prototype_high_shelf(8000.0, 3.0, 2.0), 1e7, 3.0);
  assert_db(al_prototype_tilt(700.0, 1.5), 700.0, 0.0);
  assert_db(al_prototype_tilt(700.0, 1.5), 0.01, -1.5);
  assert_db(al_prototype_tilt(700.0, 1.5), 1e8, 1.5);
  assert_db(al_prototype_low_pass_1(500.0), 500.0, -3.0103);
  assert_db(al_prototype_high_pass_1(500.0), 5.0, -40.0004);
  assert_db(al_prototype_high_pass(500.0, M_SQRT1_2), 500.0, -3.0103);
  g_assert_cmpfloat(al_prototype_power(&(AlPrototype){50, {1, 0, 1}, {1, 0.1, 1}}, 50.0), ==, 0.0);
}

/* The bell is 3 dB below its peak of 40 dB, nearly, at the edges of a band of centre / (Q A). */
static void
test_bell_width(void)
{
  AlPrototype bell = al_prototype_bell(1000.0, 40.0, 1.0); /* A = 10 */

  assert_db(bell, 1000.0 * (sqrt(1.0 + 0.05 * 0.05) + 0.05), 36.990);
}

/* Sections of Butterworth passes against the closed formula. */
static void
test_butterworth(void)
{
  for (guint order = 1; order <= 8; order++) {
    for (double hz = 50.0; hz < 20000.0; hz *= 1.5) {
      double power = 1.0;

      for (guint i = 0; i < al_prototype_butterworth_sections(order); i++) {
        double q = al_prototype_butterworth_q(order, i);
        AlPrototype section =
            q == 0.0 ? al_prototype_low_pass_1(1000.0) : al_prototype_low_pass(1000.0, q);

        power *= al_prototype_power(&section, hz);
      }
      g_assert_cmpfloat_with_epsilon(power * (1.0 + pow(hz / 1000.0, 2.0 * order)), 1.0, 1e-9);
    }
  }
}

static void
test_cut_is_the_inverse_of_the_boost(void)
{
  for (double hz = 20.0; hz < 20000.0; hz *= 1.3) {
    g_assert_cmpfloat_with_epsilon(db_at(al_prototype_bell(900.0, 7.0, 1.4), hz) +
                                       db_at(al_prototype_bell(900.0, -7.0, 1.4), hz),
                                   0.0, 1e-12);
    g_assert_cmpfloat_with_epsilon(db_at(al_prototype_low_shelf(900.0, 7.0, 1.4), hz) +
                                       db_at(al_prototype_low_shelf(900.0, -7.0, 1.4), hz),
                                   0.0, 1e-12);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/prototype/gains", test_gains_where_they_are_defined);
  g_test_add_func("/prototype/bell_width", test_bell_width);
  g_test_add_func("/prototype/butterworth", test_butterworth);
  g_test_add_func("/prototype/inverse", test_cut_is_the_inverse_of_the_boost);
  return g_test_run();
}
