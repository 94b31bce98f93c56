/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_LEVEL_H
#define AL_READ_LEVEL_H

/* How loud a deliverable is, in whatever kind of deliverable: its target, and the limiter. The
 * sections `master` and `tracks` are read before. */

#include "album/project/schema.h"

/* Rows in a table for struct `type`, whose member `level` is AlDeliveredLevel. */
#define AL_LEVEL_ROW(type, name, reader)                         \
  {                                                              \
    .key = name, .read = reader, .offset = offsetof(type, level) \
  }
#define AL_LEVEL_ROWS(type)                                                                     \
  AL_LEVEL_ROW(type, "loudness", al_read_target), AL_LEVEL_ROW(type, "anchor", al_read_anchor), \
      AL_LEVEL_ROW(type, "ceiling", al_read_ceiling),                                           \
      AL_LEVEL_ROW(type, "max-reduction", al_read_max_reduction),                               \
      AL_LEVEL_ROW(type, "limiter", al_read_limiter)

/* Each fills an AlDeliveredLevel. */
void al_read_target(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member);
void al_read_anchor(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member);
void al_read_ceiling(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member);
void al_read_max_reduction(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                           gpointer member);
void al_read_limiter(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                     gpointer member);

/* Tells what of the level in the settings of a deliverable does not go together. */
void al_check_level(AlReader *reader, const AlYamlNode *settings);

#endif
