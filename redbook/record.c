/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/record.h"

#include <string.h>

#include "redbook/error.h"

static void
append_fill(GByteArray *record, gsize count, char fill)
{
  for (gsize i = 0; i < count; i++)
    g_byte_array_append(record, (const guint8 *)&fill, 1);
}

void
rb_record_append_text(GByteArray *record, gsize width, const char *text)
{
  gsize length = text != NULL ? strlen(text) : 0;

  g_assert(length <= width && (text == NULL || g_str_is_ascii(text)));
  g_byte_array_append(record, (const guint8 *)text, (guint)length);
  append_fill(record, width - length, ' ');
}

void
rb_record_append_number(GByteArray *record, gsize width, char fill, guint number)
{
  g_autofree char *digits = g_strdup_printf("%u", number);
  gsize length = strlen(digits);

  g_assert(length <= width);
  append_fill(record, width - length, fill);
  g_byte_array_append(record, (const guint8 *)digits, (guint)length);
}

gsize
rb_record_whole(const guint8 *bytes, gsize length, gsize record_bytes, const char *name,
                RbFindings *findings)
{
  gsize whole = length;

  while (whole % record_bytes != 0 && memchr("\r\n\x1a", bytes[whole - 1], 4) != NULL)
    whole--;
  if (whole % record_bytes != 0)
    return length;
  if (whole != length)
    rb_findings_add(findings, "R88", RB_SEVERITY_NOTE, name,
                    "Line ends or the like stand behind the last record, %" G_GSIZE_FORMAT
                    " bytes of them.",
                    length - whole);
  return whole;
}

char *
rb_record_text(const RbRecord *record, gsize offset, gsize width)
{
  char *text = g_malloc(width + 1);

  g_assert(offset + width <= record->length);
  for (gsize i = 0; i < width; i++) {
    guint8 byte = record->bytes[offset + i];

    text[i] = byte == 0 ? ' ' : g_ascii_isprint((gchar)byte) ? (char)byte : '?';
  }
  text[width] = '\0';
  return g_strstrip(text);
}

gboolean
rb_record_is(const RbRecord *record, gsize offset, gsize width, const char *text)
{
  g_autofree char *found = rb_record_text(record, offset, width);

  return strcmp(found, text) == 0;
}

gboolean
rb_record_number(const RbRecord *record, gsize offset, gsize width, gint64 *number, GError **error)
{
  g_autofree char *text = rb_record_text(record, offset, width);

  g_assert(width <= 18);
  if (text[strspn(text, "0123456789")] != '\0') {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%s, byte %" G_GSIZE_FORMAT ": \"%s\" is not a number", record->name, offset, text);
    return FALSE;
  }
  *number = text[0] == '\0' ? -1 : g_ascii_strtoll(text, NULL, 10);
  return TRUE;
}
