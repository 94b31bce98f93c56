/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DECIBEL_H
#define AL_DECIBEL_H

/* Decibels from and to linear, a block at a time. Written with plain arithmetic only, so that the
 * compiler can use vectors and every processor gives the same bits, which the log() and exp() of a
 * C library do not promise. */

#include <glib.h>

/* The power of silence: -300 dB, so that a logarithm always exists. */
#define AL_POWER_FLOOR 1e-30

/* 10 log10(power + AL_POWER_FLOOR) of each of `count` powers (>= 0, finite), within 1e-10 dB; in
 * place. */
void al_decibel_from_powers(double *values, gsize count);

/* 10^(db / 20) of each of `count` values in -6000..6000 dB, within 1e-12 of itself; in place. 0 dB
 * gives exactly 1. */
void al_decibel_to_gains(double *values, gsize count);

/* The same for one value. */
double al_decibel_from_gain(double gain);
double al_decibel_to_gain(double db);

/* tanh() of each of `count` values, within 1e-14; in place. 0 gives exactly 0. */
void al_decibel_tanh(double *values, gsize count);

#endif
