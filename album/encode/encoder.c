/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/encoder.h"

#include "album/encode/encoder_class.h"
#include "album/error.h"

typedef AlEncoder *(*NewEncoder)(const AlEncoderJob *job, GError **error);

static const NewEncoder new_encoder[AL_CODEC_COUNT] = {
    [AL_CODEC_WAV] = al_encode_wav_new,   [AL_CODEC_AIFF] = al_encode_aiff_new,
    [AL_CODEC_FLAC] = al_encode_flac_new, [AL_CODEC_ALAC] = al_encode_m4a_new,
    [AL_CODEC_MP3] = al_encode_mp3_new,   [AL_CODEC_AAC] = al_encode_m4a_new,
    [AL_CODEC_OPUS] = al_encode_opus_new, [AL_CODEC_VORBIS] = al_encode_vorbis_new,
};

AlEncoder *
al_encoder_new(const char *path, const AlEncoding *encoding, gint64 frames, const AlTags *tags,
               GError **error)
{
  AlEncoderJob job = {.path = path, .encoding = encoding, .frames = frames, .tags = tags};
  AlEncoder *encoder;

  g_assert(frames > 0);
  if (!al_encoding_check(encoding, error))
    return NULL;
  encoder = new_encoder[encoding->codec](&job, error);
  if (encoder == NULL)
    return NULL;
  encoder->path = g_strdup(path);
  encoder->left_frames = frames;
  return encoder;
}

void
al_encoder_set_cancellable(AlEncoder *encoder, GCancellable *cancellable)
{
  encoder->cancellable = cancellable;
}

gboolean
al_encoder_write_integers(AlEncoder *encoder, const gint32 *samples, gsize frames, GError **error)
{
  g_assert(encoder->class->write_integers != NULL);
  g_assert((gint64)frames <= encoder->left_frames);
  encoder->left_frames -= (gint64)frames;
  while (frames > 0) {
    gsize block_frames = MIN(frames, AL_ENCODER_BLOCK_FRAMES);

    if (al_error_cancelled(encoder->cancellable, error) ||
        !encoder->class->write_integers(encoder, samples, block_frames, error))
      return FALSE;
    samples += 2 * block_frames;
    frames -= block_frames;
  }
  return TRUE;
}

gboolean
al_encoder_write(AlEncoder *encoder, const double *samples, gsize frames, GError **error)
{
  g_assert(encoder->class->write != NULL);
  g_assert((gint64)frames <= encoder->left_frames);
  encoder->left_frames -= (gint64)frames;
  while (frames > 0) {
    gsize block_frames = MIN(frames, AL_ENCODER_BLOCK_FRAMES);

    if (al_error_cancelled(encoder->cancellable, error) ||
        !encoder->class->write(encoder, samples, block_frames, error))
      return FALSE;
    samples += 2 * block_frames;
    frames -= block_frames;
  }
  return TRUE;
}

gboolean
al_encoder_close(AlEncoder *encoder, GError **error)
{
  g_assert(encoder->left_frames == 0);
  return !al_error_cancelled(encoder->cancellable, error) && encoder->class->close(encoder, error);
}

void
al_encoder_free(AlEncoder *encoder)
{
  g_autofree char *path = NULL;

  if (encoder == NULL)
    return;
  path = encoder->path;
  encoder->class->free(encoder);
}

guint32
al_encoder_ogg_serial(const AlEncoderJob *job)
{
  guint number = job->tags == NULL ? 0 : job->tags->track.number;

  /* Knuth's multiplier, which spreads neighbouring numbers. */
  return ((guint32)job->frames + number) * 2654435761u;
}
