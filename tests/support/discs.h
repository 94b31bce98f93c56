/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DISCS_H
#define TESTS_DISCS_H

/* Discs for tests. */

#include "redbook/disc.h"

/* Three tracks of a few seconds: hidden audio before track 1, a pause and indexes to 03 in track 2,
 * none before track 3; codes, flags, texts with characters of ISO 8859-1. No rule of severity error
 * speaks. */
RbDisc *discs_sample(void);

/* A disc of 1 to `most_tracks` tracks, which keeps the rules R03 to R08; everything else is
 * random. With `latin`: one text block in ISO 8859-1; else up to three, the last in MS-JIS. */
RbDisc *discs_random(GRand *random, guint most_tracks, gboolean latin);

/* The random numbers of this test: from the seed in SEGUE_SEED, else from one that is the same for
 * every run; printed. Transfer full. */
GRand *discs_rand(void);

/* Audio for a disc, without pattern: frames from `first_sector` to the lead-out, as raw bytes, left
 * then right, little-endian. Transfer full. */
guint8 *discs_audio(const RbDisc *disc, gint32 first_sector, gsize *bytes);

/* Writes `bytes` raw audio as a WAV file. */
void discs_write_wav(const char *path, const guint8 *audio, gsize bytes);

/* Removes a folder and the files in it. */
void discs_remove_folder(const char *folder);

#endif
