/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_stream.h"

#include <string.h>

#include "redbook/cdtext_pack.h"
#include "redbook/charset.h"
#include "redbook/place.h"

/* What it takes to fill the streams of one block. */
typedef struct {
  const RbDisc *disc;
  guint number; /* of the block */
  RbTextBlock *block;
  RbFindings *findings; /* NULL: the first wrong text is an error */
} Filler;

static void
stream_free(gpointer data)
{
  RbCdtextStream *stream = data;

  g_byte_array_unref(stream->bytes);
  g_array_unref(stream->strings);
  g_free(stream);
}

static RbCdtextStream *
add_stream(GPtrArray *streams, guint8 type, guint width)
{
  RbCdtextStream *stream = g_new(RbCdtextStream, 1);

  *stream = (RbCdtextStream){
      .type = type,
      .width = width,
      .bytes = g_byte_array_new(),
      .strings = g_array_new(FALSE, FALSE, sizeof(RbCdtextString)),
  };
  g_ptr_array_add(streams, stream);
  return stream;
}

/* The bytes of a text; a transliteration where it is wrong and wrong texts are findings. */
static GByteArray *
encode(const Filler *filler, RbCharset charset, const char *text, const char *place, GError **error)
{
  g_autoptr(GError) refused = NULL;
  g_autofree char *instead = NULL;
  GByteArray *bytes = rb_charset_encode(charset, text, &refused);

  if (bytes != NULL)
    return bytes;
  if (filler->findings == NULL) {
    g_propagate_prefixed_error(error, g_steal_pointer(&refused), "%s: ", place);
    return NULL;
  }
  rb_findings_add_error(filler->findings, "R49", RB_SEVERITY_ERROR, place, refused);
  instead = rb_charset_transliterate(charset, text);
  return rb_charset_encode(charset, instead, NULL);
}

/* Appends a string and its end; NULL is an empty one. */
static void
append(RbCdtextStream *stream, guint8 track, const GByteArray *text)
{
  static const guint8 end[2] = {0, 0};
  RbCdtextString string = {.track = track, .offset = stream->bytes->len};

  g_array_append_val(stream->strings, string);
  if (text != NULL)
    g_byte_array_append(stream->bytes, text->data, text->len);
  g_byte_array_append(stream->bytes, end, stream->width);
}

