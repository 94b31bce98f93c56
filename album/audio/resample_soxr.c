/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include "album/audio/resample_library.h"

#ifdef HAVE_SOXR

#include <soxr.h>

#include "album/error.h"

/* SOXR_VHQ computes in double precision, with a filter of 28 bits; one of 32 bits costs more and
 * measures no better than 6 dB below a residual that is already under the 24-bit grid. */
static gpointer
open_soxr(int input_rate, int output_rate, GError **error)
{
  soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT64_I, SOXR_FLOAT64_I);
  soxr_quality_spec_t quality = soxr_quality_spec(SOXR_VHQ | SOXR_LINEAR_PHASE, 0);
  soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
  soxr_error_t failure = NULL;
  soxr_t soxr = soxr_create(input_rate, output_rate, 2, &failure, &io, &quality, &runtime);

  if (soxr == NULL)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "libsoxr refuses to go from %d Hz to %d Hz: %s",
                input_rate, output_rate, failure);
  return soxr;
}

static gssize
process_soxr(gpointer state, const double *in, gsize in_frames, gsize *used, double *out,
             gsize out_frames, GError **error)
{
  gsize made = 0;
  soxr_error_t failure = soxr_process(state, in, in_frames, used, out, out_frames, &made);

  if (failure != NULL) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "libsoxr: %s", failure);
    return -1;
  }
  return (gssize)made;
}

static void
close_soxr(gpointer state)
{
  soxr_delete(state);
}

const AlResampleLibrary al_resample_soxr = {open_soxr, process_soxr, close_soxr};

#endif
