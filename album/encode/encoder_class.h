/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ENCODER_CLASS_H
#define AL_ENCODER_CLASS_H

/* What encoder.c asks of each codec. To add one: a file encode_NAME.c with a constructor as below,
 * its line in encoder.c, and its row in encoding.c. */

#include "album/encode/encoder.h"

/* The most frames that encoder.c hands over at once. */
#define AL_ENCODER_BLOCK_FRAMES 4096

typedef struct {
  /* One of the two: integers for lossless codecs, doubles for the others. */
  gboolean (*write_integers)(AlEncoder *encoder, const gint32 *samples, gsize frames,
                             GError **error);
  gboolean (*write)(AlEncoder *encoder, const double *samples, gsize frames, GError **error);
  /* After the last frame; closes the file. */
  gboolean (*close)(AlEncoder *encoder, GError **error);
  /* With close() before it, or without: then it removes what it has written. */
  void (*free)(AlEncoder *encoder);
} AlEncoderClass;

/* The first member of the struct of every encoder; encoder.c fills it in but for the class. */
struct AlEncoder {
  const AlEncoderClass *class;
  char *path;
  gint64 left_frames;        /* of those announced */
  GCancellable *cancellable; /* for what takes long in one piece; NULL: cannot be interrupted */
};

/* What an encoder is made from: the arguments of al_encoder_new(), which has checked them. */
typedef struct {
  const char *path;
  const AlEncoding *encoding;
  gint64 frames;
  const AlTags *tags; /* or NULL */
} AlEncoderJob;

AlEncoder *al_encode_wav_new(const AlEncoderJob *job, GError **error);
AlEncoder *al_encode_aiff_new(const AlEncoderJob *job, GError **error);
AlEncoder *al_encode_flac_new(const AlEncoderJob *job, GError **error);
AlEncoder *al_encode_mp3_new(const AlEncoderJob *job, GError **error);
AlEncoder *al_encode_opus_new(const AlEncoderJob *job, GError **error);
AlEncoder *al_encode_vorbis_new(const AlEncoderJob *job, GError **error);
AlEncoder *al_encode_m4a_new(const AlEncoderJob *job, GError **error);

/* The number by which an Ogg stream tells itself from others: not random, but different enough
 * among the tracks of an album. */
guint32 al_encoder_ogg_serial(const AlEncoderJob *job);

#endif
