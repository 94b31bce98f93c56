/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/scanner.h"

#include "redbook/charset.h"
#include "redbook/error.h"
#include "redbook/sheet.h"

char *
rb_scanner_decode(const char *text, gsize bytes, const char *path, GError **error)
{
  static const char byte_order_mark[] = "\xEF\xBB\xBF";

  if (bytes > RB_SHEET_MAX_BYTES) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s: longer than %d bytes; this is no sheet",
                path, RB_SHEET_MAX_BYTES);
    return NULL;
  }
  if (bytes > 0 && memchr(text, '\0', bytes) != NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%s: holds NUL bytes; expected text in UTF-8 or ISO 8859-1", path);
    return NULL;
  }
  if (bytes >= 3 && memcmp(text, byte_order_mark, 3) == 0) {
    text += 3;
    bytes -= 3;
  }
  if (g_utf8_validate_len(text, bytes, NULL))
    return g_strndup(text, bytes);
  return rb_charset_decode(RB_CHARSET_ISO_8859_1, (const guint8 *)text, bytes, error);
}

guint
rb_scanner_column(const RbScanner *scanner, const char *place)
{
  return (guint)g_utf8_strlen(scanner->line_start, place - scanner->line_start) + 1;
}

gboolean
rb_scanner_fail(const RbScanner *scanner, const char *place, GError **error, const char *format,
                ...)
{
  va_list arguments;

  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s:%u:%u: %s", scanner->path, scanner->line,
              rb_scanner_column(scanner, place), text);
  return FALSE;
}

gboolean
rb_scanner_skip_line_end(RbScanner *scanner)
{
  if (*scanner->at != '\n' && *scanner->at != '\r')
    return FALSE;
  scanner->at += scanner->at[0] == '\r' && scanner->at[1] == '\n' ? 2 : 1;
  scanner->line_start = scanner->at;
  scanner->line++;
  return TRUE;
}
