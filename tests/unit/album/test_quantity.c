/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/quantity.h"

#include <locale.h>

static void
test_values(void)
{
  static const struct {
    AlQuantity quantity;
    const char *text;
    double value;
  } rows[] = {
      {AL_QUANTITY_DURATION, "2 s", 2},
      {AL_QUANTITY_DURATION, "2s", 2},
      {AL_QUANTITY_DURATION, "350 ms", 0.35},
      {AL_QUANTITY_DURATION, "4:11.9", 251.9},
      {AL_QUANTITY_DURATION, "0:00.350", 0.35},
      {AL_QUANTITY_DURATION, "90:00", 5400},
      {AL_QUANTITY_DURATION, "12 sectors", 0.16},
      {AL_QUANTITY_DURATION, "1 sector", 1.0 / 75},
      {AL_QUANTITY_DURATION, "-1.5 s", -1.5},
      {AL_QUANTITY_DURATION, "-0:01.5", -1.5},
      {AL_QUANTITY_FREQUENCY, "44.1 kHz", 44100},
      {AL_QUANTITY_FREQUENCY, "850 Hz", 850},
      {AL_QUANTITY_DB, "-1.5 dB", -1.5},
      {AL_QUANTITY_DB, "+3 dB", 3},
      {AL_QUANTITY_DB, "−20 dB", -20},
      {AL_QUANTITY_DBFS, "-20 dBFS", -20},
      {AL_QUANTITY_DBTP, "-0.3 dBTP", -0.3},
      {AL_QUANTITY_LUFS, "-14 LUFS", -14},
      {AL_QUANTITY_LU, "-1.5 LU", -1.5},
      {AL_QUANTITY_PERCENT, "50 %", 50},
      {AL_QUANTITY_PERCENT, "50%", 50},
      {AL_QUANTITY_ANGLE, "-45 deg", -45},
      {AL_QUANTITY_ANGLE, "30°", 30},
      {AL_QUANTITY_SLOPE, "4.5 dB/oct", 4.5},
      {AL_QUANTITY_OCTAVES, "0.5 oct", 0.5},
      {AL_QUANTITY_NUMBER, "1.5", 1.5},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GError) error = NULL;
    double value = 0;

    g_assert_true(al_quantity_parse(rows[i].quantity, rows[i].text, &value, &error));
    g_assert_no_error(error);
    g_assert_cmpfloat(value, ==, rows[i].value);
  }
}

