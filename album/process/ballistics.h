/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_BALLISTICS_H
#define AL_BALLISTICS_H

/* How a gain reduction comes and goes: one-pole smoothing, in decibels, of what the static curve
 * asks for. Giannoulis, Massberg, Reiss, JAES 60(6) 2012, equations 16 and 17, with
 * a = exp(-1 / (seconds * rate)): after `attack_seconds` of a constant demand, 63 % of it is there;
 * after `release_seconds` without one, 63 % is gone.
 *
 *   branching   y = a y + (1 - a) x        a of the attack while x > y, else of the release
 *   decoupled   z = max(x, aR z + (1 - aR) x),  y = aA y + (1 - aA) z
 *               the smoothest; its release lasts an attack longer
 *   automatic   the larger of two branching ones: the attack asked for with a release of 100 ms,
 *               and an attack of 150 ms with a release of 1.2 s. A short peak lets go at once, a
 *               loud passage slowly: the release follows the programme. */

#include <glib.h>

typedef enum {
  AL_SMOOTHING_BRANCHING,
  AL_SMOOTHING_DECOUPLED,
  AL_SMOOTHING_AUTOMATIC, /* does not use the release asked for */
} AlSmoothing;

typedef struct {
  AlSmoothing smoothing;
  double attack_seconds;  /* >= 0 */
  double release_seconds; /* >= 0 */
} AlBallisticsSettings;

typedef struct {
  AlSmoothing smoothing;
  double attack; /* the factors a */
  double release;
  double slow_attack; /* of the second smoother of AUTOMATIC */
  double slow_release;
  double reduction_db; /* y */
  double second_db;    /* z of DECOUPLED, the slow y of AUTOMATIC */
} AlBallistics;

/* Sets it up at rest. */
void al_ballistics_init(AlBallistics *ballistics, const AlBallisticsSettings *settings, int rate);

/* Smooths `frames` reductions in dB (>= 0) in place, the first at values[0], the next at
 * values[stride]. Exactly 0 once a release has come below 1e-7 dB. */
void al_ballistics_process(AlBallistics *ballistics, double *values, gsize frames, gsize stride);

#endif
