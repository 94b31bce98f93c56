/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_COMPARE_H
#define RB_COMPARE_H

/* Are two discs the same, as data? Each difference is a finding of severity error that says both
 * values, "expected" first. Audio is compared elsewhere.
 *
 * | id  | what differs                                            | flag                |
 * |-----|---------------------------------------------------------|---------------------|
 * | P01 | the number of tracks (then nothing else is compared)    | always              |
 * | P02 | INDEX 01 of a track                                     | always              |
 * | P03 | the lead-out                                            | always              |
 * | P04 | INDEX 00 of a track                                     | RB_COMPARE_PAUSES   |
 * | P05 | INDEX 02 and up                                         | RB_COMPARE_INDEXES  |
 * | P06 | the UPC/EAN                                             | RB_COMPARE_UPC      |
 * | P07 | an ISRC                                                 | RB_COMPARE_ISRC     |
 * | P08 | the flags of a track                                    | RB_COMPARE_FLAGS    |
 * | P09 | a text of title, performer or songwriter                | RB_COMPARE_TEXTS    |
 * | P10 | a text of composer, arranger or message                 | RB_COMPARE_CREDITS  |
 * | P11 | genre, catalogue number                                 | RB_COMPARE_EXTRAS   |
 * | P12 | number of text blocks, their languages and charsets,    | RB_COMPARE_BLOCKS   |
 * |     | copyright; blocks from the second on                    |                     |
 *
 * Texts in MS-JIS are the same where they are on the disc: full width or half makes no difference.
 * What a form can carry: the masks below. */

#include "redbook/disc.h"
#include "redbook/finding.h"

typedef enum {
  RB_COMPARE_PAUSES = 1 << 0,
  RB_COMPARE_INDEXES = 1 << 1,
  RB_COMPARE_UPC = 1 << 2,
  RB_COMPARE_ISRC = 1 << 3,
  RB_COMPARE_FLAGS = 1 << 4,
  RB_COMPARE_SCMS = 1 << 5, /* with FLAGS: SCMS too */
  RB_COMPARE_TEXTS = 1 << 6,
  RB_COMPARE_CREDITS = 1 << 7,
  RB_COMPARE_EXTRAS = 1 << 8,
  RB_COMPARE_BLOCKS = 1 << 9,
  RB_COMPARE_QUOTES = 1 << 10, /* texts: tell `"` from ', and line ends from blanks */
} RbCompare;

#define RB_COMPARE_MARKS (RB_COMPARE_PAUSES | RB_COMPARE_INDEXES)
#define RB_COMPARE_CODES (RB_COMPARE_UPC | RB_COMPARE_ISRC)
#define RB_COMPARE_ALL                                                                           \
  (RB_COMPARE_MARKS | RB_COMPARE_CODES | RB_COMPARE_FLAGS | RB_COMPARE_SCMS | RB_COMPARE_TEXTS | \
   RB_COMPARE_CREDITS | RB_COMPARE_EXTRAS | RB_COMPARE_BLOCKS | RB_COMPARE_QUOTES)

/* A CUE with further indexes and extensions; leave out INDEXES and CREDITS for one without. */
#define RB_COMPARE_CUE                                                                           \
  (RB_COMPARE_MARKS | RB_COMPARE_CODES | RB_COMPARE_FLAGS | RB_COMPARE_SCMS | RB_COMPARE_TEXTS | \
   RB_COMPARE_CREDITS)

/* A TOC with all blocks. */
#define RB_COMPARE_TOC (RB_COMPARE_ALL & ~RB_COMPARE_SCMS)

/* Appends a finding for each difference in what `what` names. */
void rb_disc_compare(const RbDisc *expected, const RbDisc *got, RbCompare what,
                     RbFindings *findings);

#endif
