/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_YAML_H
#define AL_YAML_H

/* A YAML 1.2 file as a tree in which every scalar is the text that the person wrote, with its
 * place: `upc: 0724349691704` keeps its zero, `title: No` stays a word.
 *
 * One document; mappings have keys of text, each once. Anchors, aliases, merge keys and tags are
 * refused, so that every value stands where it is read and a small file cannot grow. Nesting goes
 * to AL_YAML_DEPTH. Beneath it is libfyaml's parser of events. */

#include <glib.h>

#include "album/project/diagnostics.h"

#define AL_YAML_DEPTH 32

typedef enum {
  AL_YAML_EMPTY, /* a key or a "-" with nothing after it */
  AL_YAML_TEXT,
  AL_YAML_LIST,
  AL_YAML_MAP,
} AlYamlKind;

typedef struct AlYamlNode AlYamlNode;

struct AlYamlNode {
  AlYamlKind kind;
  AlPlace place;     /* of its first character; of the key where there is none */
  char *text;        /* AL_YAML_TEXT: UTF-8, quotes and escapes resolved; else NULL */
  gboolean verbatim; /* the text stands in the file letter by letter on one line */
  gboolean quoted;
  GPtrArray *items; /* AL_YAML_LIST: of AlYamlNode; AL_YAML_MAP: of AlYamlPair; else NULL */
};

/* A key (AL_YAML_TEXT) and what stands after it. */
typedef struct {
  AlYamlNode *key;
  AlYamlNode *value;
} AlYamlPair;

/* Reads `length` bytes, which may be anything. What is wrong with the file as YAML or as text goes
 * to `diagnostics`. NULL where nothing can be read from it at all: an empty file, bytes that are
 * not UTF-8, an error of syntax. Duplicate keys are told, and the first of each is kept. */
AlYamlNode *al_yaml_parse(const char *text, gsize length, AlDiagnostics *diagnostics);

void al_yaml_free(AlYamlNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlYamlNode, al_yaml_free)

/* The value of a key of a mapping, NULL where it has none. */
const AlYamlNode *al_yaml_get(const AlYamlNode *map, const char *key);

/* Item `i` of a list; pair `i` of a mapping. */
const AlYamlNode *al_yaml_item(const AlYamlNode *list, guint i);
const AlYamlPair *al_yaml_pair(const AlYamlNode *map, guint i);

/* The place of a character of a text (a pointer into node->text), as near as it can be told. */
AlPlace al_yaml_place_of(const AlYamlNode *node, const char *character);

/* "text", "a list", "a mapping", "nothing": for messages. */
const char *al_yaml_kind_name(AlYamlKind kind);

#endif
