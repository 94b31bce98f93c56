/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WAV: RIFF, little-endian, a plain format tag, every chunk before the audio and nothing after it,
 * as strict receivers ask for.
 *
 *   "RIFF" size "WAVE" | fmt  | bext | axml | LIST INFO | cue  | LIST adtl | id3  | data
 *
 * Not through libsndfile, which rounds the sizes of chunks up to four bytes, cannot keep its own
 * name out, and breaks a file whose chunks come to more than some 64 KiB, as covers do. */
#include <string.h>

#include "album/encode/broadcast.h"
#include "album/encode/bytes.h"
#include "album/encode/id3.h"
#include "album/encode/pcm.h"
#include "album/encode/tag_names.h"

#define PCM_FORMAT_TAG 1
#define CHANNELS 2

static GByteArray *
make_format(const AlEncoding *encoding)
{
  GByteArray *content = g_byte_array_new();
  guint frame_bytes = CHANNELS * (guint)encoding->bits / 8;

  al_bytes_u16le(content, PCM_FORMAT_TAG);
  al_bytes_u16le(content, CHANNELS);
  al_bytes_u32le(content, (guint32)encoding->rate);
  al_bytes_u32le(content, (guint32)encoding->rate * frame_bytes);
  al_bytes_u16le(content, frame_bytes);
  al_bytes_u16le(content, (guint)encoding->bits);
  return content;
}

/* A text with the NUL behind it. */
static void
append_info(GByteArray *content, const char *name, const char *text)
{
  GByteArray *item = g_byte_array_new();

  al_bytes_text(item, text);
  al_bytes_zeros(item, 1);
  al_bytes_chunk_le(content, name, item);
}

static GByteArray *
make_info(const AlTags *tags)
{
  GByteArray *content = g_byte_array_new();
  g_autofree char *number = g_strdup_printf("%u", tags->track.number);

  al_bytes_text(content, "INFO");
  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    if (tags->text[tag] != NULL && al_tag_names((AlTag)tag)->info != NULL)
      append_info(content, al_tag_names((AlTag)tag)->info, tags->text[tag]);
  if (tags->track.number > 0)
    append_info(content, "ITRK", number);
  if (content->len == strlen("INFO"))
    g_byte_array_set_size(content, 0);
  return content;
}

/* count | number, place among cues, "data", 0, 0, frame | ... */
static GByteArray *
make_cues(const AlTags *tags)
{
  GByteArray *content = g_byte_array_new();

  if (tags->cues->len == 0)
    return content;
  al_bytes_u32le(content, tags->cues->len);
  for (guint i = 0; i < tags->cues->len; i++) {
    guint32 frame = (guint32)g_array_index(tags->cues, AlTagCue, i).frame;

    al_bytes_u32le(content, i + 1);
    al_bytes_u32le(content, frame);
    al_bytes_text(content, "data");
    al_bytes_zeros(content, 8);
    al_bytes_u32le(content, frame);
  }
  return content;
}

/* "adtl" | labl: number of the cue, its name, NUL | ... */
static GByteArray *
make_labels(const AlTags *tags)
{
  GByteArray *content = g_byte_array_new();

  if (tags->cues->len == 0)
    return content;
  al_bytes_text(content, "adtl");
  for (guint i = 0; i < tags->cues->len; i++) {
    GByteArray *label = g_byte_array_new();

    al_bytes_u32le(label, i + 1);
    al_bytes_text(label, g_array_index(tags->cues, AlTagCue, i).name);
    al_bytes_zeros(label, 1);
    al_bytes_chunk_le(content, "labl", label);
  }
  return content;
}

/* A chunk of even length. RIFF pads an odd one with a byte that is not counted, of which shntool
 * 3.0.10 does not know: it then finds no audio. `filler` is what the content may end with. */
static void
append_even(GByteArray *chunks, const char *name, GByteArray *content, guint8 filler)
{
  if (content != NULL && content->len % 2 != 0)
    g_byte_array_append(content, &filler, 1);
  al_bytes_chunk_le(chunks, name, content);
}

static void
append_tags(GByteArray *chunks, const AlTags *tags, const AlEncoding *encoding)
{
  append_even(chunks, "bext", al_broadcast_bext(tags, encoding), '\0');
  append_even(chunks, "axml", al_broadcast_axml(tags), '\n');
  al_bytes_chunk_le(chunks, "LIST", make_info(tags));
  al_bytes_chunk_le(chunks, "cue ", make_cues(tags));
  al_bytes_chunk_le(chunks, "LIST", make_labels(tags));
  append_even(chunks, "id3 ", al_id3_new(tags, NULL), '\0');
}

/* A frame is an even number of bytes, so the audio needs no NUL behind it. */
AlEncoder *
al_encode_wav_new(const AlEncoderJob *job, GError **error)
{
  g_autoptr(GByteArray) header = g_byte_array_new();
  g_autoptr(GByteArray) chunks = g_byte_array_new();
  guint32 audio_bytes = (guint32)al_pcm_bytes(job);

  al_bytes_chunk_le(chunks, "fmt ", make_format(job->encoding));
  if (job->tags != NULL)
    append_tags(chunks, job->tags, job->encoding);
  al_bytes_text(chunks, "data");
  al_bytes_u32le(chunks, audio_bytes);
  al_bytes_text(header, "RIFF");
  al_bytes_u32le(header, (guint32)strlen("WAVE") + chunks->len + audio_bytes);
  al_bytes_text(header, "WAVE");
  al_bytes_append(header, chunks);
  return al_pcm_encoder_new(job, header, AL_PCM_LITTLE_ENDIAN, error);
}
