/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MAKE_UP_H
#define AL_MAKE_UP_H

/* The exact make-up of a processor that changes the level: its loudness before and after is
 * measured, and what it lost is the figure to give back. A gain shifts loudness by as much, so one
 * measurement is enough. */

#include "album/audio/source.h"

/* Reads a source to its end. FALSE with an error if it fails; the loudness of silence is
 * -HUGE_VAL. */
typedef gboolean (*AlLoudnessFunc)(AlSource *source, double *lufs, GError **error);

/* `before` is the audio as it goes in; `after` is the processor without make-up, over another
 * source of the same audio. Both are read to their ends. 0 if one of them is silent. FALSE with an
 * error if one of them fails. */
gboolean al_make_up_measure(AlSource *before, AlSource *after, AlLoudnessFunc measure,
                            double *make_up_db, GError **error);

#endif
