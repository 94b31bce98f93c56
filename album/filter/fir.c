/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/fir.h"

#include <string.h>

#include "album/audio/fft.h"

#define SHORTEST_FFT 4096

typedef struct {
  AlSource source;
  AlSource *input;
  AlFft *fft;
  gsize taps, delay, hop;
  gboolean mid_side;
  double *response[2]; /* spectra of the kernels; NULL: the lane passes */
  double *lane[2];     /* taps - 1 old samples, then hop new ones */
  double *ready;       /* a hop's interleaved output */
  gsize ready_start;   /* frames of it that were given or are before the stream */
  gint64 given;
} Fir;

static double *
response_new(Fir *fir, const double *kernel)
{
  gsize size = al_fft_size(fir->fft);
  double *time = al_fft_time(fir->fft);

  if (kernel == NULL)
    return NULL;
  memset(time, 0, size * sizeof *time);
  for (gsize i = 0; i < fir->taps; i++)
    time[i] = kernel[i] / (double)size;
  al_fft_forward(fir->fft);
  return g_memdup2(al_fft_spectrum(fir->fft), (size + 2) * sizeof(double));
}

/* Reads the next hop into the lanes, silence after the end. */
static gboolean
fetch(Fir *fir, GError **error)
{
  gssize got = al_source_read(fir->input, fir->ready, fir->hop, error);

  if (got < 0)
    return FALSE;
  memset(fir->ready + 2 * got, 0, (fir->hop - (gsize)got) * 2 * sizeof(double));
  for (guint k = 0; k < 2; k++)
    memmove(fir->lane[k], fir->lane[k] + fir->hop, (fir->taps - 1) * sizeof(double));
  for (gsize i = 0; i < fir->hop; i++) {
    double left = fir->ready[2 * i], right = fir->ready[2 * i + 1];

    fir->lane[0][fir->taps - 1 + i] = fir->mid_side ? 0.5 * (left + right) : left;
    fir->lane[1][fir->taps - 1 + i] = fir->mid_side ? 0.5 * (left - right) : right;
  }
  return TRUE;
}

/* Writes the lane's output for this hop to every second double from `ready` on. */
static void
convolve(Fir *fir, guint k, double *ready)
{
  gsize size = al_fft_size(fir->fft);
  double *time = al_fft_time(fir->fft);
  double *spectrum = al_fft_spectrum(fir->fft);
  const double *response = fir->response[k];

  if (response == NULL) {
    for (gsize i = 0; i < fir->hop; i++)
      ready[2 * i] = fir->lane[k][fir->taps - 1 - fir->delay + i];
    return;
  }
  memcpy(time, fir->lane[k], size * sizeof *time);
  al_fft_forward(fir->fft);
  for (gsize i = 0; i < size + 2; i += 2) {
    double real = spectrum[i], imaginary = spectrum[i + 1];

    spectrum[i] = real * response[i] - imaginary * response[i + 1];
    spectrum[i + 1] = real * response[i + 1] + imaginary * response[i];
  }
  al_fft_backward(fir->fft);
  for (gsize i = 0; i < fir->hop; i++)
    ready[2 * i] = time[fir->taps - 1 + i];
}

static gboolean
make_ready(Fir *fir, GError **error)
{
  if (!fetch(fir, error))
    return FALSE;
  convolve(fir, 0, fir->ready);
  convolve(fir, 1, fir->ready + 1);
  for (gsize i = 0; fir->mid_side && i < fir->hop; i++) {
    double mid = fir->ready[2 * i], side = fir->ready[2 * i + 1];

    fir->ready[2 * i] = mid + side;
    fir->ready[2 * i + 1] = mid - side;
  }
  /* The first `delay` frames of all belong before the stream. */
  fir->ready_start -= fir->hop;
  return TRUE;
}

static gssize
fir_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Fir *fir = (Fir *)source;
  gsize count = (gsize)MIN((gint64)frames, source->frames - fir->given);

  if (count == 0)
    return 0;
  while (fir->ready_start >= fir->hop)
    if (!make_ready(fir, error))
      return -1;
  count = MIN(count, fir->hop - fir->ready_start);
  memcpy(block, fir->ready + 2 * fir->ready_start, count * 2 * sizeof(double));
  fir->ready_start += count;
  fir->given += (gint64)count;
  return (gssize)count;
}

static void
fir_free(AlSource *source)
{
  Fir *fir = (Fir *)source;

  for (guint k = 0; k < 2; k++) {
    g_free(fir->response[k]);
    g_free(fir->lane[k]);
  }
  g_free(fir->ready);
  al_fft_free(fir->fft);
  g_free(fir);
}

AlSource *
al_fir_new(AlSource *input, const AlFirKernels *kernels)
{
  static const AlSourceClass class = {fir_read, fir_free};
  gsize size = al_fft_power_of_two(MAX(2 * kernels->taps, SHORTEST_FFT));
  Fir *fir = g_new0(Fir, 1);

  g_assert(kernels->taps > 0 && kernels->delay_frames < kernels->taps);
  fir->source = (AlSource){.class = &class, .rate = input->rate, .frames = input->frames};
  fir->input = input;
  fir->fft = al_fft_new(size);
  fir->taps = kernels->taps;
  fir->delay = kernels->delay_frames;
  fir->hop = size - kernels->taps + 1;
  fir->mid_side = kernels->mid_side;
  fir->response[0] = response_new(fir, kernels->first);
  fir->response[1] = response_new(fir, kernels->second);
  fir->lane[0] = g_new0(double, size);
  fir->lane[1] = g_new0(double, size);
  fir->ready = g_new0(double, 2 * fir->hop);
  fir->ready_start = fir->hop + fir->delay;
  return &fir->source;
}
