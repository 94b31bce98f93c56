/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_UPC_H
#define RB_UPC_H

/* The bar code of a release, which is the media catalogue number of its disc: an EAN-13, or a
 * UPC-A, which is the EAN-13 that begins with 0 (GS1 General Specifications, 7.9). */

#include <glib.h>

#define RB_UPC_LENGTH 13

/* What a person writes (12 or 13 digits, spaces and hyphens between them) as the 13 digits that a
 * disc holds: always 13, a UPC-A has a 0 put before it. For free(); NULL with RB_ERROR_CODE that
 * names the digit that is wrong, and the check digit that would be right. */
char *rb_upc_normalise(const char *text, GError **error);

/* Whether these are 13 digits, the last of which checks the others. */
gboolean rb_upc_is_valid(const char *upc);

/* Whether this stands for "no UPC": empty, or all zeros, as some devices write. */
gboolean rb_upc_is_blank(const char *upc);

/* The check digit, '0' to '9', that belongs behind these 12 digits of an EAN-13. */
char rb_upc_check_digit(const char *digits);

#endif
