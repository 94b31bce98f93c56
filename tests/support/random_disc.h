/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_RANDOM_DISC_H
#define TESTS_RANDOM_DISC_H

/* Discs as chance makes them, of the form that every reader gives back: g_test_rand_int() is seeded
 * by --seed and prints its seed. */

#include "redbook/disc.h"

/* The flags that a DDP holds, and that a CUE holds. */
#define DDP_FLAGS (RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS)
#define SHEET_FLAGS (DDP_FLAGS | RB_FLAG_FOUR_CHANNEL)

/* 1 to `most_tracks` tracks with indexes, codes and any of `flags`, which keep the rules R03 to
 * R08; no texts. */
RbDisc *random_disc_new(guint most_tracks, RbFlags flags);

/* A block with a title at least, of characters that come back as they are. Texts of up to 24
 * characters, of 159 where they are wordy. */
void random_disc_add_block(RbDisc *disc, RbCharset charset, guint8 language, gboolean wordy);

/* Up to 8 blocks of any charset. May be more than CD-TEXT can hold. */
void random_disc_add_blocks(RbDisc *disc);

void assert_same_tracks(const RbDisc *a, const RbDisc *b);
void assert_same_texts(const RbDisc *a, const RbDisc *b);

#endif
