/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SMOOTH_H
#define AL_SMOOTH_H

/* A smooth weighted mean of the last `support` values: three moving averages in a row, a bell whose
 * spectrum falls at 18 dB per octave. All weights are positive and their sum is one, so the mean
 * never leaves the range of the values, and what was at least v throughout the support stays at
 * least v.
 *
 * The values are whole numbers and so are the running sums: nothing drifts, equal values give
 * exactly that value, and zeros give exactly zero.
 * The lengths of three boxes that let through least: 0.404, 0.335, 0.261 of the whole. */

#include <glib.h>

/* Values lie below this; a mean is given as a part of it. */
#define AL_SMOOTH_ONE (1u << 30)

/* So that the three sums stay below 2^63. */
#define AL_SMOOTH_MAX_SUPPORT 5000

typedef struct AlSmooth AlSmooth;

/* 3 <= support <= AL_SMOOTH_MAX_SUPPORT. The values before the first are taken as 0. */
AlSmooth *al_smooth_new(guint support);
void al_smooth_free(AlSmooth *smooth);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlSmooth, al_smooth_free)

/* means[n]: of values[n] and the support - 1 before it, divided by AL_SMOOTH_ONE. */
void al_smooth_run(AlSmooth *smooth, const guint32 *values, double *means, gsize count);

#endif
