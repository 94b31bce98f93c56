/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/resample_library.h"

#include <samplerate.h>

#include "album/error.h"

#define PIECE_FRAMES 1024

typedef struct {
  SRC_STATE *src;
  double ratio;
  float in[2 * PIECE_FRAMES], out[2 * PIECE_FRAMES];
} Converter;

static gpointer
open_libsamplerate(int input_rate, int output_rate, GError **error)
{
  Converter *converter = g_new0(Converter, 1);
  int failure = 0;

  converter->ratio = (double)output_rate / input_rate;
  converter->src = src_new(SRC_SINC_BEST_QUALITY, 2, &failure);
  if (converter->src == NULL || !src_is_valid_ratio(converter->ratio)) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "libsamplerate refuses to go from %d Hz to %d Hz: %s", input_rate, output_rate,
                converter->src == NULL ? src_strerror(failure) : "the ratio is out of its range");
    src_delete(converter->src);
    g_clear_pointer(&converter, g_free);
  }
  return converter;
}

static gssize
process_libsamplerate(gpointer state, const double *in, gsize in_frames, gsize *used, double *out,
                      gsize out_frames, GError **error)
{
  Converter *converter = state;
  SRC_DATA data = {.data_in = converter->in,
                   .data_out = converter->out,
                   .input_frames = (long)MIN(in_frames, PIECE_FRAMES),
                   .output_frames = (long)MIN(out_frames, PIECE_FRAMES),
                   .src_ratio = converter->ratio};
  int failure;

  for (long i = 0; i < 2 * data.input_frames; i++)
    converter->in[i] = (float)in[i];
  failure = src_process(converter->src, &data);
  if (failure != 0) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "libsamplerate: %s", src_strerror(failure));
    return -1;
  }
  for (long i = 0; i < 2 * data.output_frames_gen; i++)
    out[i] = (double)converter->out[i];
  *used = (gsize)data.input_frames_used;
  return (gssize)data.output_frames_gen;
}

static void
close_libsamplerate(gpointer state)
{
  Converter *converter = state;

  src_delete(converter->src);
  g_free(converter);
}

const AlResampleLibrary al_resample_libsamplerate = {open_libsamplerate, process_libsamplerate,
                                                     close_libsamplerate};
