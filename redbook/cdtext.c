/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

#include <string.h>

#include "redbook/cdtext_pack.h"
#include "redbook/cdtext_stream.h"
#include "redbook/error.h"

#define SIZE_PACKS 3
#define COPYRIGHTED 3

/* The size information of a block, cut over three packs. Each block tells of all blocks.
 *
 *    0        1      2     3       4                20               28            36
 *   +--------+------+-----+-------+----------------+----------------+-------------+
 *   | char-  | first| last| copy- | packs of types | last sequence  | language of |
 *   | set    | track|     | right | 0x80 to 0x8f   | of blocks 0..7 | blocks 0..7 |
 *   +--------+------+-----+-------+----------------+----------------+-------------+ */
typedef struct {
  guint8 charset;
  guint8 first_track;
  guint8 last_track;
  guint8 copyright;
  guint8 packs[16];
  guint8 last_sequence[RB_CDTEXT_MAX_BLOCKS];
  guint8 language[RB_CDTEXT_MAX_BLOCKS];
} Sizes;

G_STATIC_ASSERT(sizeof(Sizes) == SIZE_PACKS * RB_CDTEXT_PAYLOAD_BYTES);

/* A block on its way to packs. */
typedef struct {
  const RbTextBlock *block;
  GPtrArray *streams;
  guint packs; /* without the size information */
} Plan;

static void
plan_clear(gpointer data)
{
  Plan *plan = data;

  g_clear_pointer(&plan->streams, g_ptr_array_unref);
}

/* Plans the blocks that have a text, in order. */
static gboolean
plan_blocks(const RbDisc *disc, gboolean with_codes, GArray *plans, GError **error)
{
  for (guint i = 0; i < disc->text_blocks->len; i++) {
    Plan plan = {.block = g_ptr_array_index(disc->text_blocks, i)};

    plan.streams = rb_cdtext_streams_new(disc, i, with_codes && plans->len == 0, NULL, error);
    if (plan.streams == NULL)
      return FALSE;
    if (plan.streams->len == 0) {
      plan_clear(&plan);
      continue;
    }
    for (guint s = 0; s < plan.streams->len; s++)
      plan.packs += rb_cdtext_stream_packs(g_ptr_array_index(plan.streams, s));
    g_array_append_val(plans, plan);
    if (plan.packs + SIZE_PACKS > RB_CDTEXT_MAX_BLOCK_PACKS) {
      g_set_error(error, RB_ERROR, RB_ERROR_TEXT,
                  "CD-TEXT, block %u: the texts fill %u packs, a block holds %d", i + 1, plan.packs,
                  RB_CDTEXT_MAX_BLOCK_PACKS - SIZE_PACKS);
      return FALSE;
    }
  }
  if (plans->len > RB_CDTEXT_MAX_BLOCKS) {
    g_set_error(error, RB_ERROR, RB_ERROR_TEXT, "CD-TEXT has %u blocks, it can have %d", plans->len,
                RB_CDTEXT_MAX_BLOCKS);
    return FALSE;
  }
  return TRUE;
}

static void
append_pack(GByteArray *packs, const RbCdtextPack *pack)
{
  guint8 bytes[RB_CDTEXT_PACK_BYTES];

  rb_cdtext_pack_write(pack, bytes);
  g_byte_array_append(packs, bytes, sizeof bytes);
}

static void
append_stream(GByteArray *packs, const RbCdtextStream *stream, guint8 block, guint *sequence)
{
  for (gsize offset = 0; offset < stream->bytes->len; offset += RB_CDTEXT_PAYLOAD_BYTES) {
    const RbCdtextString *string = rb_cdtext_stream_string_at(stream, offset);
    gsize characters = (offset - string->offset) / stream->width;
    RbCdtextPack pack = {
        .type = stream->type,
        .track = string->track,
        .sequence = (guint8)(*sequence)++,
        .double_byte = stream->width == 2,
        .block = block,
        .position = (guint8)MIN(characters, RB_CDTEXT_MAX_POSITION),
    };

    memcpy(pack.payload, stream->bytes->data + offset,
           MIN(stream->bytes->len - offset, RB_CDTEXT_PAYLOAD_BYTES));
    append_pack(packs, &pack);
  }
}

static Sizes
measure(const RbDisc *disc, const GArray *plans, guint block)
{
  const Plan *plan = &g_array_index(plans, Plan, block);
  Sizes sizes = {
      .charset = (guint8)plan->block->charset,
      .first_track = 1,
      .last_track = (guint8)disc->tracks->len,
      .copyright = plan->block->copyrighted ? COPYRIGHTED : 0,
  };

  for (guint i = 0; i < plan->streams->len; i++) {
    const RbCdtextStream *stream = g_ptr_array_index(plan->streams, i);

    sizes.packs[stream->type - RB_PACK_TEXT] = (guint8)rb_cdtext_stream_packs(stream);
  }
  sizes.packs[RB_PACK_SIZES - RB_PACK_TEXT] = SIZE_PACKS;
  for (guint i = 0; i < plans->len; i++) {
    const Plan *other = &g_array_index(plans, Plan, i);

    sizes.last_sequence[i] = (guint8)(other->packs + SIZE_PACKS - 1);
    sizes.language[i] = other->block->language;
  }
  return sizes;
}

static void
append_sizes(GByteArray *packs, const Sizes *sizes, guint8 block, guint *sequence)
{
  guint8 bytes[sizeof(Sizes)];

  memcpy(bytes, sizes, sizeof bytes);
  for (guint8 part = 0; part < SIZE_PACKS; part++) {
    RbCdtextPack pack = {
        .type = RB_PACK_SIZES, .track = part, .sequence = (guint8)(*sequence)++, .block = block};

    memcpy(pack.payload, bytes + part * RB_CDTEXT_PAYLOAD_BYTES, RB_CDTEXT_PAYLOAD_BYTES);
    append_pack(packs, &pack);
  }
}

GByteArray *
rb_cdtext_encode(const RbDisc *disc, gboolean with_codes, GError **error)
{
  g_autoptr(GArray) plans = g_array_new(FALSE, FALSE, sizeof(Plan));
  g_autoptr(GByteArray) packs = g_byte_array_new();

  g_array_set_clear_func(plans, plan_clear);
  if (disc->tracks->len > RB_MAX_TRACKS) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "a disc of %u tracks cannot have CD-TEXT",
                disc->tracks->len);
    return NULL;
  }
  if (!plan_blocks(disc, with_codes, plans, error))
    return NULL;
  for (guint block = 0; block < plans->len; block++) {
    const Plan *plan = &g_array_index(plans, Plan, block);
    Sizes sizes = measure(disc, plans, block);
    guint sequence = 0;

    for (guint i = 0; i < plan->streams->len; i++)
      append_stream(packs, g_ptr_array_index(plan->streams, i), (guint8)block, &sequence);
    append_sizes(packs, &sizes, (guint8)block, &sequence);
  }
  return g_steal_pointer(&packs);
}
