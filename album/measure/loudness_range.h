/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LOUDNESS_RANGE_H
#define AL_LOUDNESS_RANGE_H

/* The statistics of EBU Tech 3342 on a series of short-term loudness. */

#include <glib.h>

/* Percentiles of the series behind both gates, as energies; 0 where nothing passes. */
typedef struct {
  double low;  /* the 10th */
  double high; /* the 95th */
} AlLoudnessSpread;

/* Sorts `energies`: mean squares, where -70 LUFS is 10^((-70 + 0.691) / 10). */
AlLoudnessSpread al_loudness_spread(double *energies, gsize count);

#endif
