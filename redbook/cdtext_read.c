/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

#include <string.h>

#include "redbook/cdtext_blocks.h"
#include "redbook/charset.h"
#include "redbook/isrc.h"
#include "redbook/place.h"
#include "redbook/upc.h"

/* Bytes to the end of the string, and to the start of the next. */
static gsize
string_bytes(const GByteArray *payload, gsize offset, guint width, gsize *next)
{
  gsize end = offset;

  while (end + width <= payload->len &&
         (payload->data[end] != 0 || (width == 2 && payload->data[end + 1] != 0)))
    end += width;
  *next = end + width;
  return MIN(end, payload->len) - offset;
}

/* What can be read of bytes that are not text: the ASCII in them. */
static char *
salvage(const guint8 *bytes, gsize length)
{
  GString *text = g_string_new(NULL);

  for (gsize i = 0; i < length && bytes[i] != 0; i++)
    g_string_append_c(text, bytes[i] < 0x80 ? (char)bytes[i] : '?');
  return g_string_free(text, FALSE);
}

static char *
decode(RbCdtextBlocks *blocks, RbCharset charset, const guint8 *bytes, gsize length,
       const char *place)
{
  g_autoptr(GError) error = NULL;
  char *text = rb_charset_decode(charset, bytes, length, &error);

  if (text != NULL)
    return text;
  rb_findings_add_error(blocks->findings, "R43", RB_SEVERITY_ERROR, place, error);
  return salvage(bytes, length);
}

static gboolean
is_repeat(const guint8 *bytes, gsize length, guint width)
{
  return length == width && bytes[0] == '\t' && bytes[length - 1] == '\t';
}

static const char *
type_name(int type)
{
  return type < RB_TEXT_FIELDS                  ? rb_text_field_name((RbTextField)type)
         : type == RB_PACK_CODES - RB_PACK_TEXT ? "code"
                                                : "catalogue number";
}

/* The strings of one type, by track; as many as the disc has tracks, and its own. */
static GPtrArray *
split(RbCdtextBlocks *blocks, guint number, int type, RbCharset charset, guint tracks)
{
  const RbCdtextBlock *block = &blocks->list[number];
  const GByteArray *payload = block->payload[type];
  guint first = g_array_index(block->heads[type], RbCdtextHead, 0).track;
  guint width = block->double_byte[type] ? 2 : 1;
  GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
  gsize offset = 0;

  g_ptr_array_set_size(strings, (gint)tracks + 1);
  for (guint track = first; track <= tracks && offset < payload->len; track++) {
    g_autofree char *place = rb_place_text(number, track, type_name(type));
    gsize next;
    gsize length = string_bytes(payload, offset, width, &next);
    const guint8 *bytes = payload->data + offset;

    if (is_repeat(bytes, length, width) && track > 0)
      strings->pdata[track] = g_strdup(strings->pdata[track - 1]);
    else if (length > 0)
      strings->pdata[track] = decode(blocks, charset, bytes, length, place);
    offset = next;
  }
  return strings;
}

static RbCharset
find_charset(RbCdtextBlocks *blocks, guint number)
{
  const RbCdtextBlock *block = &blocks->list[number];
  guint8 code = block->sizes[RB_CDTEXT_CHARSET];

  /* no size information leaves zero: ISO 8859-1 */
  if (rb_charset_name((RbCharset)code) != NULL)
    return (RbCharset)code;
  g_autofree char *place = rb_place_block(number);

  rb_findings_add(blocks->findings, "R43", RB_SEVERITY_ERROR, place,
                  "Its character set 0x%02x is not known; it is read as ISO 8859-1.", code);
  return RB_CHARSET_ISO_8859_1;
}

