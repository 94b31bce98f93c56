/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DC_H
#define AL_DC_H

/* Removes an offset: from each channel its own mean, taken about every frame with triangular
 * weights.
 *
 *   weight        /\
 *               /    \
 *   ----------/        \----------
 *        n - window  n  n + window
 *
 * That is a zero-phase high pass with no cut-off to speak of in the audible band: over 2 s it is
 * 0.001 dB down at 20 Hz at most and shifts no phase. At the ends the mean is over what there is,
 * so that a constant offset is gone from the first frame to the last, without the thump that a high
 * pass starts with. */

#include "album/audio/source.h"

typedef struct {
  double window_seconds;
} AlDcSettings;

AlSource *al_dc_new(AlSource *input, const AlDcSettings *settings);

#endif
