/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CD_AUDIO_H
#define AL_CD_AUDIO_H

/* The program becomes the samples of a disc: resampled to 44.1 kHz once, over the whole album,
 * limited, quantised to 16 bits, measured, and written to every image at once. */

#include "album/audio/peaks.h"
#include "album/audio/quantise.h"
#include "album/audio/resample.h"
#include "album/deliver/image_writer.h"
#include "album/job.h"
#include "album/measure/region_measurement.h"
#include "album/process/limiter.h"
#include "redbook/checksum.h"

typedef struct {
  AlSource *program; /* from 00:00:00 to the lead-out, at any rate that carries a timeline */
  AlResamplerChoice resampler;
  const AlLimiterSettings *limiter; /* its margin is set here; NULL: there is none */
  AlDither dither;
  gsize block_frames;   /* of one write; changes no result */
  GPtrArray *writers;   /* of AlImageWriter */
  const gint64 *starts; /* of the regions, in frames of the disc; the first is 0 */
  guint regions;
} AlCdAudio;

/* What became of the audio. */
typedef struct {
  RbDigest *digest;              /* of the samples from 00:00:00 to the lead-out: of IMAGE.DAT */
  AlPeakRegion *peaks;           /* one per region, of what was quantised */
  AlReduction *reductions;       /* one per region */
  AlRegionMeasurement *measured; /* of the written integers */
} AlCdWritten;

void al_cd_written_free(AlCdWritten *written);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlCdWritten, al_cd_written_free)

/* How much dither and rounding can add to a sample behind the limiter, full scale being 1. */
double al_cd_audio_margin(AlDither dither);

/* Writes all of it and completes the writers. NULL with an error. */
AlCdWritten *al_cd_audio_write(const AlCdAudio *audio, const AlJob *job, GError **error);

#endif
