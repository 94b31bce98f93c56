/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/upc.h"

#include <string.h>

#include "redbook/error.h"

static void
test_normalises(void)
{
  static const char *const written[][2] = {
      {"4006381333931", "4006381333931"},   {"4 006381 333931", "4006381333931"},
      {"4-006381-333931", "4006381333931"}, {"724349691704", "0724349691704"},
      {"0724349691704", "0724349691704"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *upc = rb_upc_normalise(written[i][0], &error);

    g_assert_no_error(error);
    g_assert_cmpstr(upc, ==, written[i][1]);
    g_assert_true(rb_upc_is_valid(upc));
  }
}

static void
test_refuses(void)
{
  static const char *const wrong[][2] = {
      {"4006381333932", "would have to be 1"}, {"724349691705", "would have to be 4"},
      {"40063813339", "it has 11 digits"},     {"", "it has 0 digits"},
      {"40063813339311", "it has 14 digits"},  {"400638133393X", "digits only"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *upc = rb_upc_normalise(wrong[i][0], &error);

    g_assert_null(upc);
    g_assert_error(error, RB_ERROR, RB_ERROR_CODE);
    if (strstr(error->message, wrong[i][1]) == NULL)
      g_error("%s", error->message);
  }
}

/* What the check digit is for: no single wrong digit passes. */
static void
test_any_wrong_digit_is_caught(void)
{
  for (int place = 0; place < RB_UPC_LENGTH; place++) {
    for (char digit = '0'; digit <= '9'; digit++) {
      char upc[] = "4006381333931";

      upc[place] = digit;
      g_assert_cmpint(rb_upc_is_valid(upc), ==, digit == "4006381333931"[place]);
    }
  }
  g_assert_true(rb_upc_is_blank("0000000000000"));
  g_assert_false(rb_upc_is_blank("4006381333931"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/upc/normalises", test_normalises);
  g_test_add_func("/upc/refuses", test_refuses);
  g_test_add_func("/upc/any_wrong_digit_is_caught", test_any_wrong_digit_is_caught);
  return g_test_run();
}
