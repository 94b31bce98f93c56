/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_LANGUAGE_H
#define RB_LANGUAGE_H

/* The languages of CD-TEXT blocks: EBU Tech 3264, appendix 3. */

#include <glib.h>

#define RB_LANGUAGE_UNKNOWN 0x00
#define RB_LANGUAGE_ENGLISH 0x09
#define RB_LANGUAGE_JAPANESE 0x69

/* "English", ...; NULL where the code has no language. */
const char *rb_language_name(guint8 code);

/* "en", ... (ISO 639-1); NULL where the code has no language, or the language no such code. */
const char *rb_language_iso(guint8 code);

/* The EBU code of an ISO 639-1 code or an English name, upper and lower case alike. FALSE where
 * there is none. */
gboolean rb_language_find(const char *text, guint8 *code);

#endif
