/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_QUANTISE_H
#define AL_QUANTISE_H

/* From doubles to 16 or 24 bits: dither, noise shaping, and the cases in which neither belongs
 * there.
 *
 * The dither is triangular (TPDF), two steps wide, independent in the two channels and inside the
 * noise-shaping loop, so that neither the mean nor the power of the error depends on the signal
 * (Lipshitz, Wannamaker, Vanderkooy, "Quantization and Dither: A Theoretical Survey", JAES 40(5)
 * 1992). The noise at a frame follows from the seed and the frame's number alone.
 *
 * Exactness: where at least AL_QUANTISE_EXACT_SECONDS of consecutive frames lie on the grid
 * (grid.h) in both channels, they pass as they are, from the first of them on. So digital silence
 * stays digital silence, and a mix of so many bits that nothing touched keeps them, also beside
 * ones that need dither. This needs a look-ahead, which the quantiser makes up for.
 *
 * Not an AlSource, since it gives integers, but its read() keeps the rules of one. */

#include "album/audio/source.h"

/* Long enough that audio in doubles does not lie on the grid by chance, short enough that the pause
 * between two tracks is silent. */
#define AL_QUANTISE_EXACT_SECONDS 0.1

typedef enum {
  AL_DITHER_SHAPED, /* the default: TPDF, shaped where noise_shape.h has a curve for the rate */
  AL_DITHER_TPDF,
  AL_DITHER_NONE, /* rounding to the nearest, ties to even */
} AlDither;

typedef struct AlQuantiser AlQuantiser;

/* To `bits` (16 or 24). Reads from `input`, which it does not own. */
AlQuantiser *al_quantiser_new(AlSource *input, int bits, AlDither dither, guint64 seed);
void al_quantiser_free(AlQuantiser *quantiser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlQuantiser, al_quantiser_free)

/* Up to `frames` frames into `samples` (2 * frames, left then right, each a step of the grid).
 * Fills them except at the end; how many, or -1 with an error once. */
gssize al_quantiser_read(AlQuantiser *quantiser, gint32 *samples, gsize frames, GError **error);

/* Samples (not frames) so far that did not fit into the bits and were cut to the nearest that does.
 */
gint64 al_quantiser_clipped_samples(const AlQuantiser *quantiser);

/* The most that can be between a sample and what it becomes, unless it clips, in steps of
 * the grid: what a limiter must leave free below its ceiling. */
double al_quantiser_max_error_steps(AlDither dither, int rate);

#endif
