/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ID3_H
#define AL_ID3_H

/* ID3v2.4 (id3.org, 2000): what MP3 begins with, and what WAV and AIFF hold in a chunk.
 *
 *   "ID3" 4 0 0 size | frame ... | frame: id (4) size flags (2) content
 *
 * Sizes are 28 bits in four bytes of seven. Texts are UTF-8. Our own, since LAME's writer makes
 * version 2.3, which has no recording date and no arranger, calls every picture "other", and leaves
 * LAME's name also in files that it did not encode. */

#include "album/encode/tags.h"

/* All of the tags that ID3 can hold; empty where there are none. The caller frees it. */
GByteArray *al_id3_new(const AlTags *tags);

#endif
