/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FILE_NAME_H
#define AL_FILE_NAME_H

/* File names made from titles: plain ASCII that every file system and every sheet can hold. */

#include <glib.h>

/* `title` (UTF-8, NULL or empty: "Untitled") as a file name without an extension; for g_free(). */
char *al_file_name(const char *title);

/* Does Windows keep this name for a device? "con" and "Aux.wav", "LPT1": whatever the capitals, and
 * whatever stands behind a point. */
gboolean al_file_name_is_device(const char *name);

#endif
