/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SHAPING_H
#define AL_SHAPING_H

/* What a groove needs of a program: bass in the middle, nothing below and above what can be cut.
 *
 *   program -> [high pass, low pass: 24 dB/octave, minimum phase] -> [side without bass, 24
 * dB/octave]
 */

#include "album/audio/source.h"
#include "album/project/deliverable.h"

/* `program` shaped, as one source that owns it. `shaping` may be NULL. NULL with an error where a
 * frequency lies too near half the rate; the program is then gone too. */
AlSource *al_shaping_new(AlSource *program, const AlShaping *shaping, GError **error);

/* NULL is nothing. */
gboolean al_shaping_equal(const AlShaping *a, const AlShaping *b);

#endif
