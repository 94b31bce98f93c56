/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_WIDTH_H
#define AL_WIDTH_H

/* The stereo image: M = (L + R) / 2, S = (L - R) / 2.
 *
 *   polarity, swap, mono --> side: gain, shelves, high pass --> balance, rotation
 *
 * What depends on frequency is one linear-phase kernel on the side alone; mid passes as it is, its
 * delay made up for. So left and right stay in phase, and what a mono listener hears, L + R, does
 * not change. */

#include "album/audio/source.h"

typedef enum {
  AL_WIDTH_POLARITY_NONE,
  AL_WIDTH_POLARITY_LEFT, /* the left channel is turned over */
  AL_WIDTH_POLARITY_RIGHT,
  AL_WIDTH_POLARITY_BOTH,
} AlWidthPolarity;

/* The side by frequency. */
typedef struct {
  double gain_db;
  double low_gain_db; /* a shelf below low_hz, beside gain_db */
  double low_hz;
  double high_gain_db; /* a shelf above high_hz */
  double high_hz;
  double mono_below_hz; /* 3 dB down there, Butterworth; 0: none */
  int mono_slope_db;    /* 6 to 48 dB/octave in sixes */
} AlWidthSide;

typedef struct {
  AlWidthSide side;
  double balance_db;       /* right over left; half of it on each */
  double rotation_degrees; /* of the image; 45: the middle goes to the right */
  AlWidthPolarity polarity;
  gboolean swap; /* left and right */
  gboolean mono; /* (L + R) / 2 on both */
} AlWidthSettings;

AlSource *al_width_new(AlSource *input, const AlWidthSettings *settings);

#endif
