/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_FILTER_H
#define AL_TONE_FILTER_H

/* A correction at work: the gains of bands as a smooth filter.
 *
 * Between the centres of the bands the curve is the monotone cubic of Fritsch and Carlson (SIAM J.
 * Numer. Anal. 17, 1980), so it never goes beyond the gains that it joins; below the first and
 * above the last centre it goes on level. */

#include "album/audio/source.h"
#include "album/tone/tone_bands.h"

/* Gains in dB at the centres of the bands. */
typedef struct {
  const double *first;  /* of both channels, or of mid */
  const double *second; /* of side; NULL: `first` is of both channels */
  gboolean linear_phase;
} AlToneCurves;

/* The curves are not needed after this; `input` is not owned. */
AlSource *al_tone_filter_new(AlSource *input, const AlToneCurves *curves);

/* The gain of a curve at any frequency, dB. */
double al_tone_filter_gain_db(const double gain_db[AL_TONE_BANDS], double hz);

#endif
