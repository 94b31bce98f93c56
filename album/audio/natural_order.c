/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/natural_order.h"

#include <string.h>

#define DIGITS "0123456789"

/* Two runs of digits of any length, by value: without their zeros the longer one is larger. Both
 * pointers are moved behind their runs. */
static int
compare_numbers(const char **a, const char **b)
{
  const char *first = *a + strspn(*a, "0"), *second = *b + strspn(*b, "0");
  gsize length = strspn(first, DIGITS), other = strspn(second, DIGITS);

  *a = first + length;
  *b = second + other;
  if (length != other)
    return length < other ? -1 : 1;
  return strncmp(first, second, length);
}

/* The next character as a small letter; a byte that is not UTF-8 stands for itself. */
static gunichar
next_letter(const char **text)
{
  gunichar character = g_utf8_get_char_validated(*text, -1);

  if (character == (gunichar)-1 || character == (gunichar)-2)
    return (guchar) * (*text)++;
  *text = g_utf8_find_next_char(*text, NULL);
  return g_unichar_tolower(character);
}

int
al_natural_order(const char *a, const char *b)
{
  const char *left = a, *right = b;

  while (*left != '\0' && *right != '\0') {
    if (g_ascii_isdigit(*left) && g_ascii_isdigit(*right)) {
      int order = compare_numbers(&left, &right);

      if (order != 0)
        return order;
    } else {
      gunichar first = next_letter(&left), second = next_letter(&right);

      if (first != second)
        return first < second ? -1 : 1;
    }
  }
  if (*left != '\0' || *right != '\0')
    return *left == '\0' ? -1 : 1;
  return strcmp(a, b);
}

gint
al_natural_order_sort(gconstpointer a, gconstpointer b)
{
  return al_natural_order(*(const char *const *)a, *(const char *const *)b);
}
