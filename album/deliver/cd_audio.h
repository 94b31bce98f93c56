/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CD_AUDIO_H
#define AL_CD_AUDIO_H

/* The program becomes the samples of a disc: resampled to 44.1 kHz once, over the whole album,
 * quantised to 16 bits, and written to every image at once. */

#include "album/audio/peaks.h"
#include "album/audio/quantise.h"
#include "album/audio/resample.h"
#include "album/deliver/image_writer.h"
#include "album/job.h"
#include "redbook/checksum.h"

typedef struct {
  AlSource *program; /* from 00:00:00 to the lead-out, at any rate that carries a timeline */
  AlResamplerChoice resampler;
  AlDither dither;
  gsize block_frames;    /* of one write; changes no result */
  GPtrArray *writers;    /* of AlImageWriter */
  AlPeakRegion *regions; /* one per track, in frames of the disc; filled by the writing */
  guint region_count;
} AlCdAudio;

/* Writes all of it and completes the writers. Gives the digest of the samples from 00:00:00 to the
 * lead-out (16 bit, little-endian: the bytes of IMAGE.DAT); NULL with an error. */
RbDigest *al_cd_audio_write(const AlCdAudio *audio, const AlJob *job, GError **error);

#endif
