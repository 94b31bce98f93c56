/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_UTF8_H
#define AL_UTF8_H

/* Whether a file is text at all. */

#include <glib.h>

#include "album/project/diagnostics.h"

/* TRUE if the bytes are UTF-8 without NUL. Else the first bad byte of each line (of the first 20
 * such lines) stands in `diagnostics`, at its line and its column in characters. */
gboolean al_utf8_check(const char *text, gsize length, AlDiagnostics *diagnostics);

#endif
