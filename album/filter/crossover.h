/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CROSSOVER_H
#define AL_CROSSOVER_H

/* Cuts audio into two to five bands whose sum is what went in.
 *
 * The slopes are those of Linkwitz and Riley (JAES 24, 1976), 24 dB/octave, -6 dB at the crossover.
 *
 *   MINIMUM   in -+- low 1 -- all-pass 2 -> band 0
 *                 +- high 1 -+- low 2 ----> band 1
 *                            +- high 2 ---> band 2
 *             Squared Butterworth filters: low and high of one crossover add up to an all-pass, so
 *             the lower bands go through the all-pass of every crossover above them. The sum is
 *             flat in magnitude, and there is no delay.
 *
 *   LINEAR    Low passes of the same magnitude with linear phase; a band is one less the one below
 *             it. The highest is what the others leave of the delayed input, which itself is the
 *             sum, bit by bit. */

#include <glib.h>

#define AL_CROSSOVER_MAX_BANDS 5

typedef enum {
  AL_PHASE_MINIMUM,
  AL_PHASE_LINEAR,
} AlPhase;

typedef struct {
  AlPhase phase;
  gsize band_count;                      /* 2..5 */
  double hz[AL_CROSSOVER_MAX_BANDS - 1]; /* band_count - 1 of them, rising, below half the rate */
} AlCrossoverSettings;

typedef struct AlCrossover AlCrossover;

AlCrossover *al_crossover_new(const AlCrossoverSettings *settings, int rate);

/* The size of the blocks that it cuts, and by how many frames it is late. */
gsize al_crossover_block_frames(const AlCrossover *crossover);
gsize al_crossover_delay_frames(const AlCrossover *crossover);

/* Cuts a stereo block, and puts the sum of the bands in its place. The bands belong to the
 * crossover and may be changed until the next call. */
void al_crossover_process(AlCrossover *crossover, double *block);
double *al_crossover_band(AlCrossover *crossover, gsize band);

void al_crossover_free(AlCrossover *crossover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlCrossover, al_crossover_free)

#endif
