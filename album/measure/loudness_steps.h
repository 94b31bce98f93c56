/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LOUDNESS_STEPS_H
#define AL_LOUDNESS_STEPS_H

/* Loudness from energies: of audio of which no more is known than the K-weighted mean squares of
 * its steps of 10 ms, as a meter has them (loudness.h) or as something will make of them. ITU-R
 * BS.1770-5 and EBU Tech 3342. */

#include <glib.h>
#include <math.h>

/* A value that does not exist: below every loudness. */
#define AL_LOUDNESS_NONE (-HUGE_VAL)

#define AL_LOUDNESS_STEPS_PER_SECOND 100

/* The windows, in steps. */
#define AL_LOUDNESS_MOMENTARY_STEPS 40
#define AL_LOUDNESS_SHORT_TERM_STEPS 300
#define AL_LOUDNESS_SERIES_STEPS 10 /* from one value of a series, or gating block, to the next */

/* BS.1770: loudness is -0.691 + 10 lg of the weighted mean square; and back. */
double al_loudness_of_energy(double energy);
double al_loudness_energy(double lufs);

/* The whole steps of a track, in their order. */
typedef struct {
  const double *energies;
  gsize count;
} AlLoudnessSteps;

/* Of `count` tracks, gated together; AL_LOUDNESS_NONE where there is none. LUFS:
 *
 *   integrated      blocks of 400 ms every 100 ms, gated at -70 LUFS and -10 LU
 *   loud sections   the 95th percentile of the series of short-term loudness (3 s every 100 ms),
 *                   gated at -70 LUFS and -20 LU, each track with 1.5 s of silence behind its end
 *
 * and LU: the range, from the 10th percentile of that series to its 95th. */
double al_loudness_steps_integrated(const AlLoudnessSteps *tracks, gsize count);
double al_loudness_steps_loud_sections(const AlLoudnessSteps *tracks, gsize count);
double al_loudness_steps_range(const AlLoudnessSteps *tracks, gsize count);

/* The series of one track, as energies, from 3 s on to its end: GArray of double. */
GArray *al_loudness_steps_series(const AlLoudnessSteps *track);

#endif
