/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/encoding.h"

#include <string.h>

#include "album/encode/ffmpeg.h"
#include "album/error.h"

#define MIN_RATE 8000
#define MAX_RATE 384000
#define DEFAULT_BITS 24
#define MAX_VBR_QUALITY 9

/* For tags with a cover, in files whose size has 32 bits. */
#define TAG_BYTES (16 * 1024 * 1024)

/* The bit rates of MPEG-1 layer III, in kbit/s, from where on a packet has room for LAME's own
 * frame (192 bytes, which are 64 kbit/s at 48 kHz). Below, LAME leaves that out, and nobody can
 * tell how much of what is decoded is the audio. */
static const int mp3_kbps[] = {64, 80, 96, 112, 128, 160, 192, 224, 256, 320};

typedef struct {
  const char *name;
  const char *extension;
  gboolean lossless;
  int default_kbps;
  int min_kbps, max_kbps; /* in stereo, at 44.1 and 48 kHz; MP3 has a list of its own */
  const char *ffmpeg;     /* its encoder there; NULL: we have our own */
} CodecRow;

static const CodecRow codecs[AL_CODEC_COUNT] = {
    [AL_CODEC_WAV] = {.name = "wav", .extension = "wav", .lossless = TRUE},
    [AL_CODEC_AIFF] = {.name = "aiff", .extension = "aiff", .lossless = TRUE},
    [AL_CODEC_FLAC] = {.name = "flac", .extension = "flac", .lossless = TRUE},
    [AL_CODEC_ALAC] = {.name = "alac", .extension = "m4a", .lossless = TRUE, .ffmpeg = "alac"},
    [AL_CODEC_MP3] = {.name = "mp3", .extension = "mp3", .default_kbps = 320},
    [AL_CODEC_AAC] = {"aac", "m4a", FALSE, 256, 64, 320, "aac"},
    [AL_CODEC_OPUS] = {"opus", "opus", FALSE, 160, 32, 510, NULL},
    [AL_CODEC_VORBIS] = {"vorbis", "ogg", FALSE, 256, 48, 480, NULL},
};

const char *
al_codec_name(AlCodec codec)
{
  return codecs[codec].name;
}

const char *
al_codec_extension(AlCodec codec)
{
  return codecs[codec].extension;
}

gboolean
al_codec_is_lossless(AlCodec codec)
{
  return codecs[codec].lossless;
}

int
al_codec_rate(AlCodec codec, int rate)
{
  if (codec == AL_CODEC_OPUS)
    return 48000;
  if (codecs[codec].lossless)
    return CLAMP(rate, MIN_RATE, MAX_RATE);
  return rate % 11025 == 0 ? 44100 : 48000;
}

static gboolean
check_vbr(int quality, GError **error)
{
  if (quality >= 0 && quality <= MAX_VBR_QUALITY)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "mp3 has the qualities v0 (best) to v%d, not v%d",
              MAX_VBR_QUALITY, quality);
  return FALSE;
}

static gboolean
check_mp3_kbps(int kbps, GError **error)
{
  g_autoptr(GString) all = g_string_new(NULL);

  for (guint i = 0; i < G_N_ELEMENTS(mp3_kbps); i++) {
    if (mp3_kbps[i] == kbps)
      return TRUE;
    g_string_append_printf(all, "%s%d", i > 0 ? ", " : "", mp3_kbps[i]);
  }
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "mp3 has %s kbit/s, not %d%s", all->str, kbps,
              kbps < mp3_kbps[0] ? " (with so few a file cannot say how long it is)" : "");
  return FALSE;
}

static gboolean
check_kbps(const AlEncoding *encoding, GError **error)
{
  const CodecRow *row = &codecs[encoding->codec];

  if (encoding->codec == AL_CODEC_MP3)
    return encoding->kbps == 0 ? check_vbr(encoding->vbr_quality, error)
                               : check_mp3_kbps(encoding->kbps, error);
  if (encoding->kbps >= row->min_kbps && encoding->kbps <= row->max_kbps)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s has from %d to %d kbit/s, not %d", row->name,
              row->min_kbps, row->max_kbps, encoding->kbps);
  return FALSE;
}

