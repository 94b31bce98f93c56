/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_GENRE_H
#define RB_GENRE_H

/* The genre codes of CD-TEXT, pack type 0x87. Source: libburn's doc/cdtext.txt, which agrees with
 * XLD; lists that put "Soundtrack" before "Spoken Word" disagree from 0x1a on. */

#include <glib.h>

/* Codes go from 0 (not used) to this. */
#define RB_GENRE_LAST 0x1b

/* "Rock Music", ...; NULL where the code has no name. */
const char *rb_genre_name(guint16 code);

/* The code of a name as in rb_genre_name(), upper and lower case alike; "Rock" finds "Rock Music".
 * FALSE where there is none. */
gboolean rb_genre_find(const char *name, guint16 *code);

#endif
