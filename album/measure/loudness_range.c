/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/loudness_range.h"

#include <math.h>
#include <stdlib.h>

/* -70 LUFS, and -20 LU, as energies. */
#define ABSOLUTE_GATE 1.1724653045822981e-07
#define RELATIVE_GATE 0.01

static int
compare(const void *a, const void *b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

/* The first of the sorted values that is not below the gate. */
static gsize
gate(const double *energies, gsize count, double threshold)
{
  gsize first = 0;

  while (first < count && energies[first] < threshold)
    first++;
  return first;
}

/* As the program in Tech 3342 does: the nearest value, none in between. */
static double
percentile(const double *energies, gsize count, double percent)
{
  return energies[(gsize)floor((double)(count - 1) * percent / 100 + 0.5)];
}

AlLoudnessSpread
al_loudness_spread(double *energies, gsize count)
{
  gsize first;
  double sum = 0;

  if (count == 0)
    return (AlLoudnessSpread){0, 0};
  qsort(energies, count, sizeof(double), compare);
  first = gate(energies, count, ABSOLUTE_GATE);
  if (first == count)
    return (AlLoudnessSpread){0, 0};
  for (gsize i = first; i < count; i++)
    sum += energies[i];
  first = gate(energies, count, MAX(ABSOLUTE_GATE, RELATIVE_GATE * sum / (double)(count - first)));
  return (AlLoudnessSpread){percentile(energies + first, count - first, 10),
                            percentile(energies + first, count - first, 95)};
}
