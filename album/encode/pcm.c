/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/pcm.h"

#include "album/encode/output.h"
#include "album/error.h"
#include "album/vector.h"

#define MAX_BYTES_PER_SAMPLE 3

typedef struct {
  AlEncoder encoder;
  AlOutput *output;
  int bits;
  AlPcmOrder order;
} PcmEncoder;

/* With constants for `width` and `order` this is a loop without branches. */
static inline void
pack(const gint32 *samples, gsize count, int width, AlPcmOrder order, guint8 *bytes)
{
  for (gsize i = 0; i < count; i++)
    for (int k = 0; k < width; k++)
      bytes[i * (gsize)width + (gsize)(order == AL_PCM_LITTLE_ENDIAN ? k : width - 1 - k)] =
          (guint8)((guint32)samples[i] >> 8 * k);
}

AL_VECTOR_CLONES static void
pack_known(const gint32 *samples, gsize count, int bits, AlPcmOrder order, guint8 *bytes)
{
  gboolean is_little = order == AL_PCM_LITTLE_ENDIAN;

  if (bits == 16 && is_little)
    pack(samples, count, 2, AL_PCM_LITTLE_ENDIAN, bytes);
  else if (bits == 16)
    pack(samples, count, 2, AL_PCM_BIG_ENDIAN, bytes);
  else if (is_little)
    pack(samples, count, 3, AL_PCM_LITTLE_ENDIAN, bytes);
  else
    pack(samples, count, 3, AL_PCM_BIG_ENDIAN, bytes);
}

void
al_pcm_pack(const gint32 *samples, gsize count, int bits, AlPcmOrder order, guint8 *bytes)
{
  g_assert(bits == 16 || bits == 24);
  pack_known(samples, count, bits, order, bytes);
}

guint64
al_pcm_bytes(const AlEncoderJob *job)
{
  return (guint64)job->frames * 2 * (guint64)job->encoding->bits / 8;
}

static gboolean
pcm_write(AlEncoder *encoder, const gint32 *samples, gsize frames, GError **error)
{
  PcmEncoder *pcm = (PcmEncoder *)encoder;
  guint8 bytes[2 * AL_ENCODER_BLOCK_FRAMES * MAX_BYTES_PER_SAMPLE];

  al_pcm_pack(samples, 2 * frames, pcm->bits, pcm->order, bytes);
  return al_output_write(pcm->output, bytes, 2 * frames * (gsize)pcm->bits / 8, error);
}

static gboolean
pcm_close(AlEncoder *encoder, GError **error)
{
  return al_output_close(((PcmEncoder *)encoder)->output, error);
}

static void
pcm_free(AlEncoder *encoder)
{
  al_output_free(((PcmEncoder *)encoder)->output);
  g_free(encoder);
}

static const AlEncoderClass pcm_class = {
    .write_integers = pcm_write, .close = pcm_close, .free = pcm_free};

AlEncoder *
al_pcm_encoder_new(const AlEncoderJob *job, const GByteArray *header, AlPcmOrder order,
                   GError **error)
{
  g_autoptr(AlOutput) output = NULL;
  PcmEncoder *pcm;

  if (header->len + al_pcm_bytes(job) > G_MAXUINT32) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
                "cannot write %s: its audio is longer than the 4 GiB that %s can hold; FLAC can",
                job->path, al_codec_name(job->encoding->codec));
    return NULL;
  }
  output = al_output_new(job->path, error);
  if (output == NULL || !al_output_write(output, header->data, header->len, error))
    return NULL;
  pcm = g_new0(PcmEncoder, 1);
  pcm->encoder.class = &pcm_class;
  pcm->output = g_steal_pointer(&output);
  pcm->bits = job->encoding->bits;
  pcm->order = order;
  return &pcm->encoder;
}
