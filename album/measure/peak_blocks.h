/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PEAK_BLOCKS_H
#define AL_PEAK_BLOCKS_H

/* Stereo audio, fed in pieces of any length, as the blocks that interpolation.h looks at: each with
 * what lies before and behind it; silence before the first frame and behind the last. */

#include "album/measure/interpolation.h"

#define AL_PEAK_BLOCK_FRAMES AL_INTERPOLATION_BLOCK

typedef struct AlPeakBlocks AlPeakBlocks;

/* Called with each block in turn: `first_frame` says which frame, counted from the start, its first
 * one is. Each of `channels` (left, right) points at that frame, with AL_INTERPOLATION_REACH of
 * them before and behind the block. */
typedef void (*AlPeakBlockLook)(gint64 first_frame, const double *const channels[2], gpointer data);

AlPeakBlocks *al_peak_blocks_new(AlPeakBlockLook look, gpointer data);
void al_peak_blocks_free(AlPeakBlocks *blocks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlPeakBlocks, al_peak_blocks_free)

/* `samples`: 2 * frames, left then right. */
void al_peak_blocks_feed(AlPeakBlocks *blocks, const double *samples, gsize frames);

/* Tells that the audio ended: looks at what is left, and behind it silence until the block is full.
 */
void al_peak_blocks_finish(AlPeakBlocks *blocks);

/* Frames that were fed. */
gint64 al_peak_blocks_frames(const AlPeakBlocks *blocks);

#endif
