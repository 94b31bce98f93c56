/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_SCANNER_H
#define RB_SCANNER_H

/* A place in the text of a sheet, for parsers: it knows its line and column, and says them when
 * something is wrong. */

#include <glib.h>

typedef struct {
  const char *path;       /* of the sheet, for messages */
  const char *at;         /* UTF-8 up to a NUL */
  const char *line_start; /* of the line in which `at` lies */
  guint line;             /* from 1 */
} RbScanner;

/* The text of a sheet as UTF-8 without byte order mark, ended by a NUL: UTF-8 where it is valid,
 * else ISO 8859-1. NULL with RB_ERROR_FORMAT where it holds NULs (as UTF-16 does) or is longer than
 * RB_SHEET_MAX_BYTES. Transfer full. */
char *rb_scanner_decode(const char *text, gsize bytes, const char *path, GError **error);

/* The column of a place in the scanner's line, in characters, from 1. */
guint rb_scanner_column(const RbScanner *scanner, const char *place);

/* Sets "path:line:column: ..." (RB_ERROR_FORMAT) for a place in the scanner's line; gives FALSE. */
gboolean rb_scanner_fail(const RbScanner *scanner, const char *place, GError **error,
                         const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Over a line end: \n, \r\n or \r. FALSE where there is none. */
gboolean rb_scanner_skip_line_end(RbScanner *scanner);

#endif