/* All but the sample rate. */
static gboolean
check_form(const AlEncoding *encoding, GError **error)
{
  const CodecRow *row = &codecs[encoding->codec];

  if (!row->lossless)
    return check_kbps(encoding, error);
  if (encoding->bits == 16 || encoding->bits == 24)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s is written with 16 or 24 bits, not %d",
              row->name, encoding->bits);
  return FALSE;
}

gboolean
al_encoding_check(const AlEncoding *encoding, GError **error)
{
  const CodecRow *row = &codecs[encoding->codec];

  if (!check_form(encoding, error))
    return FALSE;
  if (al_codec_rate(encoding->codec, encoding->rate) != encoding->rate) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s is not written at %d Hz, but at %d Hz",
                row->name, encoding->rate, al_codec_rate(encoding->codec, encoding->rate));
    return FALSE;
  }
  return row->ffmpeg == NULL || al_ffmpeg_check_encoder(row->ffmpeg, error);
}

gboolean
al_encoding_same_form(const AlEncoding *a, const AlEncoding *b)
{
  return a->codec == b->codec && a->bits == b->bits && a->kbps == b->kbps &&
         a->vbr_quality == b->vbr_quality;
}

gint64
al_encoding_most_frames(const AlEncoding *encoding)
{
  if (encoding->codec != AL_CODEC_WAV && encoding->codec != AL_CODEC_AIFF)
    return G_MAXINT64;
  return ((gint64)G_MAXUINT32 - TAG_BYTES) / (2 * encoding->bits / 8);
}

static gboolean
find_codec(const char *name, AlCodec *codec)
{
  for (int i = 0; i < AL_CODEC_COUNT; i++)
    if (g_ascii_strcasecmp(codecs[i].name, name) == 0) {
      *codec = (AlCodec)i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_number(const char *text, int *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned(text, 10, 0, 10000, &value, NULL))
    return FALSE;
  *number = (int)value;
  return TRUE;
}

/* What stands behind the codec; NULL: nothing. */
static gboolean
parse_form(const char *text, AlEncoding *encoding)
{
  const CodecRow *row = &codecs[encoding->codec];

  if (row->lossless) {
    encoding->bits = DEFAULT_BITS;
    return text == NULL || parse_number(text, &encoding->bits);
  }
  encoding->kbps = row->default_kbps;
  if (text == NULL || encoding->codec != AL_CODEC_MP3 || g_ascii_tolower(*text) != 'v')
    return text == NULL || (parse_number(text, &encoding->kbps) && encoding->kbps > 0);
  encoding->kbps = 0;
  return parse_number(text + 1, &encoding->vbr_quality);
}

gboolean
al_encoding_parse(const char *text, AlEncoding *encoding, GError **error)
{
  g_auto(GStrv) words = g_strsplit_set(text, " -", -1);
  guint count = g_strv_length(words);

  *encoding = (AlEncoding){0};
  if (count >= 1 && count <= 2 && find_codec(words[0], &encoding->codec) &&
      parse_form(words[1], encoding))
    return check_form(encoding, error);
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
              "\"%s\" is no encoding; expected a codec (wav, aiff, flac, alac, mp3, aac, opus, "
              "vorbis) with its bits or kbit/s: flac 24, mp3 320, mp3 v0",
              text);
  return FALSE;
}

char *
al_encoding_print(const AlEncoding *encoding)
{
  const char *name = codecs[encoding->codec].name;

  if (codecs[encoding->codec].lossless)
    return g_strdup_printf("%s %d", name, encoding->bits);
  if (encoding->kbps == 0)
    return g_strdup_printf("%s v%d", name, encoding->vbr_quality);
  return g_strdup_printf("%s %d", name, encoding->kbps);
}
