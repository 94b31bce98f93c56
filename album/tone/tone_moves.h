/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_MOVES_H
#define AL_TONE_MOVES_H

/* A curve as the few moves of an equaliser that come nearest to it: shelves and bells, rounded to
 * what one would write. One by one the move that helps most is added, and all are fitted again by
 * least squares; a level common to all bands is left out, since level is not tone. */

#include "album/process/eq.h"
#include "album/tone/tone_bands.h"

#define AL_TONE_MOST_MOVES 4

/* GArray of AlEqBand, on `channel`; empty where the curve is flat within a quarter of a dB. */
GArray *al_tone_moves_new(const double curve_db[AL_TONE_BANDS], AlEqChannel channel);

/* How far the moves lie from the curve, RMS in dB from 40 Hz to 16 kHz, but for a level. */
double al_tone_moves_miss_db(const GArray *moves, const double curve_db[AL_TONE_BANDS]);

/* "low shelf -1.4 dB at 110 Hz, bell +0.8 dB at 3.2 kHz, Q 0.7"; of mid or side it says so. The
 * caller frees it. */
char *al_tone_moves_words(const GArray *moves);

/* "eq: [{low-shelf: 110 Hz, gain: -1.4 dB}, ...]": a step of a chain in a project file. */
char *al_tone_moves_step(const GArray *moves);

#endif
