/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_SMOOTH_H
#define AL_TONE_SMOOTH_H

/* Smoothing of a curve over the bands: what is narrower than `detail_octaves` is left out.
 *
 * Whittaker's smoother (Proc. Edinburgh Math. Soc. 41, 1923; Eilers, Anal. Chem. 75, 2003): the
 * curve z with the least sum of w (y - z)^2 + lambda (second difference of z)^2. Unlike a moving
 * average it keeps a slope to the ends of the scale and takes nothing from a broad hump: a wave of
 * period P octaves comes out 1 / (1 + (2 detail / P)^4) as large, near enough. */

#include "album/tone/tone_bands.h"

/* `weight` (>= 0, not all zero) tells how much a band counts; changes `curve` in place. */
void al_tone_smooth(double curve[AL_TONE_BANDS], const double weight[AL_TONE_BANDS],
                    double detail_octaves);

#endif
