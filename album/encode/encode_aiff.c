/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AIFF 1.3 (Apple, 1989): IFF, big-endian, every chunk before the audio. Not through libsndfile,
 * for the reasons in encode_wav.c.
 *
 *   "FORM" size "AIFF" | COMM | NAME | AUTH | (c)  | ANNO | MARK | ID3  | SSND: 0, 0, audio */
#include <string.h>

#include "album/encode/bytes.h"
#include "album/encode/id3.h"
#include "album/encode/pcm.h"

#define CHANNELS 2
#define EXTENDED_BIAS 16383
#define MAX_NAME_BYTES 255

/* A whole number as a float of 80 bits: sign and exponent, then 64 bits that begin with a one. */
static void
append_extended(GByteArray *bytes, guint32 value)
{
  int top = (int)g_bit_storage(value) - 1;
  guint64 mantissa = (guint64)value << (63 - top);

  al_bytes_u16be(bytes, (guint)(EXTENDED_BIAS + top));
  al_bytes_u32be(bytes, (guint32)(mantissa >> 32));
  al_bytes_u32be(bytes, (guint32)mantissa);
}

static GByteArray *
make_common(const AlEncoderJob *job)
{
  GByteArray *content = g_byte_array_new();

  al_bytes_u16be(content, CHANNELS);
  al_bytes_u32be(content, (guint32)job->frames);
  al_bytes_u16be(content, (guint)job->encoding->bits);
  append_extended(content, (guint32)job->encoding->rate);
  return content;
}

static GByteArray *
make_text(const char *text)
{
  GByteArray *content = g_byte_array_new();

  if (text != NULL)
    al_bytes_text(content, text);
  return content;
}

/* count | number, frame, length of the name (1), name, NUL to an even place | ... */
static GByteArray *
make_markers(const AlTags *tags)
{
  GByteArray *content = g_byte_array_new();

  if (tags->cues->len == 0)
    return content;
  al_bytes_u16be(content, tags->cues->len);
  for (guint i = 0; i < tags->cues->len; i++) {
    const AlTagCue *cue = &g_array_index(tags->cues, AlTagCue, i);
    gsize length = al_bytes_whole_characters(cue->name, MAX_NAME_BYTES);

    al_bytes_u16be(content, i + 1);
    al_bytes_u32be(content, (guint32)cue->frame);
    al_bytes_u8(content, (guint)length);
    al_bytes_field(content, cue->name, length);
    al_bytes_zeros(content, (length + 1) % 2);
  }
  return content;
}

static void
append_tags(GByteArray *chunks, const AlTags *tags)
{
  al_bytes_chunk_be(chunks, "NAME", make_text(tags->text[AL_TAG_TITLE]));
  al_bytes_chunk_be(chunks, "AUTH", make_text(tags->text[AL_TAG_ARTIST]));
  al_bytes_chunk_be(chunks, "(c) ", make_text(tags->text[AL_TAG_COPYRIGHT]));
  al_bytes_chunk_be(chunks, "ANNO", make_text(tags->text[AL_TAG_COMMENT]));
  al_bytes_chunk_be(chunks, "MARK", make_markers(tags));
  al_bytes_chunk_be(chunks, "ID3 ", al_id3_new(tags, NULL));
}

AlEncoder *
al_encode_aiff_new(const AlEncoderJob *job, GError **error)
{
  g_autoptr(GByteArray) header = g_byte_array_new();
  g_autoptr(GByteArray) chunks = g_byte_array_new();
  guint32 audio_bytes = (guint32)al_pcm_bytes(job);

  al_bytes_chunk_be(chunks, "COMM", make_common(job));
  if (job->tags != NULL)
    append_tags(chunks, job->tags);
  al_bytes_text(chunks, "SSND");
  al_bytes_u32be(chunks, 8 + audio_bytes);
  al_bytes_zeros(chunks, 8); /* no offset, no blocks */
  al_bytes_text(header, "FORM");
  al_bytes_u32be(header, (guint32)strlen("AIFF") + chunks->len + audio_bytes);
  al_bytes_text(header, "AIFF");
  al_bytes_append(header, chunks);
  return al_pcm_encoder_new(job, header, AL_PCM_BIG_ENDIAN, error);
}
