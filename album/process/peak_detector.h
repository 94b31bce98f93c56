/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PEAK_DETECTOR_H
#define AL_PEAK_DETECTOR_H

/* The true peak around every frame of one channel, as a stream: the larger of what our own meter
 * (interpolation.h) and the usual ones (short_interpolation.h) see there. */

#include <glib.h>

#include "album/measure/interpolation.h"

/* Frames that go in and come out in one call, and how much later they come out. */
#define AL_PEAK_DETECTOR_BLOCK AL_INTERPOLATION_BLOCK
#define AL_PEAK_DETECTOR_DELAY AL_INTERPOLATION_REACH

typedef struct AlPeakDetector AlPeakDetector;

/* For one channel at `rate`, before which there is silence. */
AlPeakDetector *al_peak_detector_new(int rate);
void al_peak_detector_free(AlPeakDetector *detector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlPeakDetector, al_peak_detector_free)

/* Takes a block of samples; peaks[n] becomes the highest magnitude between the frames n-1 and n+1,
 * counted AL_PEAK_DETECTOR_DELAY before the block. Values up to `threshold` are not exact. FALSE,
 * with `peaks` untouched, where none is above it. */
gboolean al_peak_detector_run(AlPeakDetector *detector, const double *samples, double threshold,
                              double *peaks);

#endif