static void
test_errors(void)
{
  static const struct {
    AlQuantity quantity;
    const char *text;
    AlQuantityError code;
    const char *message;
  } rows[] = {
      {AL_QUANTITY_DURATION, "2", AL_QUANTITY_ERROR_UNIT_MISSING, "the unit is missing: \"2\""},
      {AL_QUANTITY_DURATION, "2 dB", AL_QUANTITY_ERROR_UNIT_WRONG,
       "the unit is wrong, dB is not the unit of a time: \"2 dB\""},
      {AL_QUANTITY_DURATION, "2 sec", AL_QUANTITY_ERROR_UNIT_WRONG,
       "the unit is not known: \"2 sec\""},
      {AL_QUANTITY_DURATION, "2,5 s", AL_QUANTITY_ERROR_NUMBER,
       "the decimal point is a point, not a comma: \"2,5 s\""},
      {AL_QUANTITY_DURATION, "soon", AL_QUANTITY_ERROR_NUMBER, "this is not a time: \"soon\""},
      {AL_QUANTITY_DURATION, "", AL_QUANTITY_ERROR_NUMBER, "this is not a time: \"\""},
      {AL_QUANTITY_DURATION, "1:02:30", AL_QUANTITY_ERROR_AMBIGUOUS,
       "ambiguous, hours come as minutes (62:30), sectors as decimals (1:02.400): \"1:02:30\""},
      {AL_QUANTITY_DURATION, "1:2:3:4", AL_QUANTITY_ERROR_NUMBER,
       "this is not a time: \"1:2:3:4\""},
      {AL_QUANTITY_DURATION, "1:xx:30", AL_QUANTITY_ERROR_NUMBER,
       "this is not a time: \"1:xx:30\""},
      {AL_QUANTITY_DURATION, "4:60", AL_QUANTITY_ERROR_NUMBER, "this is not a time: \"4:60\""},
      {AL_QUANTITY_DURATION, "4:5", AL_QUANTITY_ERROR_NUMBER, "this is not a time: \"4:5\""},
      {AL_QUANTITY_DURATION, "4:11.9.1", AL_QUANTITY_ERROR_NUMBER,
       "this is not a time: \"4:11.9.1\""},
      {AL_QUANTITY_DURATION, "4:11 s", AL_QUANTITY_ERROR_NUMBER, "this is not a time: \"4:11 s\""},
      {AL_QUANTITY_DURATION, "1e3 s", AL_QUANTITY_ERROR_UNIT_WRONG,
       "the unit is not known: \"1e3 s\""},
      {AL_QUANTITY_DURATION, "nan s", AL_QUANTITY_ERROR_NUMBER, "this is not a time: \"nan s\""},
      {AL_QUANTITY_DURATION, "0x10 s", AL_QUANTITY_ERROR_UNIT_WRONG,
       "the unit is not known: \"0x10 s\""},
      {AL_QUANTITY_DURATION, "90000 s", AL_QUANTITY_ERROR_RANGE,
       "beyond what makes sense as a time: \"90000 s\""},
      {AL_QUANTITY_FREQUENCY, "-5 Hz", AL_QUANTITY_ERROR_RANGE,
       "beyond what makes sense as a frequency: \"-5 Hz\""},
      {AL_QUANTITY_FREQUENCY, "48 khz", AL_QUANTITY_ERROR_UNIT_WRONG,
       "the unit is not known: \"48 khz\""},
      {AL_QUANTITY_LUFS, "-14 dB", AL_QUANTITY_ERROR_UNIT_WRONG,
       "the unit is wrong, dB is not the unit of a loudness: \"-14 dB\""},
      {AL_QUANTITY_LUFS, "-14 LU", AL_QUANTITY_ERROR_UNIT_WRONG,
       "the unit is wrong, LU is not the unit of a loudness: \"-14 LU\""},
      {AL_QUANTITY_ANGLE, "45", AL_QUANTITY_ERROR_UNIT_MISSING, "the unit is missing: \"45\""},
      {AL_QUANTITY_NUMBER, "2 dB", AL_QUANTITY_ERROR_UNIT_WRONG,
       "this number has no unit: \"2 dB\""},
      {AL_QUANTITY_NUMBER, "two", AL_QUANTITY_ERROR_NUMBER, "this is not a number: \"two\""},
      {AL_QUANTITY_DB, "1.2.3 dB", AL_QUANTITY_ERROR_NUMBER,
       "this is not a level in dB: \"1.2.3 dB\""},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GError) error = NULL;
    double value = 42;

    g_assert_false(al_quantity_parse(rows[i].quantity, rows[i].text, &value, &error));
    g_assert_error(error, AL_QUANTITY_ERROR, (int)rows[i].code);
    g_assert_cmpstr(error->message, ==, rows[i].message);
    g_assert_cmpfloat(value, ==, 42);
    g_assert_true(g_str_has_prefix(al_quantity_expected(rows[i].quantity), "expected "));
  }
}

static void
test_long_numbers_are_refused(void)
{
  g_autofree char *digits = g_strnfill(100000, '9');
  g_autofree char *text = g_strconcat(digits, " s", NULL);
  double value;

  g_assert_false(al_quantity_parse(AL_QUANTITY_DURATION, text, &value, NULL));
}

static void
test_locale_does_not_matter(void)
{
  double value = 0;
  g_autofree char *printed = NULL;

  if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL)
    g_test_message("no German locale here: tried in the locale of the environment");
  g_assert_true(al_quantity_parse(AL_QUANTITY_DURATION, "2.5 s", &value, NULL));
  g_assert_cmpfloat(value, ==, 2.5);
  printed = al_quantity_print(AL_QUANTITY_DURATION, value);
  g_assert_cmpstr(printed, ==, "2.5 s");
  setlocale(LC_ALL, "C");
}

static void
assert_round_trip(AlQuantity quantity, double value)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = al_quantity_print(quantity, value);
  double again = 0;

  g_assert_true(al_quantity_parse(quantity, text, &again, &error));
  g_assert_no_error(error);
  g_assert_cmpfloat(again, ==, value);
}

/* parse(print(x)) = x, for round values and for any others. */
static void
test_round_trip(void)
{
  for (int quantity = 0; quantity < AL_QUANTITIES; quantity++) {
    for (int i = 0; i < 3000; i++) {
      double sign = quantity != AL_QUANTITY_FREQUENCY && i % 2 ? -1 : 1;

      assert_round_trip(quantity, sign * i / 100);
      assert_round_trip(quantity, sign * g_test_rand_double_range(0, 200));
      assert_round_trip(quantity, sign * g_test_rand_double_range(1e-9, 1e-6));
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/quantity/values", test_values);
  g_test_add_func("/quantity/errors", test_errors);
  g_test_add_func("/quantity/long_numbers_are_refused", test_long_numbers_are_refused);
  g_test_add_func("/quantity/locale_does_not_matter", test_locale_does_not_matter);
  g_test_add_func("/quantity/round_trip", test_round_trip);
  return g_test_run();
}
