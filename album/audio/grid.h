/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GRID_H
#define AL_GRID_H

/* The grid of n bits: the values k / 2^(n-1), k from -2^(n-1) to 2^(n-1) - 1, that a sample of so
 * many bits can have; of a CD, 16. Scaling by a power of two is exact, so whether a double lies on
 * it is exact too. */

#include <glib.h>

/* Full scale in steps of the grid; `bits` from 2 to 24. */
static inline double
al_grid_scale(int bits)
{
  return (double)(1 << (bits - 1));
}

/* Of a stereo frame in doubles: do both samples lie on the grid of full scale `scale`? */
static inline gboolean
al_grid_holds_frame(const double *frame, double scale)
{
  for (int channel = 0; channel < 2; channel++) {
    double value = frame[channel] * scale;

    if (!(value >= -scale && value < scale) || value != (double)(int)value)
      return FALSE;
  }
  return TRUE;
}

#endif
