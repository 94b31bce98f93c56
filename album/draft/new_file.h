/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_NEW_FILE_H
#define AL_NEW_FILE_H

/* A text file that was not there before: it appears whole or not at all, and what is there under
 * its name is never overwritten, also not where it comes between. */

#include <glib.h>

/* FALSE with AL_ERROR_WRITE where there is something of that name or it cannot be written. */
gboolean al_new_file_write(const char *path, const char *text, GError **error);

#endif
