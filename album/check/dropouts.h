/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DROPOUTS_H
#define AL_DROPOUTS_H

/* Finds dropouts: gaps inside sound in which the samples of a channel are zero, or stand still
 * below half of what is around them. A sink.
 *
 *   #### sound ####|______ 1 to 250 ms ______|#### sound ####
 *    10 ms above                               10 ms above
 *    -50 dBFS                                  -50 dBFS
 *
 * Longer ones are silence (silences.h); a wave that stands still higher up is a pulse, or clipped.
 */

#include "album/check/fault.h"

typedef struct AlDropouts AlDropouts;

AlDropouts *al_dropouts_new(int rate);
void al_dropouts_free(AlDropouts *dropouts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDropouts, al_dropouts_free)

void al_dropouts_feed(AlDropouts *dropouts, const double *samples, gsize frames);
void al_dropouts_finish(AlDropouts *dropouts);

/* Only after the finish. */
const AlFaults *al_dropouts_found(const AlDropouts *dropouts);

#endif
