/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_INTERPOLATION_H
#define AL_INTERPOLATION_H

/* What a signal does between its samples: band-limited interpolation, and the peaks found by it.
 * The true-peak meter and the limiter's detector both stand on it.
 *
 * Three Kaiser-windowed sincs, one behind the other, each to a finer grid:
 *
 *   frames   x       x       x       x        samples as they are
 *   1/2      .   o   .   o   .   o   .        64 taps, or 192
 *   1/4      . o . o . o . o . o . o .        16 taps on the grid above, which is half empty
 *   1/16     . . ooOoo . .                     8 taps on the grid above, around its maxima only,
 *                                             and there the vertex of the parabola through the
 *                                             highest three points
 *
 * The first is what BS.1770-5 Annex 2 calls the over-sampling filter, and decides what is seen near
 * the top of the band: the one of 64 taps is flat to 0.467 of the rate, the one of 192 to 0.488.
 * The others have so little to do that their error is below -90 dB.
 * The grid is worked out in single precision, whose error is below 0.00001 dB here.
 * Kaiser's window and its design rule: Oppenheim and Schafer, Discrete-Time Signal Processing, 7.6.
 */

#include <glib.h>

/* Frames that are looked at in one call, and those that must lie on each side of them. */
#define AL_INTERPOLATION_BLOCK 128
#define AL_INTERPOLATION_REACH 128

typedef enum {
  AL_INTERPOLATION_NORMAL, /* the filter of 64 taps: what the meter reads */

  /* The higher of that and what the filter of 192 taps sees, and a quarter of the most by which the
   * two differ nearby on top: what any filter between them may see. The same as above where nothing
   * lies at the very top of the band. */
  AL_INTERPOLATION_STRICT,
} AlInterpolation;

/* No value between the samples, as found here, exceeds the highest sample within the reach by more
 * than this factor: the sum of the magnitudes of the three filters as one, at its worst point
 * (2.898, 3.574), 1 % for the parabola, and strictly a quarter of that sum of the difference of the
 * filters (0.676). */
#define AL_INTERPOLATION_NORM 2.95
#define AL_INTERPOLATION_STRICT_NORM 3.8

/* The same sum of magnitudes times one more than the distance in frames (31.97 and 19.26): how much
 * a gain that changes by s per frame, put on the samples, can raise a peak more than the gain at
 * the peak itself does: by this times s times the highest sample. */
#define AL_INTERPOLATION_STRICT_MOMENT 37.5

/* The peaks of a block of one channel: peaks[n] becomes the largest magnitude between frame n-1 and
 * frame n+1 that is a maximum of the signal there or the sample n itself. Where that is not above
 * `threshold`, peaks[n] is any value up to it. FALSE, with `peaks` untouched, where nothing is
 * above. `samples` points at the first frame of the block; the reach lies before and behind. */
gboolean al_interpolation_peaks(const double *samples, AlInterpolation kind, double threshold,
                                double *peaks);

/* The envelope of a block, as strictly: envelope[n] becomes the largest magnitude of the signal
 * from frame n to just before frame n+1, from the grid of quarters and the parabolas on it. */
void al_interpolation_envelope(const double *samples, float *envelope);

#endif
