/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TEE_H
#define AL_TEE_H

/* Two readers of one source, and their sum: what `mix` is made of.
 *
 *   input --> tee --> processor --> blend --> mix * processed + (1 - mix) * untouched
 *              +------ copy ----------^
 *
 * A processor with a look-ahead reads further than it writes; the tee keeps the copy until the
 * blend takes it, which is the look-ahead and no more. */

#include "album/audio/source.h"

typedef struct AlTee AlTee;

/* Gives what `input` gives and remembers it; a source, to be freed as one. */
AlTee *al_tee_new(AlSource *input);

/* Takes the next `frames` frames that were read through the tee and not yet taken. */
void al_tee_take(AlTee *tee, double *block, gsize frames);

/* The sum of `wet`, which reads through `tee`, and what the tee remembers. Owns neither. */
AlSource *al_blend_new(AlTee *tee, AlSource *wet, double mix);

#endif
