/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_M4A_TAGS_H
#define AL_M4A_TAGS_H

/* Tags in M4A, as iTunes writes them: ours, since ffmpeg drops all that Apple did not name (ISRC,
 * bar code, label, ReplayGain, MusicBrainz).
 *
 *   ftyp | mdat | moov: ... | udta: | meta: hdlr | ilst: item ...
 *
 *   item: ©nam | data: type (4) locale (4) value
 *         ---- | mean: 0, "com.apple.iTunes" | name: 0, "ISRC" | data: ... | data: ...
 *
 * Each box is a size (4, with itself), a name (4), a content; numbers are big-endian. */

#include "album/encode/tags.h"

/* The tags as a udta box. The caller frees it. */
GByteArray *al_m4a_tags_new(const AlTags *tags);

/* Puts such a box into a file that ffmpeg wrote, in the place of its own, empty one: behind the
 * audio, at the end of moov, where it can grow without moving anything. FALSE with AL_ERROR_WRITE,
 * also where the file is not built like that. */
gboolean al_m4a_tags_write(const char *path, const GByteArray *tags, GError **error);

#endif
