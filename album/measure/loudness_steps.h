/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LOUDNESS_STEPS_H
#define AL_LOUDNESS_STEPS_H

/* The loudness of audio of which no more is known than the energies of its steps of 10 ms, as a
 * meter has them (al_loudness_steps()) or as something will make of them. The same as the meter
 * says of the audio: ITU-R BS.1770-5, gated, and EBU Tech 3342. */

#include "album/measure/loudness.h"

/* LUFS of `count` tracks, gated together; AL_LOUDNESS_NONE where there is none. */
double al_loudness_steps_integrated(const AlLoudnessSteps *tracks, gsize count);
double al_loudness_steps_loud_sections(const AlLoudnessSteps *tracks, gsize count);

#endif
