/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/isrc.h"

#include <string.h>

#include "redbook/error.h"

static void
test_normalises(void)
{
  static const char *const written[] = {
      "FRABC2600001",    "fr-abc-26-00001",       "ISRC FRABC2600001", "isrc fr-abc-26-00001",
      "FR ABC 26 00001", "ISRC: FR-ABC-26-00001", "ISRC:FRABC2600001", "ISRCFRABC2600001"};

  for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *isrc = rb_isrc_normalise(written[i], &error);

    g_assert_no_error(error);
    g_assert_cmpstr(isrc, ==, "FRABC2600001");
  }
}

/* An Icelandic code may begin with the letters of the word. */
static void
test_keeps_iceland(void)
{
  g_autofree char *isrc = rb_isrc_normalise("IS-RC1-26-00001", NULL);

  g_assert_cmpstr(isrc, ==, "ISRC12600001");
}

static void
test_refuses(void)
{
  static const struct {
    const char *text;
    const char *says;
  } wrong[] = {
      {"FR-ABC-26-0001", "it has 11 letters and digits, an ISRC has 12"},
      {"", "it has 0 letters"},
      {"F0-ABC-26-00001", "the digit 0 meant to be the letter O"},
      {"1T-ABC-26-00001", "the digit 1 meant to be the letter I"},
      {"FR-A.C-26-00001", "the registrant (characters 3 to 5)"},
      {"FR-ABC-2X-00001", "the year (characters 6 and 7)"},
      {"FR-ABC-26-0OO01", "the letter O meant to be the digit 0"},
      {"FR-\xc3\x84"
       "BC-26-00001",
       "the registrant"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *isrc = rb_isrc_normalise(wrong[i].text, &error);

    g_assert_null(isrc);
    g_assert_error(error, RB_ERROR, RB_ERROR_CODE);
    if (strstr(error->message, wrong[i].says) == NULL)
      g_error("%s", error->message);
  }
}

static void
test_for_people(void)
{
  g_autofree char *text = rb_isrc_format("FRABC2600001");

  g_assert_cmpstr(text, ==, "FR-ABC-26-00001");
  g_assert_false(rb_isrc_is_valid("fRABC2600001"));
  g_assert_false(rb_isrc_is_valid("FRABC26000011"));
  g_assert_true(rb_isrc_is_blank("000000000000"));
  g_assert_true(rb_isrc_is_blank(""));
  g_assert_false(rb_isrc_is_blank("FRABC2600001"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/isrc/normalises", test_normalises);
  g_test_add_func("/isrc/keeps_iceland", test_keeps_iceland);
  g_test_add_func("/isrc/refuses", test_refuses);
  g_test_add_func("/isrc/for_people", test_for_people);
  return g_test_run();
}
