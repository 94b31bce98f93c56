/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RANDOM_DISC_H
#define RANDOM_DISC_H

/* Discs as chance makes them, of the form that every reader gives back: g_test_rand_int() is seeded
 * by --seed and prints its seed. */

#include "redbook/disc.h"

/* 1 to 99 tracks with indexes, flags and codes, in order of time; no texts. */
RbDisc *random_disc_new(void);

/* Up to 8 blocks, each with a title at least. May be more than CD-TEXT can hold. */
void random_disc_add_texts(RbDisc *disc);

void assert_same_tracks(const RbDisc *a, const RbDisc *b);
void assert_same_texts(const RbDisc *a, const RbDisc *b);

#endif
