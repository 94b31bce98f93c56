/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

#include <string.h>

#include "redbook/cdtext_pack.h"
#include "redbook/charset.h"
#include "redbook/error.h"
#include "redbook/isrc.h"
#include "redbook/upc.h"

#define TYPES 16
#define SIZE_PARTS 3
#define DRIVE_HEADER 4

/* Places in the size information, read off the tables again for the reader. */
#define SIZES_CHARSET 0
#define SIZES_LAST_TRACK 2
#define SIZES_COPYRIGHT 3
#define SIZES_PACKS 4
#define SIZES_LAST_SEQUENCE 20
#define SIZES_LANGUAGE 28

/* A block as its packs come in. */
typedef struct {
  GByteArray *payload[TYPES]; /* one pack behind the other, NULL where there is none */
  guint8 first_track[TYPES];  /* of the first pack */
  gboolean double_byte[TYPES];
  guint8 sizes[SIZE_PARTS * RB_CDTEXT_PAYLOAD_BYTES];
  guint size_parts; /* a bit for each that was there */
  guint packs;
  guint8 last_track; /* the highest that a pack begins with */
  guint8 last_type;
  gboolean disordered; /* said once */
} Block;

typedef struct {
  Block blocks[RB_CDTEXT_MAX_BLOCKS];
  RbFindings *findings;
} Reader;

