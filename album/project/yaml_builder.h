/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_YAML_BUILDER_H
#define AL_YAML_BUILDER_H

/* Puts the tree of yaml.h together from its parts in the order of the file. A node is added to the
 * one around it when it is complete; what is still open stands on a stack, whose height is the
 * depth of nesting. */

#include "album/project/yaml.h"

typedef struct {
  const char *text; /* the whole file */
  gsize length;
  AlDiagnostics *diagnostics;
  GArray *open; /* the lists and mappings that are not yet closed, the innermost last */
  AlYamlNode *root;
} AlYamlBuilder;

void al_yaml_builder_init(AlYamlBuilder *builder, const char *text, gsize length,
                          AlDiagnostics *diagnostics);
void al_yaml_builder_clear(AlYamlBuilder *builder);

/* Begins a list or a mapping at a place, which is `offset` in bytes. FALSE where it would be too
 * deep: that is told, and nothing is opened. */
gboolean al_yaml_builder_open(AlYamlBuilder *builder, AlYamlKind kind, AlPlace place, gsize offset);

/* Ends the innermost one. */
void al_yaml_builder_close(AlYamlBuilder *builder);

/* Adds a node, which the builder then owns; its place may be missing if it is empty. */
void al_yaml_builder_add(AlYamlBuilder *builder, AlYamlNode *node, gsize offset);

/* Where the innermost one begins, the start of the file where none is open. */
AlPlace al_yaml_builder_place(const AlYamlBuilder *builder);

#endif
