/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CHARSET_H
#define RB_CHARSET_H

/* Texts between UTF-8 and the character sets of CD-TEXT.
 *
 * - ISO 8859-1 and ASCII: one byte per character; control characters are not part of them here.
 * - MS-JIS (code page 932): a block of CD-TEXT has two bytes for every character, so ASCII and
 *   half-width katakana are written in their full width, and come back so. Quotation marks become
 *   the typographic ones, since JIS X 0208 has no others.
 *
 * All functions first compose what is written decomposed (e and an acute accent become one
 * character). None depends on the locale. Strings are valid UTF-8. */

#include <glib.h>

#include "redbook/disc.h"

/* "ISO 8859-1", "ASCII", "MS-JIS"; NULL where CD-TEXT's code is none of these. */
const char *rb_charset_name(RbCharset charset);

/* Bytes per character in CD-TEXT: 1 or 2. */
guint rb_charset_width(RbCharset charset);

/* Where in `text` the first character stands that the charset does not hold, NULL where it holds
 * all. */
const char *rb_charset_find_unencodable(RbCharset charset, const char *text);

/* The bytes of `text`, without a terminator. NULL with RB_ERROR_TEXT that names the first character
 * which the charset does not hold, and the text as it could be written instead. */
GByteArray *rb_charset_encode(RbCharset charset, const char *text, GError **error);

/* The text of `bytes`, for free(). NULL with RB_ERROR_TEXT where they are not text in the charset.
 * Bytes that a charset leaves open (0x80 to 0x9f in ISO 8859-1) are not refused. */
char *rb_charset_decode(RbCharset charset, const guint8 *bytes, gsize length, GError **error);

/* `text` as the charset can hold it, for free(): every character that it holds stays, others become
 * what is usually written for them (a quotation mark, a letter without its accent, Latin letters
 * for Cyrillic and Greek ones), or a question mark. */
char *rb_charset_transliterate(RbCharset charset, const char *text);

/* Whether that does without a question mark in place of a character. */
gboolean rb_charset_can_transliterate(RbCharset charset, const char *text);

#endif
