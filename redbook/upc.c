/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/upc.h"

#include <string.h>

#include "redbook/error.h"

static gboolean
all_digits(const char *text)
{
  return text[strspn(text, "0123456789")] == '\0';
}

static char *
strip(const char *text)
{
  GString *stripped = g_string_new(NULL);

  for (; *text != '\0'; text++) {
    if (*text != ' ' && *text != '-' && *text != '\t')
      g_string_append_c(stripped, *text);
  }
  return g_string_free(stripped, FALSE);
}

char
rb_upc_check_digit(const char *digits)
{
  int sum = 0;

  for (int i = 0; i < RB_UPC_LENGTH - 1; i++)
    sum += (i % 2 == 0 ? 1 : 3) * g_ascii_digit_value(digits[i]);
  return (char)('0' + (10 - sum % 10) % 10);
}

char *
rb_upc_normalise(const char *text, GError **error)
{
  g_autofree char *digits = strip(text);
  g_autofree char *upc = NULL;

  if (!all_digits(digits)) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE,
                "\"%s\" is not a UPC or EAN: it may hold digits only", text);
    return NULL;
  }
  if (strlen(digits) != RB_UPC_LENGTH && strlen(digits) != RB_UPC_LENGTH - 1) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE,
                "\"%s\" is not a UPC or EAN: it has %" G_GSIZE_FORMAT
                " digits, a UPC has 12 and an EAN has 13, the check digit included",
                text, strlen(digits));
    return NULL;
  }
  upc = g_strconcat(strlen(digits) == RB_UPC_LENGTH ? "" : "0", digits, NULL);
  if (!rb_upc_is_valid(upc)) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE,
                "\"%s\" is not a UPC or EAN: its last digit checks the others and would have to "
                "be %c; one of the digits is wrong",
                text, rb_upc_check_digit(upc));
    return NULL;
  }
  return g_steal_pointer(&upc);
}

gboolean
rb_upc_is_valid(const char *upc)
{
  return strlen(upc) == RB_UPC_LENGTH && all_digits(upc) &&
         upc[RB_UPC_LENGTH - 1] == rb_upc_check_digit(upc);
}

gboolean
rb_upc_is_blank(const char *upc)
{
  return upc[strspn(upc, "0 ")] == '\0';
}
