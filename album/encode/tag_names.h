/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TAG_NAMES_H
#define AL_TAG_NAMES_H

/* What each text of AlTags is called in each container: the one table of it.
 *
 * A text of several values becomes a comment each; in ID3 one frame with NULs between them; in M4A
 * one item with a value behind the other: as Picard writes them.
 *
 * Sources: the field mappings of MusicBrainz Picard and Mp3tag; id3.org, ID3v2.4.0 native
 * frames; RIFF MCI (1991) for LIST INFO. */

#include "album/encode/tags.h"

typedef struct {
  const char *comment; /* a Vorbis comment */
  const char *frame;   /* of ID3v2.4; "TXXX": by its free name; NULL: none */
  const char *info;    /* a chunk in LIST INFO of WAV; NULL: none */
  const char *atom;    /* of M4A; NULL: by its free name */
  const char *free;    /* its free name, where that is not its name as a comment; else NULL */
  gboolean several;    /* its text may be several values, a space between them */
} AlTagNames;

const AlTagNames *al_tag_names(AlTag tag);

/* What it is called where names are free: in TXXX of ID3 and in items of M4A. */
const char *al_tag_names_free(const AlTagNames *names);

/* The values of a text. NULL ends them; for g_strfreev(). */
char **al_tag_names_split(const AlTagNames *names, const char *text);

#endif
