/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_blocks.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/place.h"
#include "redbook/sector.h"

#define DRIVE_HEADER 4

#define SIZES_LAST_TRACK 2
#define SIZES_PACKS 4
#define SIZES_LAST_SEQUENCE 20

void
rb_cdtext_blocks_clear(RbCdtextBlocks *blocks)
{
  for (int b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    for (int type = 0; type < RB_CDTEXT_TYPES; type++)
      g_clear_pointer(&blocks->list[b].payload[type], g_byte_array_unref);
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
      !block->disordered) {
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
  guint type = pack->type - RB_PACK_TEXT;
  guint skip;

  if (block->payload[type] == NULL) {
    block->payload[type] = g_byte_array_new();
    block->first_track[type] = pack->track;
    block->double_byte[type] = pack->double_byte;
  }
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

static void
take_pack(RbCdtextBlocks *blocks, const guint8 *bytes, gsize number)
{
  RbCdtextPack pack;
  g_autofree char *place = g_strdup_printf("CD-TEXT, pack %" G_GSIZE_FORMAT, number);

  if (!rb_cdtext_pack_read(bytes, &pack))
    rb_findings_add(blocks->findings, "R40", RB_SEVERITY_ERROR, place,
                    "Its CRC does not fit: a byte of it is wrong.");
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

  if ((block->size_parts & 1) != 0 && block->sizes[SIZES_LAST_TRACK] <= RB_MAX_TRACKS)
    tracks = MAX(tracks, block->sizes[SIZES_LAST_TRACK]);
  return tracks;
}

/* The size information tells what should have come. */
static void
check_sizes(RbCdtextBlocks *blocks, guint number)
{
  const RbCdtextBlock *block = &blocks->list[number];
  g_autofree char *place = rb_place_block(number);

  if (block->size_parts != (1u << RB_CDTEXT_SIZE_PACKS) - 1) {
    rb_findings_add(blocks->findings, "R46", RB_SEVERITY_ERROR, place,
                    "Its size information (type 0x8f) is not complete.");
    return;
  }
  for (int type = 0; type < RB_CDTEXT_TYPES - 1; type++) {
    guint bytes = block->payload[type] != NULL ? block->payload[type]->len : 0;
    guint packs = (bytes + RB_CDTEXT_PAYLOAD_BYTES - 1) / RB_CDTEXT_PAYLOAD_BYTES;

    if (block->sizes[SIZES_PACKS + type] != packs && RB_PACK_TEXT + type != RB_PACK_GENRE)
      rb_findings_add(blocks->findings, "R46", RB_SEVERITY_WARNING, place,
                      "There are %u packs of type 0x%02x, the size information names %u.", packs,
                      (guint)(RB_PACK_TEXT + type), block->sizes[SIZES_PACKS + type]);
  }
  if (block->sizes[SIZES_LAST_SEQUENCE + number] != ((block->packs - 1) & 0xff))
    rb_findings_add(blocks->findings, "R46", RB_SEVERITY_WARNING, place,
                    "Its last sequence number is %u, the size information names %u.",
                    (block->packs - 1) & 0xff, block->sizes[SIZES_LAST_SEQUENCE + number]);
}

gboolean
rb_cdtext_blocks_read(RbCdtextBlocks *blocks, const guint8 *bytes, gsize length, GError **error)
{
  if (!find_packs(&bytes, &length, blocks->findings, error))
    return FALSE;
  for (gsize i = 0; i < length / RB_CDTEXT_PACK_BYTES; i++)
    take_pack(blocks, bytes + i * RB_CDTEXT_PACK_BYTES, i);
  for (guint b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    if (blocks->list[b].packs > 0)
      check_sizes(blocks, b);
  }
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
