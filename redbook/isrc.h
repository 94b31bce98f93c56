/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_ISRC_H
#define RB_ISRC_H

/* International Standard Recording Codes: 12 characters, no check digit (ISO 3901:2019;
 * International ISRC Agency, Bulletin 2015/01).
 *
 *     C C X X X Y Y N N N N N
 *     |   |     |   `- designation: five digits
 *     |   |     `----- year of reference: two digits
 *     |   `----------- registrant: three letters or digits
 *     `--------------- country of the registrant: two letters */

#include <glib.h>

#define RB_ISRC_LENGTH 12

/* What a person writes ("ISRC fr-abc-26 00001"), as the 12 characters that a disc holds: without
 * the word ISRC, spaces and hyphens, in upper case. For free(); NULL with RB_ERROR_CODE that says
 * which part is wrong and what belongs there. */
char *rb_isrc_normalise(const char *text, GError **error);

/* Whether these are 12 characters as rb_isrc_normalise() gives them. */
gboolean rb_isrc_is_valid(const char *isrc);

/* Whether this stands for "no ISRC": empty, or all zeros, as some devices write. */
gboolean rb_isrc_is_blank(const char *isrc);

/* "CC-XXX-YY-NNNNN", for people; `isrc` must be valid. For free(). */
char *rb_isrc_format(const char *isrc);

#endif
