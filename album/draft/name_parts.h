/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_NAME_PARTS_H
#define AL_NAME_PARTS_H

/* What the names of an album's files say: "01 - The Lanterns - Fog.wav".
 *
 * All names of a folder are looked at together. What they all begin with, up to a " - ", names the
 * artist and then the album. Behind it may stand a number, and what all then have before another
 * " - " are artists. The rest is the title, so that "Fog - Part One" stays whole where other tracks
 * have no such thing. Underscores stand for blanks where a name has no others. */

#include <glib.h>

typedef struct {
  guint number; /* 0: none */
  char *artist; /* NULL: none */
  char *album;  /* NULL: none */
  char *title;  /* never NULL; may be the number where there is nothing else */
} AlNameParts;

/* `names` is of char *, UTF-8, without folders. GArray of AlNameParts in the same order; freeing it
 * frees the texts. */
GArray *al_name_parts_split(const GPtrArray *names);

#endif
