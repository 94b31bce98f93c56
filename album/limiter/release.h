/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RELEASE_H
#define AL_RELEASE_H

/* How a gain reduction is let go, so that the gain does not follow the waveform.
 *
 * Two recoveries work together. The fast one lets go of a single peak within a tenth of a second,
 * so that nothing is held down behind it. The slow one is a level to which reductions that keep
 * coming build up, and below which the fast one does not fall: dense music is turned down, rather
 * than shaken. With one time given, there is only the fast one, with that time.
 *
 * Both fall towards a little below their goal, so that they arrive: a reduction ends after finite
 * time, and then audio passes untouched.
 * After the two-stage automatic release of Giannoulis, Massberg and Reiss, JAES 61(10), 2013. */

#include <glib.h>

typedef struct {
  double fast_keep, slow_keep, slow_rise; /* per frame */
  double fast, slow;                      /* reductions, 0 to 1 */
} AlRelease;

/* `seconds`: the time constant, or 0 for the program-dependent release. */
void al_release_init(AlRelease *release, double seconds, int rate);

/* Replaces each of `reductions` (parts of AL_SMOOTH_ONE) by one that is at least as large. */
void al_release_run(AlRelease *release, guint32 *reductions, gsize count);

/* Whether the last reduction has been let go altogether. */
gboolean al_release_is_idle(const AlRelease *release);

#endif
