/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PEAK_HOLD_H
#define AL_PEAK_HOLD_H

/* The largest of the last so many values, at a constant cost per value, after van Herk and
 * Gil-Werman: the values are cut into groups as long as the window. What a window covers is the end
 * of one group and the start of the next, so two running maxima make the answer:
 *
 *     | . . . a b c | d e . . . . |        window of 6 ending at e = max(tail[a], head(d..e))
 *             \_____ _____/
 */

#include <glib.h>

typedef struct AlPeakHold AlPeakHold;

/* A window of `frames` (> 0) values, empty: before the first value there was 0. */
AlPeakHold *al_peak_hold_new(gsize frames);

/* Replaces each of `frames` values (>= 0) by the largest in the window that ends there; the first
 * at values[0], the next at values[stride]. */
void al_peak_hold_process(AlPeakHold *hold, double *values, gsize frames, gsize stride);

void al_peak_hold_free(AlPeakHold *hold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlPeakHold, al_peak_hold_free)

#endif
