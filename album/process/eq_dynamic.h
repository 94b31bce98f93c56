/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_EQ_DYNAMIC_H
#define AL_EQ_DYNAMIC_H

/* The part of a dynamic band that follows the level.
 *
 *   x --> B --> (- x) --> e ----> level of e, per unit --> curve --> attack, release --> r dB
 *   y = x + lambda(r) e,     lambda(r) = (10^(-r/20) - 1) / (G - 1)
 *
 * B is the matched bell or shelf of the largest change, G its gain. B never changes, only the share
 * of e does, and smoothly: nothing can click or become unstable. At r = 0 the audio passes bit by
 * bit, at the largest r the response is B, and at any r the band's gain is exactly -r dB at the
 * centre of a bell and at the end of a shelf. e / (G - 1) is the band-passed (shelf: passed on that
 * side) signal, so the level is measured in the band itself, in mean square of the louder channel,
 * smoothed by two poles of one period of the band's frequency each. The curve has no knee:
 *   r = min(range, |1 - 1/ratio| (level - threshold)) above the threshold
 * and one pole each smooths r, in dB: attack while it grows, release while it falls. */

#include "album/filter/biquad.h"
#include "album/process/activity.h"
#include "album/process/eq.h"

typedef struct {
  AlBiquad filter;
  AlBiquadState state[2];
  double full;        /* G - 1 */
  double once, power; /* of e, smoothed once and twice */
  double reduction_db;
  AlEqDynamics dynamics;
  double power_factor, attack_factor, release_factor; /* what remains of the old, per frame */
  AlActivityMeter activity;
} AlEqDynamic;

void al_eq_dynamic_init(AlEqDynamic *dynamic, const AlEqBand *band, int rate);

/* Changes one or two lanes. */
void al_eq_dynamic_run(AlEqDynamic *dynamic, double *const lane[2], guint lanes, gsize frames);

void al_eq_dynamic_settle(AlEqDynamic *dynamic);

#endif
