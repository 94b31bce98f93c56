/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_OVERSAMPLE_H
#define AL_OVERSAMPLE_H

/* Two, four or eight times the rate and back, for what bends the wave: its harmonics then find room
 * above the band, and are taken away before they can fold into it.
 *
 * A cascade of half-band filters of linear phase (Kaiser windows): every second tap but the middle
 * one is zero, so one of the two phases of each doubling is a plain delay.
 *
 *   rate     2 rate     4 rate     8 rate     4 rate     2 rate     rate
 *   in -> up ------> up ------> up -- f() -- down ----> down ----> down -> out, a whole number of
 *                                                                          frames late
 * Flat within 0.001 dB and images and aliases below -110 dB up to 20 kHz at 44.1 kHz (0.4535 of the
 * rate); measured in tests/measure/test_oversample.c. */

#include <glib.h>

typedef struct AlOversampler AlOversampler;

/* `factor` is 1, 2, 4 or 8; with 1 it passes everything as it is. What stands between up and down
 * may itself be late by `between` frames of the high rate; the delay below has it in. */
AlOversampler *al_oversampler_new(guint factor, gsize between, gsize block_frames);

/* By how many frames what comes out of down is behind what went into up. */
gsize al_oversampler_delay_frames(const AlOversampler *oversampler);

/* Stereo blocks of block_frames, which become block_frames * factor, and back. Each up is followed
 * by one down; the high block is the oversampler's own, to be changed in place. */
double *al_oversampler_up(AlOversampler *oversampler, const double *block);
void al_oversampler_down(AlOversampler *oversampler, double *block);

void al_oversampler_free(AlOversampler *oversampler);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlOversampler, al_oversampler_free)

#endif
