/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RESAMPLE_H
#define AL_RESAMPLE_H

/* A change of sample rate, as a source: linear phase, no delay, an exact number of frames.
 *
 * libsoxr at its best quality, computed in double precision, or libsamplerate's best sinc, which
 * has float input and output only (24 bits of mantissa) and is several times slower. Both are
 * measured against one table in tests/measure/test_resample.c. Either runs on the thread that reads
 * it, and gives the same bits on every run. */

#include "album/audio/source.h"

/* Which library converts sample rates. */
typedef enum {
  AL_RESAMPLER_DEFAULT, /* libsoxr where it was built in, else libsamplerate */
  AL_RESAMPLER_SOXR,
  AL_RESAMPLER_LIBSAMPLERATE,
} AlResamplerChoice;

/* Stands in for the number of frames: as many as last as long as the input, rounded up. */
#define AL_RESAMPLE_WHOLE (-1)

gboolean al_resampler_available(AlResamplerChoice choice);

/* `input` at another rate, `frames` long: where that is longer than the input, silence is taken to
 * follow it. Frame 0 out lies at the instant of frame 0 in. `rate` differs from the input's. NULL
 * with an error where the library refuses the two rates or was not built in. */
AlSource *al_resample_new(AlSource *input, int rate, gint64 frames, AlResamplerChoice choice,
                          GError **error);

#endif
