/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/gain.h"
#include "album/process/step.h"

const AlStepKind *const al_step_kinds[] = {
    &al_gain_step,
    NULL,
};
