/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DELIVERABLE_KIND_H
#define AL_DELIVERABLE_KIND_H

/* What a deliverable can be: the keys that its settings may have, and what holds where they say
 * nothing. */

#include "album/project/schema.h"

typedef struct {
  const char *word;        /* as project files name it: "cd" */
  const char *title;       /* in messages: "a CD" */
  const AlSchemaKey *keys; /* of an AlDeliverable */
  const char *format;      /* of its files where none is said; NULL: it is not made of files */
  AlCharacters characters;
} AlDeliverableKind;

const AlDeliverableKind *al_deliverable_kind(AlKind kind);

/* Fills what its kind decides of a deliverable whose kind, place and level are set; all else must
 * be zero. */
void al_deliverable_kind_init(AlDeliverable *deliverable);

/* "cd", ...; "shaped", ...: as project files name them. */
const char *al_kind_name(AlKind kind);
const char *al_dither_name(AlDither dither);

#endif
