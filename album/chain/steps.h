/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_STEPS_H
#define AL_STEPS_H

/* The kinds of steps that there are. The settings of each are those of the processor's own header,
 * where AL_AUTO may stand for the make-up and the release. */

#include "album/chain/step.h"

extern const AlStepKind al_dc_step;
extern const AlStepKind al_gain_step;
extern const AlStepKind al_eq_step;
extern const AlStepKind al_deesser_step;
extern const AlStepKind al_compressor_step;
extern const AlStepKind al_multiband_step;
extern const AlStepKind al_tape_step;
extern const AlStepKind al_width_step;
extern const AlStepKind al_clipper_step;
extern const AlStepKind al_limiter_step;

#endif
