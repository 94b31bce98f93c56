/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DISCS_H
#define TESTS_DISCS_H

/* Discs for tests. */

#include "redbook/disc.h"

/* Three tracks of a few seconds: hidden audio before track 1, a pause and indexes to 03 in track 2,
 * none before track 3; codes, flags, texts with characters of ISO 8859-1. No rule of severity error
 * speaks. */
RbDisc *discs_sample(void);

#define SECONDS(s) ((s)*RB_SECTORS_PER_SECOND)

/* Tracks without indexes. */
RbDisc *discs_bare(guint tracks);

/* A track that starts there; the first with an INDEX 00 at 0. */
RbTrack *discs_add_track(RbDisc *disc, gint32 start_sector);

/* Discs of the study of cue2ddp 1.1, whose files are known by MD5. Cases 10 (SCMS), 5 (codes) and 4
 * (a second index): one track from 2 s to 12 s. Case 11: two tracks, to 22 s. */
RbDisc *discs_cue2ddp(int number);

/* The texts of the vector of 198 bytes in its case 11, on tracks without indexes. */
RbDisc *discs_cue2ddp_texts(void);

/* Sets a field of the disc and of all tracks; `texts` has one more than the disc has tracks. */
void discs_set_texts(RbTextBlock *block, RbTextField field, const char *const *texts);

/* A text of the first block. */
const char *discs_text(const RbDisc *disc, guint track, RbTextField field);

void discs_assert_md5(const GByteArray *bytes, const char *md5);

/* Audio for a disc, without pattern: frames from `first_sector` to the lead-out, as raw bytes, left
 * then right, little-endian. Transfer full. */
guint8 *discs_audio(const RbDisc *disc, gint32 first_sector, gsize *bytes);

/* Writes `bytes` raw audio as a sound file of 16 bit, `format` an SF_FORMAT_ of libsndfile. */
void discs_write_sound(const char *path, int format, const guint8 *audio, gsize bytes);

/* The same as a WAV file. */
void discs_write_wav(const char *path, const guint8 *audio, gsize bytes);

/* Removes a folder and the files in it. */
void discs_remove_folder(const char *folder);

#endif