static gboolean
is_set(const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* NULL for tracks that the block does not know. */
static const char *
text_of(RbTextBlock *block, guint track, RbTextField field)
{
  return track <= block->tracks->len ? rb_text_block_texts(block, track)->field[field] : NULL;
}

/* A type is written where the disc or any track has a text of it. */
static gboolean
has_field(RbTextBlock *block, guint tracks, RbTextField field)
{
  for (guint i = 0; i <= tracks; i++) {
    if (is_set(text_of(block, i, field)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
fill_field(const Filler *filler, RbTextField field, GPtrArray *streams, GError **error)
{
  RbCharset charset = filler->block->charset;
  RbCdtextStream *stream =
      add_stream(streams, (guint8)(RB_PACK_TEXT + field), rb_charset_width(charset));

  for (guint i = 0; i <= filler->disc->tracks->len; i++) {
    const char *text = text_of(filler->block, i, field);
    g_autoptr(GByteArray) bytes = NULL;
    g_autofree char *place = rb_place_text(filler->number, i, rb_text_field_name(field));

    if (is_set(text)) {
      bytes = encode(filler, charset, text, place, error);
      if (bytes == NULL)
        return FALSE;
    }
    append(stream, (guint8)i, bytes);
  }
  return TRUE;
}

static gboolean
fill_disc_id(const Filler *filler, GPtrArray *streams, GError **error)
{
  g_autofree char *place = rb_place_text(filler->number, 0, "catalogue number");
  g_autoptr(GByteArray) bytes =
      encode(filler, RB_CHARSET_ASCII, filler->block->disc_id, place, error);

  if (bytes == NULL)
    return FALSE;
  append(add_stream(streams, RB_PACK_DISC_ID, 1), 0, bytes);
  return TRUE;
}

/* The code, high byte first, and its free text. */
static gboolean
fill_genre(const Filler *filler, GPtrArray *streams, GError **error)
{
  guint16 code = filler->block->genre;
  guint8 bytes[2] = {(guint8)(code >> 8), (guint8)(code & 0xff)};
  g_autoptr(GByteArray) genre = g_byte_array_new();

  g_byte_array_append(genre, bytes, sizeof bytes);
  if (is_set(filler->block->genre_text)) {
    g_autofree char *place = rb_place_text(filler->number, 0, "genre");
    g_autoptr(GByteArray) text =
        encode(filler, RB_CHARSET_ASCII, filler->block->genre_text, place, error);

    if (text == NULL)
      return FALSE;
    g_byte_array_append(genre, text->data, text->len);
  }
  append(add_stream(streams, RB_PACK_GENRE, 1), 0, genre);
  return TRUE;
}

static gboolean
has_codes(const RbDisc *disc)
{
  if (disc->upc != NULL)
    return TRUE;
  for (guint i = 1; i <= disc->tracks->len; i++) {
    if (rb_disc_track(disc, i)->isrc != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
append_code(RbCdtextStream *stream, guint8 track, const char *code)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  if (code != NULL)
    g_byte_array_append(bytes, (const guint8 *)code, (guint)strlen(code));
  append(stream, track, bytes);
}

static void
fill_codes(const RbDisc *disc, GPtrArray *streams)
{
  RbCdtextStream *stream = add_stream(streams, RB_PACK_CODES, 1);

  append_code(stream, 0, disc->upc);
  for (guint i = 1; i <= disc->tracks->len; i++)
    append_code(stream, (guint8)i, rb_disc_track(disc, i)->isrc);
}

static gboolean
fill(const Filler *filler, GPtrArray *streams, GError **error)
{
  const RbTextBlock *block = filler->block;

  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    if (has_field(filler->block, filler->disc->tracks->len, (RbTextField)field) &&
        !fill_field(filler, (RbTextField)field, streams, error))
      return FALSE;
  }
  if (is_set(block->disc_id) && !fill_disc_id(filler, streams, error))
    return FALSE;
  return (block->genre == 0 && !is_set(block->genre_text)) || fill_genre(filler, streams, error);
}

GPtrArray *
rb_cdtext_streams_new(const RbDisc *disc, guint number, gboolean with_codes, RbFindings *findings,
                      GError **error)
{
  Filler filler = {.disc = disc,
                   .number = number,
                   .block = g_ptr_array_index(disc->text_blocks, number),
                   .findings = findings};
  g_autoptr(GPtrArray) streams = g_ptr_array_new_with_free_func(stream_free);

  if (!fill(&filler, streams, error))
    return NULL;
  if (streams->len > 0 && with_codes && has_codes(disc))
    fill_codes(disc, streams);
  return g_steal_pointer(&streams);
}

guint
rb_cdtext_stream_packs(const RbCdtextStream *stream)
{
  return (stream->bytes->len + RB_CDTEXT_PAYLOAD_BYTES - 1) / RB_CDTEXT_PAYLOAD_BYTES;
}

guint
rb_cdtext_stream_characters(const RbCdtextStream *stream, guint i)
{
  gsize start = g_array_index(stream->strings, RbCdtextString, i).offset;
  gsize end = i + 1 < stream->strings->len
                  ? g_array_index(stream->strings, RbCdtextString, i + 1).offset
                  : stream->bytes->len;

  return (guint)((end - start) / stream->width) - 1;
}

const RbCdtextString *
rb_cdtext_stream_string_at(const RbCdtextStream *stream, gsize offset)
{
  guint i = stream->strings->len - 1;

  while (g_array_index(stream->strings, RbCdtextString, i).offset > offset)
    i--;
  return &g_array_index(stream->strings, RbCdtextString, i);
}
