/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LIMITER_H
#define AL_LIMITER_H

/* The true-peak limiter: a source that never exceeds its ceiling, on the samples and between them.
 *
 * It runs over the whole program at the rate of the deliverable, as the last stage before dither:
 * a resampler behind it would make new peaks.
 *
 *   input -> [ pass ] -> [ pass ] -> output
 *              every pass: the peak around each frame  (peak_detector.h)
 *                          the gain that they need      (gain_path.h)
 *                          times the audio, delayed as much
 *
 * The gain of the first pass is never above what the worst peak in its window allows. What remains
 * is that a gain which changes between samples is not quite the same as one that changes the signal
 * between them; the second pass sees to that, and mostly stands idle. Where a pass reduces nothing,
 * the samples pass with their bits as they are.
 *
 * Our own meter, libebur128 and interpolating filters of 64 to 192 taps per phase all read at or
 * below the ceiling after it. On music they read up to 0.003 dB below it; where there is much at
 * the very top of the band, in which meters differ (above 0.46 of the rate: white noise, square
 * waves), up to 0.1 dB below. */

#include "album/audio/source.h"
#include "album/limiter/gain_path.h"
#include "album/limiter/reduction.h"

typedef struct {
  double ceiling_dbtp;

  /* What comes after may add this much to a sample: dither and rounding, in the same unit as the
   * samples. For TPDF dither to 16 bits, 1.5 / 32768. It is taken off the ceiling. */
  double margin;

  /* How long before a peak the gain begins to fall: AL_LIMITER_LOOK_AHEAD. Shorter is louder and
   * rougher. From AL_LIMITER_MIN_LOOK_AHEAD to AL_LIMITER_MAX_LOOK_AHEAD. */
  double look_ahead_seconds;

  /* The time constant with which the gain recovers; 0: it depends on the program (release.h). */
  double release_seconds;

  double
      link; /* 0: each channel for itself; 1: the same gain for both, so the image stands still */
} AlLimiterSettings;

#define AL_LIMITER_LOOK_AHEAD 0.004
#define AL_LIMITER_MIN_LOOK_AHEAD 0.001
#define AL_LIMITER_MAX_LOOK_AHEAD 0.010

/* -1 dBTP, no margin, the look-ahead above, automatic release, fully linked. */
void al_limiter_settings_init(AlLimiterSettings *settings);

/* Limits what `input` gives. `region_starts`: the first frame of each of `regions` (> 0) regions,
 * counted from the present place of the input; the work of the limiter is told for each. */
AlSource *al_limiter_new(AlSource *input, const AlLimiterSettings *settings,
                         const gint64 *region_starts, guint regions);

/* How its gain comes about at `rate`. */
AlGainPathSettings al_limiter_gain_path(const AlLimiterSettings *settings, int rate);

/* What the limiter did to what has been read from it; complete once all has been read. */
AlReduction al_limiter_region(const AlSource *limiter, guint region);
AlReduction al_limiter_whole(const AlSource *limiter);

#endif
