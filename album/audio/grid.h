/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GRID_H
#define AL_GRID_H

/* The grid of 16 bits: the 65536 values n / 32768, n from -32768 to 32767, that a sample of a CD
 * can have. Scaling by a power of two is exact, so whether a double lies on it is exact too. */

#include <glib.h>

#define AL_GRID_SCALE 32768.0
#define AL_GRID_MIN (-32768.0)
#define AL_GRID_MAX 32767.0

/* Of a stereo frame in doubles: do both samples lie on the grid? */
static inline gboolean
al_grid_holds_frame(const double *frame)
{
  for (int channel = 0; channel < 2; channel++) {
    double value = frame[channel] * AL_GRID_SCALE;

    if (!(value >= AL_GRID_MIN && value <= AL_GRID_MAX) || value != (double)(int)value)
      return FALSE;
  }
  return TRUE;
}

#endif
