/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RESAMPLE_LIBRARY_H
#define AL_RESAMPLE_LIBRARY_H

/* What resample.c asks of a library: stereo, interleaved doubles, a piece at a time. */

#include <glib.h>

typedef struct {
  /* The library's state for one stream, NULL with an error. */
  gpointer (*open)(int input_rate, int output_rate, GError **error);

  /* Takes up to `in_frames` from `in` (sets how many in *used) and gives up to `out_frames` into
   * `out`; how many, or -1 with an error. The stream does not end: silence is fed after it. */
  gssize (*process)(gpointer state, const double *in, gsize in_frames, gsize *used, double *out,
                    gsize out_frames, GError **error);

  void (*close)(gpointer state);
} AlResampleLibrary;

extern const AlResampleLibrary al_resample_libsamplerate;
#ifdef HAVE_SOXR
extern const AlResampleLibrary al_resample_soxr;
#endif

#endif
