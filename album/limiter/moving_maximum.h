/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MOVING_MAXIMUM_H
#define AL_MOVING_MAXIMUM_H

/* The largest of the last `window` values, for a stream of values, in three comparisons per value
 * whatever they are (van Herk, A Fast Algorithm for Local Minimum and Maximum Filters on
 * Rectangular and Octagonal Kernels, Pattern Recognition Letters 13, 1992; Gil and Werman, 1993).
 */

#include <glib.h>

typedef struct AlMovingMaximum AlMovingMaximum;

/* `window` > 0. All values before the first are taken as `initial`. */
AlMovingMaximum *al_moving_maximum_new(guint window, guint32 initial);
void al_moving_maximum_free(AlMovingMaximum *maximum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlMovingMaximum, al_moving_maximum_free)

/* Replaces each of `values` by the maximum of it and the window - 1 values before it. */
void al_moving_maximum_run(AlMovingMaximum *maximum, guint32 *values, gsize count);

#endif
