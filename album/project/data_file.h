/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DATA_FILE_H
#define AL_DATA_FILE_H

/* The data files that are part of the program: YAML with one list of entries of one shape, which
 * users may read and tests replace. */

#include "album/project/schema.h"

typedef struct {
  const char *list;  /* the key of the list: "services" */
  const char *entry; /* what one is, for messages: "a service" */
  /* Reads an entry and appends it to `entries`, or tells what is wrong with it. */
  void (*read)(AlReader *reader, const AlYamlNode *item, GPtrArray *entries);
  GDestroyNotify entry_free;
} AlDataShape;

/* The entries of a file, `name` for messages. NULL with an error that shows all that is wrong, each
 * with its place. */
GPtrArray *al_data_file_parse(const AlDataShape *shape, const char *name, const char *text,
                              gsize length, GError **error);

/* The entries of a file that the program comes with. */
GPtrArray *al_data_file_shipped(const AlDataShape *shape, const char *name);

#endif