static void
take_genre(RbCdtextBlocks *blocks, guint number, RbTextBlock *block)
{
  const GByteArray *payload = blocks->list[number].payload[RB_PACK_GENRE - RB_PACK_TEXT];
  gsize next;
  gsize length = string_bytes(payload, 2, 1, &next);
  g_autofree char *place = rb_place_text(number, 0, "genre");

  block->genre = (guint16)(payload->data[0] << 8 | payload->data[1]);
  if (length > 0)
    block->genre_text = decode(blocks, RB_CHARSET_ISO_8859_1, payload->data + 2, length, place);
}

static void
take_texts(RbCdtextBlocks *blocks, guint number, RbTextBlock *block)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    g_autoptr(GPtrArray) strings = NULL;

    if (blocks->list[number].payload[field] == NULL)
      continue;
    strings = split(blocks, number, field, block->charset, block->tracks->len);
    for (guint track = 0; track < strings->len; track++)
      rb_text_block_texts(block, track)->field[field] = g_steal_pointer(&strings->pdata[track]);
  }
}

static char *
accept_code(RbCdtextBlocks *blocks, const char *text, guint track)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = g_strdup_printf("CD-TEXT, track %u", track);
  char *code;

  if (text == NULL || (track == 0 ? rb_upc_is_blank(text) : rb_isrc_is_blank(text)))
    return NULL;
  code = track == 0 ? rb_upc_normalise(text, &error) : rb_isrc_normalise(text, &error);
  if (code == NULL)
    rb_findings_add_error(blocks->findings, track == 0 ? "R23" : "R20", RB_SEVERITY_ERROR,
                          track == 0 ? "CD-TEXT" : place, error);
  return code;
}

/* The codes of the first block that has any. */
static void
take_codes(RbCdtextBlocks *blocks, guint number, RbDisc *disc)
{
  g_autoptr(GPtrArray) strings =
      split(blocks, number, RB_PACK_CODES - RB_PACK_TEXT, RB_CHARSET_ISO_8859_1, disc->tracks->len);

  if (disc->upc == NULL)
    disc->upc = accept_code(blocks, g_ptr_array_index(strings, 0), 0);
  for (guint i = 1; i <= disc->tracks->len; i++) {
    RbTrack *track = rb_disc_track(disc, i);

    if (track->isrc == NULL)
      track->isrc = accept_code(blocks, g_ptr_array_index(strings, i), i);
  }
}

static void
take_block(RbCdtextBlocks *blocks, guint number, RbDisc *disc)
{
  const RbCdtextBlock *packs = &blocks->list[number];
  RbTextBlock *block = rb_disc_add_text_block(disc, find_charset(blocks, number),
                                              packs->sizes[RB_CDTEXT_LANGUAGE + number]);

  block->copyrighted = packs->sizes[RB_CDTEXT_COPYRIGHT] != 0;
  take_texts(blocks, number, block);
  if (packs->payload[RB_PACK_DISC_ID - RB_PACK_TEXT] != NULL) {
    g_autoptr(GPtrArray) strings =
        split(blocks, number, RB_PACK_DISC_ID - RB_PACK_TEXT, RB_CHARSET_ISO_8859_1, 0);

    block->disc_id = g_steal_pointer(&strings->pdata[0]);
  }
  if (packs->payload[RB_PACK_GENRE - RB_PACK_TEXT] != NULL)
    take_genre(blocks, number, block);
  if (packs->payload[RB_PACK_CODES - RB_PACK_TEXT] != NULL)
    take_codes(blocks, number, disc);
}

RbDisc *
rb_cdtext_decode(const guint8 *bytes, gsize length, RbFindings *findings, GError **error)
{
  g_auto(RbCdtextBlocks) blocks = {.findings = findings};
  RbDisc *disc;

  if (!rb_cdtext_blocks_read(&blocks, bytes, length, error))
    return NULL;
  disc = rb_disc_new();
  for (guint i = rb_cdtext_blocks_tracks(&blocks); i > 0; i--)
    rb_disc_add_track(disc);
  for (guint b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    if (blocks.list[b].packs > 0)
      take_block(&blocks, b, disc);
  }
  return disc;
}
