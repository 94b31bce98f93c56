/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROTOTYPE_H
#define AL_PROTOTYPE_H

/* Analogue filters of first and second order: what an equaliser band is meant to be.
 *
 * biquad.h makes a digital filter whose magnitude follows one up to the top of the band, and the
 * linear-phase equaliser takes its magnitude from them directly. The conventions are those of
 * Bristow-Johnson's cookbook: with A = 10^(gain/40) a bell is (s^2 + s A/Q + 1)/(s^2 + s/(A Q) +
 * 1), and a cut is the exact inverse of the boost of the same size. */

#include <glib.h>

/* H(s) = (n[2] s^2 + n[1] s + n[0]) / (d[2] s^2 + d[1] s + d[0]), s = j hz / centre_hz. */
typedef struct {
  double centre_hz;
  double n[3];
  double d[3]; /* d[2] = 0: first order */
} AlPrototype;

AlPrototype al_prototype_bell(double hz, double gain_db, double q);

/* Half of the gain stands at `hz`; q = 0.707 has no bump. */
AlPrototype al_prototype_low_shelf(double hz, double gain_db, double q);
AlPrototype al_prototype_high_shelf(double hz, double gain_db, double q);

/* First order: -gain_db far below `hz`, +gain_db far above it, 0 dB at it. */
AlPrototype al_prototype_tilt(double hz, double gain_db);

AlPrototype al_prototype_low_pass(double hz, double q);
AlPrototype al_prototype_high_pass(double hz, double q);
AlPrototype al_prototype_low_pass_1(double hz);
AlPrototype al_prototype_high_pass_1(double hz);
AlPrototype al_prototype_notch(double hz, double q);

/* How many sections of a Butterworth pass have an order of `order` (1 to 8: 6 dB/octave each), and
 * the q of section i; 0 for the section of first order, which is the last. */
guint al_prototype_butterworth_sections(guint order);
double al_prototype_butterworth_q(guint order, guint i);

/* The inverse filter. */
AlPrototype al_prototype_inverse(const AlPrototype *prototype);

/* |H|^2 at a frequency. */
double al_prototype_power(const AlPrototype *prototype, double hz);

#endif
