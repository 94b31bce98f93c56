/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SCHEMA_H
#define AL_SCHEMA_H

/* Mappings as tables: every section of a project file is a struct and a table of the keys that
 * fill it. A new key is a new member and a new row.
 *
 *   static const AlSchemaKey keys[] = {
 *       {.key = "label", .read = al_value_text, .offset = offsetof(AlAlbum, label)},
 *       {.key = "date", .read = read_date, .offset = offsetof(AlAlbum, date), .required = TRUE},
 *       {.key = NULL},
 *   };
 *   al_schema_read(reader, node, "an album", keys, album);
 *
 * Readers of values are in values.h; a section with a shape of its own has one of its own. */

#include <glib.h>

#include "album/project/project.h"
#include "album/project/yaml.h"

typedef struct AlNamedChains AlNamedChains; /* read_chain.h */

/* What every reader is given. */
typedef struct {
  AlDiagnostics *diagnostics;
  const char *folder;   /* what paths are relative to */
  const char *language; /* ISO 639-1, of the texts that are being read */
  gboolean has_disc;    /* texts must fit CD-TEXT */
  AlNamedChains *chains;
  AlProject *project; /* as far as it is read */
} AlReader;

typedef struct AlSchemaKey AlSchemaKey;

/* Fills `member` from `value`, which is not AL_YAML_EMPTY, or tells what is wrong with it and
 * leaves the member as it is. */
typedef void (*AlValueRead)(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                            gpointer member);

struct AlSchemaKey {
  const char *key;
  AlValueRead read;
  gsize offset; /* of the member in the struct that the table fills */
  gboolean required;
  gconstpointer detail; /* for `read`; what it is, `read` says */
  const char *example;  /* of a required key, for who left it out; NULL: none */
};

/* Reads a mapping by a table of at most 64 keys that ends with a key of NULL. The keys are read in
 * the order of the table, so one may depend on those above it. Tells of keys that are not in the
 * table, of required ones that are not in the mapping, of keys with nothing after them. FALSE if
 * `node` is not a mapping. `what` names it: "expected a track, found text". */
gboolean al_schema_read(AlReader *reader, const AlYamlNode *node, const char *what,
                        const AlSchemaKey *keys, gpointer target);

/* TRUE if the node is of this kind; else tells "expected `what`, found text". */
gboolean al_schema_expect(AlReader *reader, const AlYamlNode *node, AlYamlKind kind,
                          const char *what);

/* Appends an error at a node, whose text (if it has one) stands at the end of the message. */
void al_schema_tell(AlReader *reader, const AlYamlNode *node, const char *hint,
                    const char *message);

/* "did you mean "gap"?", NULL where no word of `known` (up to a NULL) is near. */
char *al_schema_suggest(const char *word, const char *const *known);

#endif
