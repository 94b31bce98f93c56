/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FINISH_H
#define AL_FINISH_H

/* The last stages of the signal path as one source: the program resampled once, over the whole
 * album, limited, quantised, and measured as it will be played.
 *
 *   program -> [resampler] -> [limiter] -> quantiser -> samples on the grid of `bits` (grid.h)
 *                                               `-> meters
 *
 * What is read from it are doubles that are integers of `bits` bits divided by full scale, exactly.
 */

#include "album/audio/peaks.h"
#include "album/audio/quantise.h"
#include "album/audio/resample.h"
#include "album/job.h"
#include "album/limiter/limiter.h"
#include "album/measure/region_measurement.h"

typedef struct {
  AlSource *program; /* from 00:00:00 to the lead-out, at any rate that carries a timeline */
  int rate;          /* of what comes out; carries a timeline */
  int bits;          /* 16 or 24 */
  AlDither dither;
  AlResamplerChoice resampler;
  const AlLimiterSettings *limiter; /* its margin is set here; NULL: there is none */
  const gint64 *starts; /* of the regions, in frames of what comes out; the first is 0 */
  guint regions;
} AlFinishing;

/* What became of the audio, by region. */
typedef struct {
  guint regions;
  AlPeakRegion *peaks; /* of what was quantised */
  AlReduction *reductions;
  AlRegionMeasurement *measured; /* of what comes out */
} AlFinishedRegions;

void al_finished_regions_free(AlFinishedRegions *regions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlFinishedRegions, al_finished_regions_free)

/* How much dither and rounding can add to a sample behind the limiter, full scale being 1. */
double al_finish_margin(int bits, AlDither dither, int rate);

/* Tells `job` of its progress. NULL with an error where the resampler refuses the rates. What
 * `finishing` points to must outlive the source. */
AlSource *al_finish_new(const AlFinishing *finishing, const AlJob *job, GError **error);

/* After all was read. Once; the caller frees it. */
AlFinishedRegions *al_finish_regions(AlSource *finish);

#endif
