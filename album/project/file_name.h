/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FILE_NAME_H
#define AL_FILE_NAME_H

/* File names made from titles: plain ASCII that every file system and every sheet can hold. */

#include <glib.h>

/* `title` (UTF-8, NULL or empty: "Untitled") as a file name without an extension; for g_free(). */
char *al_file_name(const char *title);

#endif
