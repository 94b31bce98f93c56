/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PAIRS_H
#define AL_PAIRS_H

/* The sum inside filters of linear phase, whose taps come in pairs of equal ones:
 *
 *   sum += c[k] (before[-k] + after[k]),    k = 0 .. count - 1, in frames
 *
 * for AL_PAIRS_FRAMES stereo frames side by side, each in the same order. */

#include <glib.h>
#include <string.h>

#define AL_PAIRS_FRAMES 4
#define AL_PAIRS_VALUES (2 * AL_PAIRS_FRAMES)

/* Half of the values: as many doubles as the widest of usual vectors holds. Compilers make two of
 * it where there is none as wide. */
typedef double AlPairsVector __attribute__((vector_size(AL_PAIRS_FRAMES * sizeof(double))));

static inline void
al_pairs_sum(const double *c, gsize count, const double *before, const double *after, double *sums)
{
  AlPairsVector first, second;

  memcpy(&first, sums, sizeof first);
  memcpy(&second, sums + AL_PAIRS_FRAMES, sizeof second);
  for (gsize k = 0; k < count; k++) {
    AlPairsVector a, b, x, y;

    memcpy(&a, before - 2 * k, sizeof a);
    memcpy(&b, before - 2 * k + AL_PAIRS_FRAMES, sizeof b);
    memcpy(&x, after + 2 * k, sizeof x);
    memcpy(&y, after + 2 * k + AL_PAIRS_FRAMES, sizeof y);
    first += c[k] * (a + x);
    second += c[k] * (b + y);
  }
  memcpy(sums, &first, sizeof first);
  memcpy(sums + AL_PAIRS_FRAMES, &second, sizeof second);
}

#endif
