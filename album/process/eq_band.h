/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_EQ_BAND_H
#define AL_EQ_BAND_H

/* What an equaliser's band is made of. */

#include "album/filter/prototype.h"
#include "album/process/eq.h"

#define AL_EQ_MAX_SECTIONS 4 /* of a pass of 48 dB/octave */

/* The analogue sections of the band's fixed part; how many, 0 where it has none. */
guint al_eq_band_sections(const AlEqBand *band, AlPrototype sections[AL_EQ_MAX_SECTIONS]);

/* Does the band change with the level? */
gboolean al_eq_band_is_dynamic(const AlEqBand *band);

/* The analogue section of the largest change that a dynamic band makes. */
AlPrototype al_eq_band_full_change(const AlEqBand *band);

/* Takes the part of interleaved frames that a channel means out of a block, as one lane or (stereo)
 * two; how many. The lanes have room for `frames` each. */
guint al_eq_lanes_take(AlEqChannel channel, const double *block, gsize frames, double *lane[2]);

/* Puts lanes back that were changed; what the channel does not mean stays as it is. */
void al_eq_lanes_put(AlEqChannel channel, double *block, gsize frames, double *const lane[2]);

#endif
