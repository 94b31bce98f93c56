/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SHORT_INTERPOLATION_H
#define AL_SHORT_INTERPOLATION_H

/* What the usual true-peak meters see, where they read too high.
 *
 * libebur128, and the many programs that stand on it, over-sample four times (twice from 96 kHz on,
 * and not at all from 192 kHz) with a Hann-windowed sinc of 49 taps over all. That is short: it
 * passes up to 0.11 dB too much around a third of the rate. A ceiling that every such meter is to
 * confirm must hold on their grid as well; to work it out is cheaper than a guard of 0.1 dB, and
 * costs level only where there is something to read. */

#include <glib.h>

/* By how much such a meter over-samples at a rate: 4, 2 or 1. */
int al_short_interpolation_factor(int rate);

/* As al_interpolation_peaks(), with the same block and reach, on the points between the frames
 * only: where FALSE comes back, none of them is above `threshold`; otherwise peaks[n] becomes the
 * largest magnitude on the grid between frame n-1 and frame n+1, where that is above what it was.
 */
gboolean al_short_interpolation_peaks(const double *samples, int factor, double threshold,
                                      double *peaks);

#endif
