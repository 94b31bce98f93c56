/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/bit_depth.h"

#include <math.h>

#define BITS 32
#define SCALE 2147483648.0 /* 2^31 */

/* Beyond this a sample says nothing of integers: +60 dBFS. */
#define HIGHEST 1000.0

void
al_bit_depth_init(AlBitDepth *depth)
{
  *depth = (AlBitDepth){0};
}

void
al_bit_depth_feed(AlBitDepth *depth, const double *samples, gsize frames)
{
  for (gsize i = 0; i < 2 * frames && !depth->finer; i++) {
    double magnitude = MIN(fabs(samples[i]), HIGHEST) * SCALE;
    guint64 integer = (guint64)magnitude;

    depth->bits |= integer;
    depth->finer = (double)integer != magnitude;
  }
}

guint
al_bit_depth_used(const AlBitDepth *depth)
{
  guint unused = 0;

  if (depth->finer)
    return BITS + 1;
  if (depth->bits == 0)
    return 0;
  while (!(depth->bits >> unused & 1))
    unused++;
  return unused < BITS ? BITS - unused : 1;
}
