/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_NATURAL_ORDER_H
#define AL_NATURAL_ORDER_H

/* The order in which people number files: "2 fog" before "10 tide", capitals like small letters. */

#include <glib.h>

/* Below 0, 0 or above, as strcmp() does; 0 for the same bytes only. Runs of digits count by their
 * value, other characters by their small letters; where that leaves two names equal their bytes
 * decide. The names may be any bytes. The same in every locale. */
int al_natural_order(const char *a, const char *b);

/* The same for g_ptr_array_sort() of an array of char *. */
gint al_natural_order_sort(gconstpointer a, gconstpointer b);

#endif
