/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_NAME_PATTERN_H
#define AL_NAME_PATTERN_H

/* Patterns for the names of files: "{track} {title}" becomes "01 Harbour Lights". */

#include "album/project/deliverable.h"

/* What a pattern can name. By the words {track}, {title}, {artist}, {album}, {catalog}, {isrc}. */
typedef enum {
  AL_NAME_TRACK, /* its number, or the letter of a side */
  AL_NAME_TITLE,
  AL_NAME_ARTIST,
  AL_NAME_ALBUM,
  AL_NAME_CATALOG,
  AL_NAME_ISRC,
  AL_NAME_COUNT
} AlNameField;

/* What is wrong with a pattern, as the rest of a sentence; NULL where nothing is. */
const char *al_name_pattern_fault(const char *pattern);

/* The name that a pattern without fault gives, without an extension. A value may be NULL; what the
 * characters cannot say at all is left out, and what would stand alone around it. Never empty, at
 * most AL_NAME_PATTERN_BYTES long; for g_free(). */
char *al_name_pattern_expand(const char *pattern, const char *const *values,
                             AlCharacters characters);

/* A title (UTF-8, NULL or empty: "Untitled") as a name of its own, in ASCII, for any file system
 * and any sheet; for g_free(). */
char *al_name_of_title(const char *title);

/* Room is left for an extension in the 255 bytes of most file systems. */
#define AL_NAME_PATTERN_BYTES 200

#endif
