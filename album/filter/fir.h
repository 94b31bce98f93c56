/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FIR_H
#define AL_FIR_H

/* Convolution with a kernel for each channel, or for mid and side (overlap-save by FFT).
 *
 *   size    |<-- taps - 1: old -->|<------------- hop: new ------------->|
 *   input   [.....................|......................................]
 *   output   (wrapped around: not used)  [......................................]
 *
 * The hops begin at the start of the stream whatever is asked for, so the bits do not depend on the
 * block sizes. The delay of the kernels is made up for by reading ahead. Mid is (L + R) / 2, side
 * (L - R) / 2, and back L = M + S, R = M - S. */

#include "album/audio/source.h"

typedef struct {
  const double *first;  /* for the left channel or mid; NULL: it passes as it is */
  const double *second; /* for the right channel or side */
  gsize taps;           /* of each, > 0 */
  gsize delay_frames;   /* of the tap that meets its own frame; below `taps` */
  gboolean mid_side;
} AlFirKernels;

/* The kernels are copied; `input` is not owned. */
AlSource *al_fir_new(AlSource *input, const AlFirKernels *kernels);

#endif
