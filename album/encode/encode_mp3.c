/* SPDX-License-Identifier: GPL-3.0-or-later */
/* MP3, through LAME.
 *
 *   ID3v2.4 | the LAME frame: delay, padding, frames | audio
 *
 * LAME leaves room for its frame and fills it in at the end, when it knows the padding. */
#include <lame/lame.h>

#include "album/encode/chapters.h"
#include "album/encode/id3.h"
#include "album/encode/output.h"
#include "album/error.h"

/* Of LAME's documentation: the most that a block can become. */
#define MAX_BYTES (AL_ENCODER_BLOCK_FRAMES * 5 / 4 + 7200)
#define ALGORITHM_QUALITY 2 /* 0 to 9; 2 is "near the best, not too slow" */

typedef struct {
  AlEncoder encoder;
  lame_t lame;
  AlOutput *output;
  gint64 lame_frame_place;
  double gain;
  double scaled[2 * AL_ENCODER_BLOCK_FRAMES];
  guint8 bytes[MAX_BYTES];
} Mp3Encoder;

static void
say_nothing(const char *format, va_list arguments)
{
  (void)format, (void)arguments;
}

/* What LAME put into `bytes`; negative where it failed. */
static gboolean
write_bytes(Mp3Encoder *mp3, int count, GError **error)
{
  if (count >= 0)
    return al_output_write(mp3->output, mp3->bytes, (gsize)count, error);
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: LAME failed (%d)",
              mp3->encoder.path, count);
  return FALSE;
}

static gboolean
mp3_write(AlEncoder *encoder, const double *samples, gsize frames, GError **error)
{
  Mp3Encoder *mp3 = (Mp3Encoder *)encoder;
  int count;

  for (gsize i = 0; i < 2 * frames; i++)
    mp3->scaled[i] = samples[i] * mp3->gain;
  count = lame_encode_buffer_interleaved_ieee_double(mp3->lame, mp3->scaled, (int)frames,
                                                     mp3->bytes, MAX_BYTES);
  return write_bytes(mp3, count, error);
}

static gboolean
write_lame_frame(Mp3Encoder *mp3, GError **error)
{
  size_t count = lame_get_lametag_frame(mp3->lame, mp3->bytes, MAX_BYTES);

  return al_output_seek(mp3->output, mp3->lame_frame_place, error) &&
         write_bytes(mp3, count <= MAX_BYTES ? (int)count : -1, error);
}

static gboolean
mp3_close(AlEncoder *encoder, GError **error)
{
  Mp3Encoder *mp3 = (Mp3Encoder *)encoder;

  return write_bytes(mp3, lame_encode_flush(mp3->lame, mp3->bytes, MAX_BYTES), error) &&
         write_lame_frame(mp3, error) && al_output_close(mp3->output, error);
}

static void
mp3_free(AlEncoder *encoder)
{
  Mp3Encoder *mp3 = (Mp3Encoder *)encoder;

  lame_close(mp3->lame);
  al_output_free(mp3->output);
  g_free(mp3);
}

static const AlEncoderClass mp3_class = {.write = mp3_write, .close = mp3_close, .free = mp3_free};

static gboolean
set_up(lame_t lame, const AlEncoding *encoding)
{
  lame_set_errorf(lame, say_nothing);
  lame_set_debugf(lame, say_nothing);
  lame_set_msgf(lame, say_nothing);
  lame_set_num_channels(lame, 2);
  lame_set_mode(lame, JOINT_STEREO);
  lame_set_in_samplerate(lame, encoding->rate);
  lame_set_out_samplerate(lame, encoding->rate);
  lame_set_quality(lame, ALGORITHM_QUALITY);
  lame_set_bWriteVbrTag(lame, 1);
  lame_set_write_id3tag_automatic(lame, 0);
  if (encoding->kbps > 0) {
    lame_set_VBR(lame, vbr_off);
    lame_set_brate(lame, encoding->kbps);
  } else {
    lame_set_VBR(lame, vbr_default);
    lame_set_VBR_q(lame, encoding->vbr_quality);
  }
  return lame_init_params(lame) == 0;
}

static gboolean
begin(Mp3Encoder *mp3, const AlEncoderJob *job, GError **error)
{
  g_autoptr(GArray) chapters = al_chapters_new(job);
  g_autoptr(GByteArray) id3 =
      job->tags == NULL ? g_byte_array_new() : al_id3_new(job->tags, chapters);

  if (!set_up(mp3->lame, job->encoding)) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: LAME refuses %d Hz at %d kbit/s",
                job->path, job->encoding->rate, job->encoding->kbps);
    return FALSE;
  }
  /* Below 256 kbit/s LAME turns down what it gets, by up to 0.45 dB, whatever scale it is told. */
  mp3->gain = 1 / lame_get_scale(mp3->lame);
  mp3->lame_frame_place = id3->len;
  return al_output_write(mp3->output, id3->data, id3->len, error);
}

AlEncoder *
al_encode_mp3_new(const AlEncoderJob *job, GError **error)
{
  AlOutput *output = al_output_new(job->path, error);
  Mp3Encoder *mp3;

  if (output == NULL)
    return NULL;
  mp3 = g_new0(Mp3Encoder, 1);
  mp3->encoder.class = &mp3_class;
  mp3->output = output;
  mp3->lame = lame_init();
  if (begin(mp3, job, error))
    return &mp3->encoder;
  mp3_free(&mp3->encoder);
  return NULL;
}
