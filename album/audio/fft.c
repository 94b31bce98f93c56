/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/fft.h"

#include <fftw3.h>
#include <string.h>

struct AlFft {
  gsize size;
  double *time;
  fftw_complex *spectrum;
  fftw_plan forward, backward;
};

static GMutex planner;

AlFft *
al_fft_new(gsize size)
{
  AlFft *fft = g_new0(AlFft, 1);

  g_assert(size >= 2 && size % 2 == 0 && size <= G_MAXINT32);
  fft->size = size;
  fft->time = fftw_alloc_real(size);
  fft->spectrum = fftw_alloc_complex(size / 2 + 1);
  g_assert(fft->time != NULL && fft->spectrum != NULL);
  memset(fft->time, 0, size * sizeof *fft->time);
  memset(fft->spectrum, 0, (size / 2 + 1) * sizeof *fft->spectrum);
  g_mutex_lock(&planner);
  fft->forward = fftw_plan_dft_r2c_1d((int)size, fft->time, fft->spectrum, FFTW_ESTIMATE);
  fft->backward = fftw_plan_dft_c2r_1d((int)size, fft->spectrum, fft->time, FFTW_ESTIMATE);
  g_mutex_unlock(&planner);
  return fft;
}

void
al_fft_free(AlFft *fft)
{
  if (fft == NULL)
    return;
  g_mutex_lock(&planner);
  fftw_destroy_plan(fft->forward);
  fftw_destroy_plan(fft->backward);
  g_mutex_unlock(&planner);
  fftw_free(fft->time);
  fftw_free(fft->spectrum);
  g_free(fft);
}

gsize
al_fft_size(const AlFft *fft)
{
  return fft->size;
}

double *
al_fft_time(AlFft *fft)
{
  return fft->time;
}

double *
al_fft_spectrum(AlFft *fft)
{
  return fft->spectrum[0];
}

void
al_fft_forward(AlFft *fft)
{
  fftw_execute(fft->forward);
}

void
al_fft_backward(AlFft *fft)
{
  fftw_execute(fft->backward);
}

gsize
al_fft_power_of_two(gsize size)
{
  gsize power = 1;

  while (power < size)
    power *= 2;
  return power;
}
