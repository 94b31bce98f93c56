/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PCM_H
#define AL_PCM_H

/* Integers of 16 or 24 bits as bytes, and the files that hold nothing else: WAV and AIFF, a header
 * that says how long they are, and then samples to the end. */

#include "album/encode/encoder_class.h"

typedef enum {
  AL_PCM_LITTLE_ENDIAN,
  AL_PCM_BIG_ENDIAN,
} AlPcmOrder;

/* Packs `count` samples into `bytes` (count * bits / 8 of them). */
void al_pcm_pack(const gint32 *samples, gsize count, int bits, AlPcmOrder order, guint8 *bytes);

/* The bytes of the audio of a job. */
guint64 al_pcm_bytes(const AlEncoderJob *job);

/* An encoder that writes `header` and then samples in that order. Where both together are more than
 * the 4 GiB that a size in the header can say: NULL with AL_ERROR_WRITE. */
AlEncoder *al_pcm_encoder_new(const AlEncoderJob *job, const GByteArray *header, AlPcmOrder order,
                              GError **error);

#endif
