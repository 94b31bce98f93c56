/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TAG_NAMES_H
#define AL_TAG_NAMES_H

/* What each text of AlTags is called in each container: the one table of it.
 *
 * Sources: the field mappings of MusicBrainz Picard and Mp3tag; id3.org, ID3v2.4.0 native frames;
 * RIFF MCI (1991) for LIST INFO. */

#include "album/encode/tags.h"

typedef struct {
  const char *comment; /* a Vorbis comment; also TXXX of ID3, and a free atom of M4A */
  const char *frame;   /* of ID3v2.4; "TXXX": by its name as a comment; NULL: none */
  const char *info;    /* a chunk in LIST INFO of WAV; NULL: none */
  const char *atom;    /* of M4A; NULL: by its name as a comment */
} AlTagNames;

const AlTagNames *al_tag_names(AlTag tag);

#endif
