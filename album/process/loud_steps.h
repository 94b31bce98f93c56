/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LOUD_STEPS_H
#define AL_LOUD_STEPS_H

/* The steps of the processors that change loud passages; each one's settings are those of its own
 * header, where AL_AUTO may stand for the make-up and the release. */

#include "album/process/step.h"

extern const AlStepKind al_compressor_step;
extern const AlStepKind al_multiband_step;
extern const AlStepKind al_deesser_step;
extern const AlStepKind al_tape_step;
extern const AlStepKind al_clipper_step;
extern const AlStepKind al_limiter_step;

#endif
