/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CDTEXT_PACK_H
#define RB_CDTEXT_PACK_H

/* The unit of CD-TEXT: a pack of 18 bytes (MMC-3 annex J; libburn's doc/cdtext.txt).
 *
 *       0       1       2       3      4            15  16  17
 *   +-------+-------+-------+-------+--------------+-------+
 *   | type  | track | seq.  | block | 12 of payload |  CRC  |
 *   +-------+-------+-------+-------+--------------+-------+
 *
 *   byte 3:  D B B B P P P P   D double-byte characters, B block, P position in the string
 *   CRC:     x^16 + x^12 + x^5 + 1 over bytes 0 to 15, from 0, inverted, high byte first */

#include <glib.h>

#define RB_CDTEXT_PACK_BYTES 18
#define RB_CDTEXT_PAYLOAD_BYTES 12
#define RB_CDTEXT_MAX_BLOCKS 8

/* The sequence number is one byte. */
#define RB_CDTEXT_MAX_BLOCK_PACKS 256
#define RB_CDTEXT_MAX_PACKS (RB_CDTEXT_MAX_BLOCKS * RB_CDTEXT_MAX_BLOCK_PACKS)

/* What counts as "15 or more" characters of a string in earlier packs. */
#define RB_CDTEXT_MAX_POSITION 15

/* The types that are not texts of RbTextField; those are RB_PACK_TEXT + field. */
typedef enum {
  RB_PACK_TEXT = 0x80,
  RB_PACK_DISC_ID = 0x86,
  RB_PACK_GENRE = 0x87,
  RB_PACK_CODES = 0x8e,
  RB_PACK_SIZES = 0x8f,
} RbPackType;

typedef struct {
  guint8 type;     /* 0x80 to 0x8f */
  guint8 track;    /* of the string that holds payload byte 0; 0 is the disc */
  guint8 sequence; /* in the block */
  gboolean double_byte;
  guint8 block;    /* 0 to 7 */
  guint8 position; /* characters of that string in earlier packs, at most 15 */
  guint8 payload[RB_CDTEXT_PAYLOAD_BYTES];
} RbCdtextPack;

void rb_cdtext_pack_write(const RbCdtextPack *pack, guint8 bytes[RB_CDTEXT_PACK_BYTES]);

/* Takes the pack apart; FALSE where its CRC does not fit, with the parts all the same. */
gboolean rb_cdtext_pack_read(const guint8 bytes[RB_CDTEXT_PACK_BYTES], RbCdtextPack *pack);

/* Turns the one bit over that makes the CRC fit, as burning programs do, and gives its number (from
 * 0, the high bit of the first byte); -1 where no single bit does. The CRC tells any two single
 * bits apart; where more than one is wrong, it may be deceived. */
int rb_cdtext_pack_repair(guint8 bytes[RB_CDTEXT_PACK_BYTES]);

#endif
