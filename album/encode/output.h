/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_OUTPUT_H
#define AL_OUTPUT_H

/* A file that an encoder writes. All errors are AL_ERROR_WRITE and name the file. */

#include <glib.h>

typedef struct AlOutput AlOutput;

/* Makes the file, or empties it. */
AlOutput *al_output_new(const char *path, GError **error);

gboolean al_output_write(AlOutput *output, gconstpointer data, gsize bytes, GError **error);

/* Where the next byte goes, from the start of the file. */
gboolean al_output_seek(AlOutput *output, gint64 place, GError **error);
gint64 al_output_place(AlOutput *output);

/* FALSE too where what was written before did not reach the disk. */
gboolean al_output_close(AlOutput *output, GError **error);

/* A file that was not closed, or could not be, is removed. */
void al_output_free(AlOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlOutput, al_output_free)

#endif