static void
reader_clear(Reader *reader)
{
  for (int b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    for (int type = 0; type < TYPES; type++)
      g_clear_pointer(&reader->blocks[b].payload[type], g_byte_array_unref);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reader, reader_clear)

/* Takes off what drives put before the packs and Sony's editor behind them. */
static gboolean
find_packs(const guint8 **bytes, gsize *length, RbFindings *findings, GError **error)
{
  if (*length % RB_CDTEXT_PACK_BYTES >= DRIVE_HEADER && ((*bytes)[0] & 0x80) == 0) {
    rb_findings_add(findings, "R50", RB_SEVERITY_WARNING, "CD-TEXT",
                    "4 bytes of a drive's answer stand before the packs");
    *bytes += DRIVE_HEADER;
    *length -= DRIVE_HEADER;
  }
  if (*length % RB_CDTEXT_PACK_BYTES == 1 && (*bytes)[*length - 1] == 0) {
    rb_findings_add(findings, "R50", RB_SEVERITY_NOTE, "CD-TEXT",
                    "a zero stands behind the packs, as in Sony's files");
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
check_order(Reader *reader, const RbCdtextPack *pack, const char *place)
{
  Block *block = &reader->blocks[pack->block];

  if ((pack->sequence != (block->packs & 0xff) || pack->type < block->last_type) &&
      !block->disordered) {
    block->disordered = TRUE;
    rb_findings_add(reader->findings, "R45", RB_SEVERITY_WARNING, place,
                    "type 0x%02x with sequence number %u follows type 0x%02x, where number %u is "
                    "due",
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
take_payload(Block *block, const RbCdtextPack *pack)
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
  else if (pack->track < SIZE_PARTS) {
    memcpy(block->sizes + pack->track * RB_CDTEXT_PAYLOAD_BYTES, pack->payload,
           RB_CDTEXT_PAYLOAD_BYTES);
    block->size_parts |= 1u << pack->track;
  }
}

static void
take_pack(Reader *reader, const guint8 *bytes, gsize number)
{
  RbCdtextPack pack;
  g_autofree char *place = g_strdup_printf("CD-TEXT, pack %" G_GSIZE_FORMAT, number);

  if (!rb_cdtext_pack_read(bytes, &pack))
    rb_findings_add(reader->findings, "R40", RB_SEVERITY_ERROR, place,
                    "its CRC does not fit: a byte of it is wrong");
  if (pack.type < RB_PACK_TEXT || pack.type > RB_PACK_SIZES || pack.track > RB_MAX_TRACKS) {
    rb_findings_add(reader->findings, "R45", RB_SEVERITY_WARNING, place,
                    "type 0x%02x for track %u is not known; it is passed over", pack.type,
                    pack.track);
    return;
  }
  check_order(reader, &pack, place);
  take_payload(&reader->blocks[pack.block], &pack);
}

/* The highest track that a block names. */
static guint
count_tracks(const Block *block)
{
  guint tracks = block->last_track;

  if ((block->size_parts & 1) != 0 && block->sizes[SIZES_LAST_TRACK] <= RB_MAX_TRACKS)
    tracks = MAX(tracks, block->sizes[SIZES_LAST_TRACK]);
  return tracks;
}

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
decode(Reader *reader, RbCharset charset, const guint8 *bytes, gsize length, const char *place)
{
  g_autoptr(GError) error = NULL;
  char *text = rb_charset_decode(charset, bytes, length, &error);

  if (text != NULL)
    return text;
  rb_findings_add(reader->findings, "R43", RB_SEVERITY_ERROR, place, "%s", error->message);
  return salvage(bytes, length);
}

static gboolean
is_repeat(const guint8 *bytes, gsize length, guint width)
{
  return length == width && bytes[0] == '\t' && bytes[length - 1] == '\t';
}

/* The strings of one type, by track; as many as the disc has tracks, and its own. */
static GPtrArray *
split(Reader *reader, guint number, int type, RbCharset charset, guint tracks)
{
  const Block *block = &reader->blocks[number];
  const GByteArray *payload = block->payload[type];
  guint width = block->double_byte[type] ? 2 : 1;
  GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
  gsize offset = 0;

  g_ptr_array_set_size(strings, (gint)tracks + 1);
  for (guint track = block->first_track[type]; track <= tracks && offset < payload->len; track++) {
    g_autofree char *place = g_strdup_printf("CD-TEXT, block %u, type 0x%02x, track %u", number + 1,
                                             (guint)(RB_PACK_TEXT + type), track);
    gsize next;
    gsize length = string_bytes(payload, offset, width, &next);
    const guint8 *bytes = payload->data + offset;

    if (is_repeat(bytes, length, width) && track > 0)
      strings->pdata[track] = g_strdup(strings->pdata[track - 1]);
    else if (length > 0)
      strings->pdata[track] = decode(reader, charset, bytes, length, place);
    offset = next;
  }
  return strings;
}

static RbCharset
find_charset(Reader *reader, guint number)
{
  const Block *block = &reader->blocks[number];
  guint8 code = block->sizes[SIZES_CHARSET];

  /* no size information leaves zero: ISO 8859-1 */
  if (rb_charset_name((RbCharset)code) != NULL)
    return (RbCharset)code;
  rb_findings_add(reader->findings, "R43", RB_SEVERITY_ERROR, "CD-TEXT",
                  "block %u has the character set 0x%02x, which is not known; it is read as "
                  "ISO 8859-1",
                  number + 1, code);
  return RB_CHARSET_ISO_8859_1;
}

static void
take_genre(Reader *reader, guint number, RbTextBlock *block)
{
  const GByteArray *payload = reader->blocks[number].payload[RB_PACK_GENRE - RB_PACK_TEXT];
  gsize next;
  gsize length = string_bytes(payload, 2, 1, &next);

  block->genre = (guint16)(payload->data[0] << 8 | payload->data[1]);
  if (length > 0)
    block->genre_text = decode(reader, RB_CHARSET_ISO_8859_1, payload->data + 2, length, "CD-TEXT");
}

static void
take_texts(Reader *reader, guint number, RbTextBlock *block)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    g_autoptr(GPtrArray) strings = NULL;

    if (reader->blocks[number].payload[field] == NULL)
      continue;
    strings = split(reader, number, field, block->charset, block->tracks->len);
    for (guint track = 0; track < strings->len; track++)
      rb_text_block_texts(block, track)->field[field] = g_steal_pointer(&strings->pdata[track]);
  }
}

static char *
accept_code(Reader *reader, const char *text, guint track)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = g_strdup_printf("CD-TEXT, track %u", track);
  char *code;

  if (text == NULL || (track == 0 ? rb_upc_is_blank(text) : rb_isrc_is_blank(text)))
    return NULL;
  code = track == 0 ? rb_upc_normalise(text, &error) : rb_isrc_normalise(text, &error);
  if (code == NULL)
    rb_findings_add(reader->findings, track == 0 ? "R23" : "R20", RB_SEVERITY_ERROR,
                    track == 0 ? "CD-TEXT" : place, "%s", error->message);
  return code;
}

/* The codes of the first block that has any. */
static void
take_codes(Reader *reader, guint number, RbDisc *disc)
{
  g_autoptr(GPtrArray) strings =
      split(reader, number, RB_PACK_CODES - RB_PACK_TEXT, RB_CHARSET_ISO_8859_1, disc->tracks->len);

  if (disc->upc == NULL)
    disc->upc = accept_code(reader, g_ptr_array_index(strings, 0), 0);
  for (guint i = 1; i <= disc->tracks->len; i++) {
    RbTrack *track = rb_disc_track(disc, i);

    if (track->isrc == NULL)
      track->isrc = accept_code(reader, g_ptr_array_index(strings, i), i);
  }
}

/* The size information tells what should have come. */
static void
check_sizes(Reader *reader, guint number)
{
  const Block *block = &reader->blocks[number];
  g_autofree char *place = g_strdup_printf("CD-TEXT, block %u", number + 1);

  if (block->size_parts != (1u << SIZE_PARTS) - 1) {
    rb_findings_add(reader->findings, "R46", RB_SEVERITY_ERROR, place,
                    "its size information (type 0x8f) is not complete");
    return;
  }
  for (int type = 0; type < TYPES - 1; type++) {
    guint bytes = block->payload[type] != NULL ? block->payload[type]->len : 0;
    guint packs = (bytes + RB_CDTEXT_PAYLOAD_BYTES - 1) / RB_CDTEXT_PAYLOAD_BYTES;

    if (block->sizes[SIZES_PACKS + type] != packs && RB_PACK_TEXT + type != RB_PACK_GENRE)
      rb_findings_add(reader->findings, "R46", RB_SEVERITY_WARNING, place,
                      "there are %u packs of type 0x%02x, the size information names %u", packs,
                      (guint)(RB_PACK_TEXT + type), block->sizes[SIZES_PACKS + type]);
  }
  if (block->sizes[SIZES_LAST_SEQUENCE + number] != ((block->packs - 1) & 0xff))
    rb_findings_add(reader->findings, "R46", RB_SEVERITY_WARNING, place,
                    "its last sequence number is %u, the size information names %u",
                    (block->packs - 1) & 0xff, block->sizes[SIZES_LAST_SEQUENCE + number]);
}

static void
take_block(Reader *reader, guint number, RbDisc *disc)
{
  const Block *packs = &reader->blocks[number];
  RbTextBlock *block = rb_disc_add_text_block(disc, find_charset(reader, number),
                                              packs->sizes[SIZES_LANGUAGE + number]);

  check_sizes(reader, number);
  block->copyrighted = packs->sizes[SIZES_COPYRIGHT] != 0;
  take_texts(reader, number, block);
  if (packs->payload[RB_PACK_DISC_ID - RB_PACK_TEXT] != NULL) {
    g_autoptr(GPtrArray) strings =
        split(reader, number, RB_PACK_DISC_ID - RB_PACK_TEXT, RB_CHARSET_ISO_8859_1, 0);

    block->disc_id = g_steal_pointer(&strings->pdata[0]);
  }
  if (packs->payload[RB_PACK_GENRE - RB_PACK_TEXT] != NULL)
    take_genre(reader, number, block);
  if (packs->payload[RB_PACK_CODES - RB_PACK_TEXT] != NULL)
    take_codes(reader, number, disc);
}

RbDisc *
rb_cdtext_decode(const guint8 *bytes, gsize length, RbFindings *findings, GError **error)
{
  g_auto(Reader) reader = {.findings = findings};
  RbDisc *disc;
  guint tracks = 0;

  if (!find_packs(&bytes, &length, findings, error))
    return NULL;
  for (gsize i = 0; i < length / RB_CDTEXT_PACK_BYTES; i++)
    take_pack(&reader, bytes + i * RB_CDTEXT_PACK_BYTES, i);
  for (int b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++)
    tracks = MAX(tracks, count_tracks(&reader.blocks[b]));
  disc = rb_disc_new();
  for (guint i = 0; i < tracks; i++)
    rb_disc_add_track(disc);
  for (guint b = 0; b < RB_CDTEXT_MAX_BLOCKS; b++) {
    if (reader.blocks[b].packs > 0)
      take_block(&reader, b, disc);
  }
  return disc;
}
