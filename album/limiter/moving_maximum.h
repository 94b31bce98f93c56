/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MOVING_MAXIMUM_H
#define AL_MOVING_MAXIMUM_H

/* The largest of the last `window` values, for a stream of values, in constant time per value on
 * average: a queue of those that can still become the maximum, falling from front to back (Lemire,
 * Streaming Maximum-Minimum Filter Using No More than Three Comparisons per Element, 2006). */

#include <glib.h>

typedef struct AlMovingMaximum AlMovingMaximum;

/* `window` > 0. All values before the first are taken as `initial`. */
AlMovingMaximum *al_moving_maximum_new(guint window, guint32 initial);
void al_moving_maximum_free(AlMovingMaximum *maximum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlMovingMaximum, al_moving_maximum_free)

/* Replaces each of `values` by the maximum of it and the window - 1 values before it. */
void al_moving_maximum_run(AlMovingMaximum *maximum, guint32 *values, gsize count);

#endif
