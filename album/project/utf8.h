/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_UTF8_H
#define AL_UTF8_H

/* Whether a file is text at all, and what a text of one line may hold. */

#include <glib.h>

#include "album/project/diagnostics.h"

/* TRUE if the bytes are UTF-8 without NUL. Else the first bad byte of each line (of the first 20
 * such lines) stands in `diagnostics`, at its line and its column in characters. */
gboolean al_utf8_check(const char *text, gsize length, AlDiagnostics *diagnostics);

/* Whether a character can stand in a text of one line: it is no control character, ends no line (as
 * U+2028 and U+2029 do), and is one of those that Unicode gives to texts (no noncharacter, which
 * FLAC and XML do not take). */
gboolean al_utf8_is_for_text(gunichar character);

#endif
