/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/csv.h"

#include <string.h>

void
al_csv_append(GString *out, const char *text)
{
  if (strpbrk(text, ",\"\r\n") == NULL) {
    g_string_append(out, text);
    return;
  }
  g_string_append_c(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      g_string_append_c(out, '"');
    g_string_append_c(out, *text);
  }
  g_string_append_c(out, '"');
}

void
al_csv_append_record(GString *out, const char *const *fields, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    if (i > 0)
      g_string_append_c(out, ',');
    al_csv_append(out, fields[i] != NULL ? fields[i] : "");
  }
  g_string_append(out, "\r\n");
}
