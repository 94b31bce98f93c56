/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/biquad.h"

#include <math.h>

/* How well the curves are met is measured in tests/measure/test_eq.c; here is what holds exactly.
 */

static const double frequencies[] = {10.0, 50.0, 1000.0, 6500.0, 16000.0, 20000.0};
static const double qs[] = {0.1, 0.5, 0.707, 2.0, 10.0, 40.0};
static const int rates[] = {44100, 48000, 96000, 192000};

static gboolean
is_stable(const AlBiquad *b)
{
  return fabs(b->a2) < 1.0 && fabs(b->a1) < 1.0 + b->a2;
}

static void
assert_sound(const AlPrototype *prototype, int rate)
{
  AlBiquad filter = al_biquad_match(prototype, rate);

  g_assert_true(isfinite(filter.b0 + filter.b1 + filter.b2 + filter.a1 + filter.a2));
  g_assert_true(is_stable(&filter));
}

static void
test_always_stable(void)
{
  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (gsize f = 0; f < G_N_ELEMENTS(frequencies); f++)
      for (gsize q = 0; q < G_N_ELEMENTS(qs); q++)
        for (double db = -24.0; db <= 24.0; db += 12.0) {
          AlPrototype bell = al_prototype_bell(frequencies[f], db, qs[q]);
          AlPrototype low = al_prototype_low_shelf(frequencies[f], db, MIN(qs[q], 4.0));
          AlPrototype high = al_prototype_high_shelf(frequencies[f], db, MIN(qs[q], 4.0));

          assert_sound(&bell, rates[r]);
          assert_sound(&low, rates[r]);
          assert_sound(&high, rates[r]);
        }
}

static void
test_gain_at_zero_is_exact(void)
{
  for (gsize f = 0; f < G_N_ELEMENTS(frequencies); f++) {
    AlPrototype bell = al_prototype_bell(frequencies[f], 9.0, 1.0);
    AlPrototype shelf = al_prototype_low_shelf(frequencies[f], -9.0, 0.707);
    AlPrototype pass = al_prototype_low_pass(frequencies[f], 0.707);
    AlBiquad filters[] = {al_biquad_match(&bell, 44100), al_biquad_match(&shelf, 44100),
                          al_biquad_match(&pass, 44100)};

    g_assert_cmpfloat_with_epsilon(al_biquad_power(&filters[0], 0.0, 44100), 1.0, 1e-6);
    g_assert_cmpfloat_with_epsilon(al_biquad_power(&filters[1], 0.0, 44100), pow(10.0, -0.9), 1e-6);
    g_assert_cmpfloat_with_epsilon(al_biquad_power(&filters[2], 0.0, 44100), 1.0, 1e-6);
  }
}

static void
test_high_pass_has_zeros_at_zero(void)
{
  AlPrototype second = al_prototype_high_pass(30.0, 0.707);
  AlPrototype first = al_prototype_high_pass_1(30.0);
  AlBiquad filter = al_biquad_match(&second, 48000);

  g_assert_cmpfloat_with_epsilon(filter.b0 + filter.b1 + filter.b2, 0.0, 1e-15);
  filter = al_biquad_match(&first, 48000);
  g_assert_cmpfloat_with_epsilon(filter.b0 + filter.b1 + filter.b2, 0.0, 1e-15);
}

static void
test_cut_is_the_inverse_of_the_boost(void)
{
  static AlPrototype (*const makes[])(double, double, double) = {
      al_prototype_bell, al_prototype_low_shelf, al_prototype_high_shelf};

  for (gsize i = 0; i < G_N_ELEMENTS(makes); i++)
    for (gsize f = 0; f < G_N_ELEMENTS(frequencies); f++) {
      AlPrototype up = makes[i](frequencies[f], 6.0, 0.9);
      AlPrototype down = makes[i](frequencies[f], -6.0, 0.9);
      AlBiquad boost = al_biquad_match(&up, 44100), cut = al_biquad_match(&down, 44100);

      for (double hz = 20.0; hz < 22050.0; hz *= 1.1)
        g_assert_cmpfloat_with_epsilon(
            al_biquad_power(&boost, hz, 44100) * al_biquad_power(&cut, hz, 44100), 1.0, 1e-5);
    }
}

static double
largest_error_db(const AlPrototype *prototype, double from_hz, double to_hz)
{
  AlBiquad filter = al_biquad_match(prototype, 44100);
  double largest = 0.0;

  for (double hz = from_hz; hz <= to_hz; hz *= 1.03)
    largest = MAX(largest, fabs(10.0 * log10(al_biquad_power(&filter, hz, 44100) /
                                             al_prototype_power(prototype, hz))));
  return largest;
}

/* Between the places of the table in tests/measure/test_eq.c no other valley of the fit waits. */
static void
test_follows_the_curve_everywhere(void)
{
  for (double hz = 1000.0; hz < 17000.0; hz *= 1.13)
    for (double q = 0.5; q < 4.1; q *= 1.41)
      for (double db = 1.5; db < 12.5; db += 3.5) {
        AlPrototype bell = al_prototype_bell(hz, db, q);
        AlPrototype low = al_prototype_low_shelf(hz, db, q);
        AlPrototype high = al_prototype_high_shelf(hz, db, q);

        g_assert_cmpfloat(largest_error_db(&bell, 2000.0, 20000.0), <, 0.5);
        g_assert_cmpfloat(largest_error_db(&low, 2000.0, 20000.0), <, 1.0);
        g_assert_cmpfloat(largest_error_db(&high, 2000.0, 20000.0), <, 1.0);
        g_assert_cmpfloat(largest_error_db(&bell, 20.0, 2000.0), <, 0.1);
        g_assert_cmpfloat(largest_error_db(&low, 20.0, 2000.0), <, 0.1);
        g_assert_cmpfloat(largest_error_db(&high, 20.0, 2000.0), <, 0.1);
      }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/biquad_match/always_stable", test_always_stable);
  g_test_add_func("/biquad_match/gain_at_zero", test_gain_at_zero_is_exact);
  g_test_add_func("/biquad_match/high_pass", test_high_pass_has_zeros_at_zero);
  g_test_add_func("/biquad_match/inverse", test_cut_is_the_inverse_of_the_boost);
  g_test_add_func("/biquad_match/everywhere", test_follows_the_curve_everywhere);
  return g_test_run();
}
