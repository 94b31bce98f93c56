/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_STEP_H
#define AL_READ_STEP_H

/* One step of a chain, by the tables of process/step.h:
 *
 *   dc                                        all settings at their defaults
 *   gain: 1.5 dB                              the only setting that there is
 *   compressor: {ratio: 1.5, bypass: yes}     any settings
 *   eq: [{bell: 850 Hz, gain: -0.65 dB}]      only the entries of its list
 *   eq: {phase: linear, bands: [...]}         both */

#include "album/chain/step.h"
#include "album/project/schema.h"

/* Reads a step whose name stands at `name`, and its settings after it (NULL: a name alone). NULL
 * where something is wrong, which is told. Also told is what no value shows by itself: settings
 * that do not go together at any rate. */
AlStep *al_read_step(AlReader *reader, const AlStepKind *kind, const AlYamlNode *name,
                     const AlYamlNode *settings);

#endif
