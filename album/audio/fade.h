/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FADE_H
#define AL_FADE_H

/* The shapes of fades and crossfades, as pure functions from a position to a gain.
 *
 * All gains are amplitudes, rise over positions 0 to 1, and are exactly 0 at 0 and exactly 1 at 1;
 * positions outside are clamped. A fade-out is the same curve walked backwards. */

#include <glib.h>

typedef enum {
  AL_CURVE_COSINE,      /* the default: (1 - cos(pi p)) / 2 */
  AL_CURVE_LINEAR,      /* p */
  AL_CURVE_EXPONENTIAL, /* straight in dB from -60 dB to 0 dB over the upper 19/20 of the time;
                           below that straight in amplitude, so that it reaches silence */
  AL_CURVE_S,           /* 6 p^5 - 15 p^4 + 10 p^3: flatter at both ends and steeper in the middle
                           than the cosine */
} AlCurve;

double al_fade_gain(AlCurve curve, double position);

/* The gains of a crossfade at `position` in the overlap: `out` for what leaves, `in` for what
 * comes. out^2 + in^2 = 1: the level of two pieces that have nothing to do with each other stays.
 */
void al_fade_equal_power(double position, double *out, double *in);

#endif
