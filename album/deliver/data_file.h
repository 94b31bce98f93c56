/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DATA_FILE_H
#define AL_DATA_FILE_H

/* The data that is part of the program, as YAML that a person edits: services, receivers, records.
 */

#include "album/project/schema.h"

typedef struct {
  const char *name; /* for messages */
  const char *text;
  gsize length;
} AlDataFile;

/* Reads a mapping by a table into `target`; FALSE with an error that shows all that is wrong, each
 * with its place. */
gboolean al_data_file_read(const AlDataFile *file, const AlSchemaKey *keys, gpointer target,
                           GError **error);

/* The bytes of a file that the program comes with. */
GBytes *al_data_file_shipped(const char *name);

#endif
