/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CLIPPING_H
#define AL_CLIPPING_H

/* Finds peaks that were cut off: runs of equal samples at the top of a wave. A sink.
 *
 *     ____            full scale, 3 or more: clipped
 *    /    \
 *   /      \   ____   the same below it, 4 or more, within 0.1 dB of the highest sample of all:
 *  /        \_/    \  flat tops, clipped before the level was turned down
 *
 * The crest of a slow wave gives equal integers as well, but it steps up to them by a few steps of
 * 16 bits at most; a run counts where the step before or behind it is higher than that. */

#include "album/check/fault.h"

typedef struct AlClipping AlClipping;

AlClipping *al_clipping_new(int rate);
void al_clipping_free(AlClipping *clipping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlClipping, al_clipping_free)

void al_clipping_feed(AlClipping *clipping, const double *samples, gsize frames);
void al_clipping_finish(AlClipping *clipping);

/* Only after the finish. Events are runs in one channel. */
const AlFaults *al_clipping_full_scale(const AlClipping *clipping);
const AlFaults *al_clipping_flat_tops(const AlClipping *clipping);

#endif
