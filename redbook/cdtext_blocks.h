/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CDTEXT_BLOCKS_H
#define RB_CDTEXT_BLOCKS_H

/* The packs of a CD-TEXT file, sorted into blocks and types: the reader's first half. What the
 * payloads say is for cdtext_read.c. */

#include <glib.h>

#include "redbook/cdtext_pack.h"
#include "redbook/finding.h"

#define RB_CDTEXT_TYPES 16
#define RB_CDTEXT_SIZE_PACKS 3

/* Places in the size information, read off the tables again for the reader. */
#define RB_CDTEXT_CHARSET 0
#define RB_CDTEXT_FIRST_TRACK 1
#define RB_CDTEXT_LAST_TRACK 2
#define RB_CDTEXT_COPYRIGHT 3
#define RB_CDTEXT_PACKS 4
#define RB_CDTEXT_LAST_SEQUENCE 20
#define RB_CDTEXT_LANGUAGE 28

/* What a pack says of the string that its payload begins in. */
typedef struct {
  guint8 track;
  guint8 position;
} RbCdtextHead;

/* A block as its packs come in. Types count from 0x80. */
typedef struct {
  GByteArray *payload[RB_CDTEXT_TYPES]; /* one pack behind the other, NULL where there is none */
  GArray *heads[RB_CDTEXT_TYPES];       /* of RbCdtextHead, one a pack, NULL where there is none */
  gboolean double_byte[RB_CDTEXT_TYPES];
  guint8 sizes[RB_CDTEXT_SIZE_PACKS * RB_CDTEXT_PAYLOAD_BYTES];
  guint size_parts; /* a bit for each that was there */
  guint packs;
  guint8 last_track; /* the highest that a pack begins with */
  guint8 last_type;
  gboolean disordered; /* said once */
} RbCdtextBlock;

typedef struct {
  RbCdtextBlock list[RB_CDTEXT_MAX_BLOCKS];
  RbFindings *findings;
  gboolean damaged; /* a pack is beyond repair: what does not fit is no finding of its own */
} RbCdtextBlocks;

void rb_cdtext_blocks_clear(RbCdtextBlocks *blocks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RbCdtextBlocks, rb_cdtext_blocks_clear)

/* Fills `blocks`, of which `findings` is set and all else zero. A pack with one wrong bit is read
 * as it was meant. Findings R40, R45, R46, R50 as in cdtext.h; FALSE with RB_ERROR_FORMAT where the
 * bytes are no packs. */
gboolean rb_cdtext_blocks_read(RbCdtextBlocks *blocks, const guint8 *bytes, gsize length,
                               GError **error);

/* Whether the packs are what they and the size information say of them: findings R45, R46. */
void rb_cdtext_blocks_check(RbCdtextBlocks *blocks);

/* The highest track that any block names, at most 99. */
guint rb_cdtext_blocks_tracks(const RbCdtextBlocks *blocks);

#endif
