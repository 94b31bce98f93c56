/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/step.h"

static void
assert_format(AlUnit unit, double value, const char *expected)
{
  const AlParameter parameter = {.unit = unit};
  g_autofree char *text = al_parameter_format(&parameter, value);

  g_assert_cmpstr(text, ==, expected);
}

static void
test_format(void)
{
  assert_format(AL_UNIT_DB, -0.65, "-0.65 dB");
  assert_format(AL_UNIT_HZ, 850.0, "850 Hz");
  assert_format(AL_UNIT_HZ, 6500.0, "6.5 kHz");
  assert_format(AL_UNIT_SECONDS, 0.03, "30 ms");
  assert_format(AL_UNIT_SECONDS, 1.2, "1.2 s");
  assert_format(AL_UNIT_PERCENT, 0.5, "50 %");
  assert_format(AL_UNIT_DEGREES, -45.0, "-45 deg");
  assert_format(AL_UNIT_NUMBER, 1.5, "1.5");
}

static void
test_words(void)
{
  static const AlWord off[] = {{"off", 0.0}, {NULL, 0.0}};
  const AlParameter quantity = {
      .unit = AL_UNIT_HZ, .minimum = 20.0, .maximum = 1000.0, .words = off};
  const AlParameter choice = {.unit = AL_UNIT_CHOICE, .words = al_words_no_yes};
  g_autofree char *value = al_parameter_format(&quantity, 0.0);
  g_autofree char *range = al_parameter_format_range(&quantity);
  g_autofree char *words = al_parameter_format_range(&choice);

  g_assert_cmpstr(value, ==, "off");
  g_assert_cmpstr(range, ==, "20 Hz to 1 kHz | off");
  g_assert_cmpstr(words, ==, "no | yes");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/step_help/format", test_format);
  g_test_add_func("/step_help/words", test_words);
  return g_test_run();
}
