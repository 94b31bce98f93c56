/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TAPE_HYSTERESIS_H
#define AL_TAPE_HYSTERESIS_H

/* The magnetisation M of tape with its memory of the field H. A share c of it follows the field at
 * once; the rest is pinned, and follows behind by a lag of z coercivities k:
 *
 *   M = c L(H / a) + (1 - c) L((H - k z) / a),     L(Q) = coth Q - 1 / Q
 *   k dz/dH = 1 - max(delta z, 0),                 delta = sign of dH
 *
 * - Where the field turns, what is pinned stays until the field has come by it, is then taken along
 *   little by little, and in the end lags by the whole of k: a loop, with loops inside it.
 * - It is the energy-based model with friction of A. Bergqvist (Physica B 233, 1997) with two
 *   cells, one of them without friction. The friction of the other sets in smoothly, as in the
 *   equation of R. Bouc and Y.-K. Wen (Journal of the Engineering Mechanics Division 102, 1976; n =
 *   1, beta = gamma), so that a branch has no corner but where it begins, and few aliases.
 * - What is pinned only moves towards the field (z dh >= 0 for h = H - k z), so that every loop
 *   takes energy, (1 - c) k times its integral of z dL, and none gives any.
 * - Small fields leave c of the full slope and, by Rayleigh's law, a third harmonic in proportion
 * to the amplitude; tape is so without bias.
 *
 * L is Lambert's continued fraction, cut off after its fourth quotient: right within 0.0005 to Q =
 * 3 and 0.02 to Q = 6. Its largest value, 0.826, is where M saturates. */

#include <glib.h>

/* By how many frames the magnetisation is behind the field: to know where it turns takes what comes
 * after. */
#define AL_TAPE_HYSTERESIS_DELAY_FRAMES 2

/* Of the two channels; all zero at the start.
 *
 *   past    [0]   [1]   [2]   [3]   [4]  | newest
 *                       from -> to         the step that is taken */
typedef struct {
  double past[5][2]; /* the last fields */
  double end[2];     /* where the last step ended: at past[2], or where the field turned before */
  double lag[2];     /* z there, -1..1 */
} AlTapeHysteresis;

/* Replaces the fields of `frames` stereo frames by the magnetisation. */
void al_tape_hysteresis_process(AlTapeHysteresis *state, double *fields, gsize frames);

#endif
