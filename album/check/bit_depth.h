/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_BIT_DEPTH_H
#define AL_BIT_DEPTH_H

/* How many bits of its samples a mix makes use of. A sink. */

#include <glib.h>

typedef struct {
  guint64 bits;   /* all samples, as integers of 32 bits, or-ed together */
  gboolean finer; /* a sample lies between two of those */
} AlBitDepth;

void al_bit_depth_init(AlBitDepth *depth);
void al_bit_depth_feed(AlBitDepth *depth, const double *samples, gsize frames);

/* From 1 to 33, where 33 is finer than integers of 32 bits; 0 for silence. */
guint al_bit_depth_used(const AlBitDepth *depth);

#endif
