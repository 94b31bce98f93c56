/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PEAK_DETECTOR_H
#define AL_PEAK_DETECTOR_H

/* The true peak around every frame of one channel, as a stream: the larger of what our own meter
 * (interpolation.h, strictly) and the usual ones (short_interpolation.h) see there.
 *
 * Most of what a limiter's second pass looks at needs no look: where the gain of the pass before
 * moved little, the peaks are those that it knew, times the gain. So a block comes with what is
 * known of it, and is interpolated only where that does not settle it; the peaks that come out
 * above the threshold are the same. */

#include <glib.h>

#include "album/measure/interpolation.h"

/* Frames that go in and come out in one call, and how much later they come out. */
#define AL_PEAK_DETECTOR_BLOCK AL_INTERPOLATION_BLOCK
#define AL_PEAK_DETECTOR_DELAY AL_INTERPOLATION_REACH

/* A block of one channel. */
typedef struct {
  double samples[AL_PEAK_DETECTOR_BLOCK];
  gboolean known;                       /* whether the rest says anything */
  double gains[AL_PEAK_DETECTOR_BLOCK]; /* which the samples have just been multiplied by */
  /* The peak around each frame before that, or more, times the gain. */
  double bounds[AL_PEAK_DETECTOR_BLOCK];
} AlPeakBlock;

typedef struct AlPeakDetector AlPeakDetector;

/* For one channel at `rate`, before which there is silence. */
AlPeakDetector *al_peak_detector_new(int rate);
void al_peak_detector_free(AlPeakDetector *detector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlPeakDetector, al_peak_detector_free)

/* Takes a block; peaks[n] becomes the highest magnitude between the frames n-1 and n+1, counted
 * AL_PEAK_DETECTOR_DELAY before the block. Values up to `threshold` are not exact. FALSE, with
 * `peaks` untouched, where none is above it. */
gboolean al_peak_detector_run(AlPeakDetector *detector, const AlPeakBlock *block, double threshold,
                              double *peaks);

#endif
