/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SHORT_FIR_H
#define AL_SHORT_FIR_H

/* A short filter of linear phase on stereo blocks: an odd number of taps, the same forwards and
 * backwards. It is late by half its length.
 *
 *   y[n] = c[0] x[n] + sum c[k] (x[n-k] + x[n+k]),    k = 1 .. pairs */

#include <glib.h>

typedef struct AlShortFir AlShortFir;

/* Designs a filter by sampling a magnitude (>= 0, at frequencies in units of the rate, 0..0.5) and
 * windowing its impulse response with Kaiser's window for `stop_db` (> 50). */
typedef double (*AlMagnitudeFunc)(double frequency, gconstpointer data);
AlShortFir *al_short_fir_new(gsize pairs, double stop_db, AlMagnitudeFunc magnitude,
                             gconstpointer data, gsize block_frames);

/* How many pairs of taps a transition of `width` (of the rate) takes, with `stop_db` beside it. */
gsize al_short_fir_pairs_for(double width, double stop_db);

gsize al_short_fir_delay_frames(const AlShortFir *fir);

/* Filters a block (a multiple of 4 frames) into another; without an output it only remembers. */
void al_short_fir_process(AlShortFir *fir, const double *block, double *out);

void al_short_fir_free(AlShortFir *fir);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlShortFir, al_short_fir_free)

/* Kaiser's window at `place` in -1..1, 1 in the middle, for an attenuation of `stop_db` (> 50). */
double al_kaiser(double place, double stop_db);

#endif
