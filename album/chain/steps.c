/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/steps.h"
#include "album/process/dc.h"
#include "album/process/eq.h"
#include "album/process/gain.h"
#include "album/process/width.h"

const AlStepKind *const al_step_kinds[] = {
    &al_dc_step,         &al_gain_step,      &al_eq_step,   &al_deesser_step,
    &al_compressor_step, &al_multiband_step, &al_tape_step, &al_width_step,
    &al_clipper_step,    &al_limiter_step,   NULL,
};
