/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TRANSLITERATE_H
#define RB_TRANSLITERATE_H

/* What is usually written for a character in plain Latin letters and signs: quotation marks,
 * dashes, letters that Unicode does not take apart (the crossed l, the sharp s), Cyrillic and Greek
 * letters one by one. The same in every locale. */

#include <glib.h>

/* How many characters have a spelling. */
#define RB_TRANSLITERATE_COUNT 224

/* ASCII; NULL where nothing is usual. Letters with accents are not here: they come apart by
 * Unicode's own decomposition. The string is static. */
const char *rb_transliterate_character(gunichar character);

#endif
