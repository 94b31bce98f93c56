/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CLICKS_H
#define AL_CLICKS_H

/* Finds clicks: single impulses, and steps, that do not belong to the sound around them. A sink.
 *
 * In blocks of some 50 ms each sample is predicted from those before it (linear prediction, the
 * autocorrelation method). What could not be predicted is small in sound, and stands out at a
 * click. A drum's attack cannot be predicted either, but it goes on: only what is far above all
 * around it counts, and only where no more sounds behind it than before: an instrument of a
 * synthesiser may set in from one sample to the next.
 *
 *   residual  ......,.,.:.,,..|....,.,.,...      a click: alone within 5 ms on both sides
 *             ......,.,.:.,,..|:||:|:::..:.      an attack: not alone
 *
 * S. J. Godsill, P. J. W. Rayner, "Digital Audio Restoration", 1998, chapter 5. */

#include "album/check/fault.h"

typedef struct AlClicks AlClicks;

AlClicks *al_clicks_new(int rate);
void al_clicks_free(AlClicks *clicks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlClicks, al_clicks_free)

void al_clicks_feed(AlClicks *clicks, const double *samples, gsize frames);
void al_clicks_finish(AlClicks *clicks);

/* Only after the finish. Nothing is found within 6 ms of the ends. */
const AlFaults *al_clicks_found(const AlClicks *clicks);

#endif
