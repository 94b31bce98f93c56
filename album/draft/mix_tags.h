/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MIX_TAGS_H
#define AL_MIX_TAGS_H

/* The tags of a file of audio, under the names that Vorbis comments have.
 *
 * FLAC and Ogg Vorbis: all their comments. Everything that libsndfile reads: title, artist, album,
 * date, genre, track number and copyright (LIST INFO of WAV, ID3 of MP3, the comments of Opus).
 * Broadcast Wave: the ISRC in its `axml` chunk (EBU Tech 3352). */

#include <glib.h>

/* From names in capitals ("TITLE") to texts in UTF-8, none of them empty; of several texts of one
 * name the first, but of a tag that may have several (tag_names.h) all, a space between them. Empty
 * where the file has no tags or cannot be read. */
GHashTable *al_mix_tags_read(const char *path);

/* The text of the first of these names (NULL ends them) that there is, NULL where there is none.
 * The table owns it. */
const char *al_mix_tags_get(GHashTable *tags, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* A tag that holds a number, "3" or "3/12"; 0 where there is none. */
guint al_mix_tags_number(GHashTable *tags, const char *name);

#endif
