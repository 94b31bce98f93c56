/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/text_width.h"

guint
rb_text_width(const char *utf8)
{
  guint width = 0;

  for (; *utf8 != '\0'; utf8 += g_utf8_skip[(guchar)*utf8]) {
    gunichar character = g_utf8_get_char(utf8);

    if (!g_unichar_iszerowidth(character))
      width += g_unichar_iswide(character) ? 2 : 1;
  }
  return width;
}
