/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ID3_H
#define AL_ID3_H

/* ID3v2.4 (id3.org, 2000): what MP3 begins with, and what WAV and AIFF hold in a chunk.
 *
 *   "ID3" 4 0 0 size | frame ... | frame: id (4) size flags (2) content
 *
 * Chapters (ID3v2 Chapter Frame Addendum 1.0, 2005) are frames with a frame in them, and a list of
 * them; times are in ms, and where in bytes is not said:
 *
 *   CTOC: "toc" NUL | flags (1) | count (1) | "chp1" NUL | "chp2" NUL | ...
 *   CHAP: "chp1" NUL | start (4) end (4) | FF FF FF FF FF FF FF FF | TIT2
 *
 * Sizes are 28 bits in four bytes of seven. Texts are UTF-8. Our own, since LAME's writer makes
 * version 2.3, which has no recording date and no arranger, calls every picture "other", and leaves
 * LAME's name also in files that it did not encode. */

#include "album/encode/tags.h"

/* All of the tags that ID3 can hold, and `chapters` (of AlChapter; NULL: none, as in WAV and AIFF,
 * which have marks of their own); empty where there is nothing. The caller frees it. */
GByteArray *al_id3_new(const AlTags *tags, const GArray *chapters);

#endif
