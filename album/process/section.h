/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SECTION_H
#define AL_SECTION_H

/* A filter of second order on stereo blocks, in the transposed direct form II, for the static
 * filters inside a processor: side-chains, crossovers, pre-emphasis. The designs are Butterworth's
 * through the bilinear transform, after R. Bristow-Johnson's "Cookbook formulae for audio equalizer
 * biquad filter coefficients", where a corner stays exact and a curve bends towards half the rate.
 *
 *   H(z) = (b0 + b1 z^-1 + b2 z^-2) / (1 + a1 z^-1 + a2 z^-2) */

#include <glib.h>

typedef struct {
  double b0, b1, b2;
  double a1, a2;
  double state[4]; /* two delays, left and right in each */
} AlSection;

/* At rest; corners lie in 0 < hz < rate / 2 and are drawn down to 0.49 of the rate. */
AlSection al_section_low_pass(double hz, double q, int rate);
AlSection al_section_high_pass(double hz, double q, int rate);
AlSection al_section_all_pass(double hz, double q, int rate);
/* A shelf of first order: `gain_db` above the corner, with the half of it (in dB) at the corner. */
AlSection al_section_high_shelf(double hz, double gain_db, int rate);
AlSection al_section_bell(double hz, double gain_db, double q, int rate);
/* The filter that undoes another; all its zeros must lie inside the unit circle. */
AlSection al_section_inverse(const AlSection *section);
/* Removes an offset: first order, -3 dB at `hz`. */
AlSection al_section_dc_block(double hz, int rate);

/* Filters `frames` stereo frames in place. What is left of the state is cleared below 1e-40, so a
 * tail never runs into denormal numbers. */
void al_section_process(AlSection *section, double *block, gsize frames);

#endif
