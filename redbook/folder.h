/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_FOLDER_H
#define RB_FOLDER_H

/* Small files beside a sheet or of a fileset, in their folder. Names may have lost their upper case
 * on the way (a zip file, a DVD), so a file is found whatever its case. */

#include <glib.h>

/* The names in a folder (char *), sorted; none where it cannot be read. */
GPtrArray *rb_folder_names(const char *folder);

/* The path of a file, for free(). NULL with RB_ERROR_FILE where there is none. */
char *rb_folder_find(const char *folder, const char *name, GError **error);

/* The bytes that a file has. FALSE with RB_ERROR_FILE where it is none. */
gboolean rb_folder_measure(const char *path, gint64 *bytes, GError **error);

/* What a file holds, at most `limit` bytes. NULL with RB_ERROR_FILE where it cannot be read,
 * RB_ERROR_FORMAT where it is longer. */
GBytes *rb_folder_read(const char *folder, const char *name, gint64 limit, GError **error);

#endif
