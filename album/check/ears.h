/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_EARS_H
#define AL_EARS_H

/* All detectors of faults as one sink, and their figures by check. */

#include "album/check/mix_faults.h"

typedef struct AlEars AlEars;

/* `least_silence_seconds` as in silences.h. */
AlEars *al_ears_new(int rate, double least_silence_seconds);
void al_ears_free(AlEars *ears);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlEars, al_ears_free)

void al_ears_feed(AlEars *ears, const double *samples, gsize frames);

/* Tells that the audio ended and fills the figures and spots of `faults`, whose info says what the
 * file is. Nothing may be fed after. */
void al_ears_finish(AlEars *ears, AlMixFaults *faults);

#endif
