/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TEXT_WIDTH_H
#define RB_TEXT_WIDTH_H

/* How wide a text stands in a fixed-width font, for aligned columns: East Asian characters take two
 * columns, combining ones none. */

#include <glib.h>

guint rb_text_width(const char *utf8);

#endif
