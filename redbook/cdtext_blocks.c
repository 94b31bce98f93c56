/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_blocks.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/sector.h"

#define DRIVE_HEADER 4

void
rb_cdtext_blocks_clear(RbCdtextBlocks *blocks)
{
  for (int b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    for (int type = 0; type < RB_CDTEXT_TYPES; type++) {
      g_clear_pointer(&blocks->list[b].payload[type], g_byte_array_unref);
      g_clear_pointer(&blocks->list[b].heads[type], g_array_unref);
    }
  }
}

/* Takes off what drives put before the packs and Sony's editor behind them. */
static gboolean
find_packs(const guint8 **bytes, gsize *length, RbFindings *findings, GError **error)
{
  if (*length % RB_CDTEXT_PACK_BYTES >= DRIVE_HEADER && ((*bytes)[0] & 0x80) == 0) {
    rb_findings_add(findings, "R50", RB_SEVERITY_WARNING, "CD-TEXT",
                    "4 bytes of a drive's answer stand before the packs.");
    *bytes += DRIVE_HEADER;
    *length -= DRIVE_HEADER;
  }
  if (*length % RB_CDTEXT_PACK_BYTES == 1 && (*bytes)[*length - 1] == 0) {
    rb_findings_add(findings, "R50", RB_SEVERITY_NOTE, "CD-TEXT",
                    "A zero stands behind the packs, as in Sony's files.");
    *length -= 1;
  }
  if (*length == 0 || *length % RB_CDTEXT_PACK_BYTES != 0 ||
      *length / RB_CDTEXT_PACK_BYTES > RB_CDTEXT_MAX_PACKS) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%" G_GSIZE_FORMAT " bytes are not CD-TEXT: expected 1 to %d packs of %d bytes",
                *length, RB_CDTEXT_MAX_PACKS, RB_CDTEXT_PACK_BYTES);
    return FALSE;
  }
  return TRUE;
}

static void
check_order(RbCdtextBlocks *blocks, const RbCdtextPack *pack, const char *place)
{
  RbCdtextBlock *block = &blocks->list[pack->block];

  if ((pack->sequence != (block->packs & 0xff) || pack->type < block->last_type) &&
      !block->disordered && !blocks->damaged) {
    block->disordered = TRUE;
    rb_findings_add(blocks->findings, "R45", RB_SEVERITY_WARNING, place,
                    "Type 0x%02x with sequence number %u follows type 0x%02x, where number %u is "
                    "due.",
                    pack->type, pack->sequence, block->last_type, block->packs & 0xff);
  }
  block->last_type = pack->type;
  block->packs++;
}

/* A drive may repeat the genre's code at the start of each of its packs. */
static gboolean
repeats_genre(const GByteArray *genre, const RbCdtextPack *pack)
{
  return pack->type == RB_PACK_GENRE && genre->len >= 2 &&
         memcmp(genre->data, pack->payload, 2) == 0;
}

static void
take_payload(RbCdtextBlock *block, const RbCdtextPack *pack)
{
  const RbCdtextHead head = {.track = pack->track, .position = pack->position};
  guint type = pack->type - RB_PACK_TEXT;
  guint skip;

  if (block->payload[type] == NULL) {
    block->payload[type] = g_byte_array_new();
    block->heads[type] = g_array_new(FALSE, FALSE, sizeof head);
    block->double_byte[type] = pack->double_byte;
  }
  g_array_append_val(block->heads[type], head);
  skip = repeats_genre(block->payload[type], pack) ? 2 : 0;
  g_byte_array_append(block->payload[type], pack->payload + skip, RB_CDTEXT_PAYLOAD_BYTES - skip);
  if (pack->type != RB_PACK_SIZES)
    block->last_track = MAX(block->last_track, pack->track);
  else if (pack->track < RB_CDTEXT_SIZE_PACKS) {
    memcpy(block->sizes + pack->track * RB_CDTEXT_PAYLOAD_BYTES, pack->payload,
           RB_CDTEXT_PAYLOAD_BYTES);
    block->size_parts |= 1u << pack->track;
  }
}

/* Takes a pack apart, and says what became of it where its CRC does not fit. */
static void
read_pack(RbCdtextBlocks *blocks, const guint8 *bytes, const char *place, RbCdtextPack *pack)
{
  guint8 repaired[RB_CDTEXT_PACK_BYTES];
  int bit;

  if (rb_cdtext_pack_read(bytes, pack))
    return;
  memcpy(repaired, bytes, sizeof repaired);
  bit = rb_cdtext_pack_repair(repaired);
  if (bit < 0) {
    blocks->damaged = TRUE;
    rb_findings_add(blocks->findings, "R40", RB_SEVERITY_ERROR, place,
                    "Its CRC does not fit, and no single bit explains it: it is read as it "
                    "stands.");
    return;
  }
  rb_findings_add(blocks->findings, "R40", RB_SEVERITY_ERROR, place,
                  "Its CRC does not fit; one flipped bit explains it: byte %d is 0x%02x, and was "
                  "0x%02x. It is read as it was meant.",
                  bit / 8, bytes[bit / 8], repaired[bit / 8]);
  rb_cdtext_pack_read(repaired, pack);
}

static void
take_pack(RbCdtextBlocks *blocks, const guint8 *bytes, gsize number)
{
  RbCdtextPack pack;
  g_autofree char *place = g_strdup_printf("CD-TEXT, pack %" G_GSIZE_FORMAT, number);

  read_pack(blocks, bytes, place, &pack);
  if (pack.type < RB_PACK_TEXT || pack.type > RB_PACK_SIZES || pack.track > RB_MAX_TRACKS) {
    rb_findings_add(blocks->findings, "R45", RB_SEVERITY_WARNING, place,
                    "Type 0x%02x for track %u is not known; it is passed over.", pack.type,
                    pack.track);
    return;
  }
  check_order(blocks, &pack, place);
  take_payload(&blocks->list[pack.block], &pack);
}

/* The highest track that a block names. */
static guint
count_block_tracks(const RbCdtextBlock *block)
{
  guint tracks = block->last_track;

  if ((block->size_parts & 1) != 0 && block->sizes[RB_CDTEXT_LAST_TRACK] <= RB_MAX_TRACKS)
    tracks = MAX(tracks, block->sizes[RB_CDTEXT_LAST_TRACK]);
  return tracks;
}

gboolean
rb_cdtext_blocks_read(RbCdtextBlocks *blocks, const guint8 *bytes, gsize length, GError **error)
{
  if (!find_packs(&bytes, &length, blocks->findings, error))
    return FALSE;
  for (gsize i = 0; i < length / RB_CDTEXT_PACK_BYTES; i++)
    take_pack(blocks, bytes + i * RB_CDTEXT_PACK_BYTES, i);
  rb_cdtext_blocks_check(blocks);
  return TRUE;
}

guint
rb_cdtext_blocks_tracks(const RbCdtextBlocks *blocks)
{
  guint tracks = 0;

  for (int b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++)
    tracks = MAX(tracks, count_block_tracks(&blocks->list[b]));
  return tracks;
}
