/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DELAY_H
#define AL_DELAY_H

/* Stereo blocks, so many frames later.
 *
 *   lines   | delay_frames of the past | the block |
 *   out       \____ the block delayed ____/            */

#include <glib.h>

typedef struct AlDelay AlDelay;

/* For blocks of `block_frames`; before the first frame there was silence. */
AlDelay *al_delay_new(gsize delay_frames, gsize block_frames);

/* Delays a block in place. */
void al_delay_process(AlDelay *delay, double *block);

void al_delay_free(AlDelay *delay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDelay, al_delay_free)

#endif
