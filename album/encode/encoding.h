/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ENCODING_H
#define AL_ENCODING_H

/* How audio is encoded: codec, container, rate, depth or bit rate; as data. */

#include <glib.h>

typedef enum {
  AL_CODEC_WAV,
  AL_CODEC_AIFF,
  AL_CODEC_FLAC,
  AL_CODEC_ALAC, /* in M4A, through the ffmpeg program */
  AL_CODEC_MP3,
  AL_CODEC_AAC, /* in M4A, through the ffmpeg program */
  AL_CODEC_OPUS,
  AL_CODEC_VORBIS,
  AL_CODEC_COUNT
} AlCodec;

typedef struct {
  AlCodec codec;
  int rate;        /* frames per second */
  int bits;        /* 16 or 24 where the codec is lossless; else 0 */
  int kbps;        /* where it is lossy: the bit rate; 0: as the quality gives */
  int vbr_quality; /* where `kbps` is 0: MP3, V0 (best) to V9 */
} AlEncoding;

/* "wav", "aiff", "flac", "alac", "mp3", "aac", "opus", "vorbis". */
const char *al_codec_name(AlCodec codec);

/* Of a file name, without the dot: "wav", "aiff", "flac", "m4a", "mp3", "m4a", "opus", "ogg". */
const char *al_codec_extension(AlCodec codec);

gboolean al_codec_is_lossless(AlCodec codec);

/* The rate at which audio of this rate is to be given to the codec: the same, where it can carry
 * it. Lossless codecs carry every rate from 8 to 384 kHz, Opus 48 kHz, and the others are
 * given 44.1 or 48 kHz, which every player can play. */
int al_codec_rate(AlCodec codec, int rate);

/* Reads "flac 24", "wav", "mp3 320", "mp3 v0", "opus-160": a codec, then its depth (24 where not
 * given) or bit rate (a good one where not given) behind a space or a hyphen. `rate` becomes 0. A
 * bit rate that is taken can be had at every rate that al_codec_rate() gives. FALSE with
 * AL_ERROR_PROJECT where it is none of these, or not one that the codec has. */
gboolean al_encoding_parse(const char *text, AlEncoding *encoding, GError **error);

/* The same the other way: "flac 24", "mp3 v0". The caller frees it. */
char *al_encoding_print(const AlEncoding *encoding);

/* Are both the same but for the rate? They would be printed alike. */
gboolean al_encoding_same_form(const AlEncoding *a, const AlEncoding *b);

/* How many frames a file holds, whatever its tags: WAV and AIFF have sizes of 32 bits, the others
 * hold all that there is. */
gint64 al_encoding_most_frames(const AlEncoding *encoding);

/* Can this be encoded on this machine? FALSE with AL_ERROR_PROJECT where the rate, the depth or the
 * bit rate is none that the codec has, and with AL_ERROR_WRITE where it needs the ffmpeg program
 * and that is not there or lacks the encoder. To be asked before long work. */
gboolean al_encoding_check(const AlEncoding *encoding, GError **error);

#endif
