/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_ENCODED_H
#define TEST_ENCODED_H

/* Encoded files for tests: audio, tags with texts that are hard to carry, covers. */

#include "album/encode/encoder.h"

#define TEST_ENCODED_TITLE "Nachtfähre 夜行 \xF0\x9F\x8E\xB5 \"à/la\" \\ 'été'"

/* The title of its second track. */
#define TEST_ENCODED_CHAPTER "Zwei = #2; \\ \"ü\""

/* All but the last digit of every MusicBrainz id. */
#define TEST_ENCODED_UUID "2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f63"

/* A picture of noise, as a file. `kind` is "png" or "jpeg". */
void test_cover_write(const char *path, const char *kind, int width, int height);

/* Everything known; a comment of 300 characters; two tracks, which are cues too. The cover may be
 * NULL. */
AlTags *test_tags_new(AlCover *cover);

/* Interleaved noise over the whole range of `bits`, both ends of it at the start. */
gint32 *test_integers_new(int bits, gint64 frames);

/* "flac 24", at 44.1 kHz where the codec can. */
AlEncoding test_encoding(const char *text);

/* Writes a file of noise (lossless) or of a chord of sines (lossy), in pieces of odd sizes; asserts
 * that all goes well. */
void test_encode(const char *path, const AlEncoding *encoding, gint64 frames, const AlTags *tags);

/* The chord. */
double *test_chord_new(gint64 frames, int rate);

/* Can this be encoded here? Where the ffmpeg program is missing, the test is skipped, or with
 * PEERS=required fails. */
gboolean test_can_encode(const AlEncoding *encoding);

/* A whole file. */
GBytes *test_file_bytes(const char *path);

/* Where `needle` is in `bytes`, NULL: nowhere. */
const guint8 *test_find(GBytes *bytes, const char *needle);

#endif
