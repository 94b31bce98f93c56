/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_BIQUAD_H
#define AL_BIQUAD_H

/* Digital filters of second order, whose magnitude follows an analogue one to the top of the band.
 *
 * The bilinear transform squeezes the whole frequency axis below half the rate and so narrows a
 * bell at 16 kHz by several dB at 20 kHz. Here the poles and zeros of the transform are free: a
 * section is  K (s^2 + kz gz s + gz^2) / (s^2 + kp gp s + gp^2),  s = (1 - z^-1) / (1 + z^-1),
 * which with positive g and k is every stable minimum-phase biquad, and g and k are fitted to the
 * analogue magnitude by least squares in dB (Levenberg-Marquardt), beginning at the bilinear
 * design. The gain at 0 Hz (of a high pass: its zeros there) is kept exactly. Measured at 44.1 kHz:
 * tests/measure/test_eq.c. For the problem and older answers see M. Vicanek, "Matched Second Order
 * Digital Filters" (2016), and S. Orfanidis, JAES 45(6), 1997.
 *
 * Filters run in transposed direct form II in double precision. */

#include <glib.h>

#include "album/filter/prototype.h"

/* y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y'' */
typedef struct {
  double b0, b1, b2;
  double a1, a2;
} AlBiquad;

/* What a filter remembers of one channel; zero at the start. */
typedef struct {
  double s1, s2;
} AlBiquadState;

/* The digital filter for a prototype; its centre must lie below half the rate. A prototype that is
 * the inverse of another one with a larger magnitude gets the inverse filter, bit by bit. */
AlBiquad al_biquad_match(const AlPrototype *prototype, int rate);

AlBiquad al_biquad_inverse(const AlBiquad *biquad);

/* |H|^2 at a frequency. */
double al_biquad_power(const AlBiquad *biquad, double hz, int rate);

/* Filters `count` samples in place, each `stride` doubles after the one before. */
void al_biquad_run(const AlBiquad *biquad, AlBiquadState *state, double *samples, gsize count,
                   gsize stride);

/* Filters both channels of interleaved frames; state[0] is of the left one. */
void al_biquad_run_stereo(const AlBiquad *biquad, AlBiquadState state[2], double *block,
                          gsize frames);

/* Below -4000 dB a state is taken as zero, so that no state decays through the denormal numbers,
 * on which processors are slow. To be called at fixed places of the stream (see stage.h). */
void al_biquad_settle(AlBiquadState *state);

#endif
