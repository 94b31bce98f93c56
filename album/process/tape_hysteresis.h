/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TAPE_HYSTERESIS_H
#define AL_TAPE_HYSTERESIS_H

/* The magnetisation of tape with its memory: the differential equation of D. C. Jiles and
 * D. L. Atherton (Journal of Magnetism and Magnetic Materials 61, 1986), as put to use by
 * J. Chowdhury, "Real-time physical modelling for analog tape machines", DAFx-19, and solved by
 * the midpoint rule along a cubic through the field.
 *
 *   Q = (H + alpha M) / a,   L(Q) = coth Q - 1 / Q,   delta = sign of dH
 *   dM    (1 - c) d (Ms L - M) / ((1 - c) delta k - alpha (Ms L - M)) + c Ms/a L'
 *   --- = -----------------------------------------------------------------------
 *   dH                           1 - alpha c Ms/a L'
 *
 * where d is 1 if delta and Ms L - M have the same sign, else 0. */

#include <glib.h>

/* By how many frames the magnetisation is behind the field: to know how fast it moves takes what
 * comes after. */
#define AL_TAPE_HYSTERESIS_DELAY_FRAMES 2

/* Of the two channels; all zero at the start.
 *
 *   past    [0]   [1]   [2]   [3]  | newest
 *                  M --> M            the step that is taken */
typedef struct {
  double past[4][2];       /* the last fields */
  double slope[2];         /* dH/dt at past[1] */
  double magnetisation[2]; /* M there */
} AlTapeHysteresis;

/* Replaces the fields of `frames` stereo frames by the magnetisation. */
void al_tape_hysteresis_process(AlTapeHysteresis *state, double *fields, gsize frames);

#endif
