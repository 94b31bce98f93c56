/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/cdtext_blocks.h"
#include "redbook/disc.h"
#include "redbook/place.h"

/* A walk through the strings of a type, from pack to pack. */
typedef struct {
  guint track;  /* of the string */
  gsize string; /* where it begins */
  gsize offset;
} Walk;

static void
walk_to(Walk *walk, const GByteArray *payload, guint width, gsize offset)
{
  for (; walk->offset + width <= offset; walk->offset += width) {
    if (payload->data[walk->offset] != 0 || (width == 2 && payload->data[walk->offset + 1] != 0))
      continue;
    walk->track++;
    walk->string = walk->offset + width;
  }
}

/* Packs name the string that they begin in: the track, and how much of it went before. Of
 * characters of two bytes writers count one or the other. */
static gboolean
check_heads(RbCdtextBlocks *blocks, guint number, int type)
{
  const RbCdtextBlock *block = &blocks->list[number];
  const GArray *heads = block->heads[type];
  guint width = block->double_byte[type] ? 2 : 1;
  Walk walk = {.track = g_array_index(heads, RbCdtextHead, 0).track};

  for (guint i = 0; i < heads->len; i++) {
    const RbCdtextHead *head = &g_array_index(heads, RbCdtextHead, i);
    guint position;

    walk_to(&walk, block->payload[type], width, (gsize)i * RB_CDTEXT_PAYLOAD_BYTES);
    position = MIN((guint)(walk.offset - walk.string), RB_CDTEXT_MAX_POSITION);
    if (head->track != walk.track || (width == 1 && head->position != position)) {
      g_autofree char *place = rb_place_block(number);

      rb_findings_add(blocks->findings, "R45", RB_SEVERITY_WARNING, place,
                      "Pack %u of type 0x%02x says that it goes on at character %u of track %u; it "
                      "does at character %u of track %u.",
                      i + 1, (guint)RB_PACK_TEXT + (guint)type, head->position, head->track,
                      position, walk.track);
      return FALSE;
    }
  }
  return TRUE;
}

/* Of the types that are strings one behind the other; one finding a block will do. */
static void
check_strings(RbCdtextBlocks *blocks, guint number)
{
  const RbCdtextBlock *block = &blocks->list[number];

  for (int type = 0; type < RB_CDTEXT_TYPES - 1; type++) {
    gboolean strings = type < RB_TEXT_FIELDS || RB_PACK_TEXT + type == RB_PACK_CODES;

    if (strings && block->heads[type] != NULL && !check_heads(blocks, number, type))
      return;
  }
}

static void
check_counts(RbCdtextBlocks *blocks, guint number, const char *place)
{
  const RbCdtextBlock *block = &blocks->list[number];

  for (int type = 0; type < RB_CDTEXT_TYPES; type++) {
    guint packs = block->heads[type] != NULL ? block->heads[type]->len : 0;

    if (block->sizes[RB_CDTEXT_PACKS + type] != packs)
      rb_findings_add(blocks->findings, "R46", RB_SEVERITY_WARNING, place,
                      "There are %u packs of type 0x%02x, the size information names %u.", packs,
                      (guint)RB_PACK_TEXT + (guint)type, block->sizes[RB_CDTEXT_PACKS + type]);
  }
  if (block->sizes[RB_CDTEXT_LAST_SEQUENCE + number] != ((block->packs - 1) & 0xff))
    rb_findings_add(blocks->findings, "R46", RB_SEVERITY_WARNING, place,
                    "Its last sequence number is %u, the size information names %u.",
                    (block->packs - 1) & 0xff, block->sizes[RB_CDTEXT_LAST_SEQUENCE + number]);
}

static void
check_tracks(RbCdtextBlocks *blocks, guint number, const char *place)
{
  const RbCdtextBlock *block = &blocks->list[number];
  guint first = block->sizes[RB_CDTEXT_FIRST_TRACK], last = block->sizes[RB_CDTEXT_LAST_TRACK];

  if (first != 1 || last < block->last_track)
    rb_findings_add(
        blocks->findings, "R46", RB_SEVERITY_WARNING, place,
        "The size information names tracks %u to %u, there are texts of tracks 1 to %u.", first,
        last, block->last_track);
}

/* The size information tells what should have come. */
static void
check_sizes(RbCdtextBlocks *blocks, guint number)
{
  g_autofree char *place = rb_place_block(number);

  if (blocks->list[number].size_parts != (1u << RB_CDTEXT_SIZE_PACKS) - 1) {
    rb_findings_add(blocks->findings, "R46", RB_SEVERITY_ERROR, place,
                    "Its size information (type 0x8f) is not complete.");
    return;
  }
  check_counts(blocks, number, place);
  check_tracks(blocks, number, place);
}

/* Every block repeats the last sequence numbers and the languages of all. */
static void
check_repeats(RbCdtextBlocks *blocks)
{
  const guint8 *first = NULL;

  for (guint b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    const guint8 *repeated = blocks->list[b].sizes + RB_CDTEXT_LAST_SEQUENCE;
    g_autofree char *place = rb_place_block(b);

    if ((blocks->list[b].size_parts & 6) != 6)
      continue;
    if (first != NULL && memcmp(first, repeated, 2 * RB_CDTEXT_MAX_BLOCKS) != 0) {
      rb_findings_add(blocks->findings, "R46", RB_SEVERITY_WARNING, place,
                      "Its size information gives the blocks other lengths or languages than the "
                      "first block's does.");
      return;
    }
    first = first != NULL ? first : repeated;
  }
}

void
rb_cdtext_blocks_check(RbCdtextBlocks *blocks)
{
  if (blocks->damaged)
    return;
  for (guint b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    if (blocks->list[b].packs == 0)
      continue;
    check_sizes(blocks, b);
    if (!blocks->list[b].disordered)
      check_strings(blocks, b);
  }
  check_repeats(blocks);
}
