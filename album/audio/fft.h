/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FFT_H
#define AL_FFT_H

/* A real Fourier transform of one size, with its buffers (FFTW).
 *
 * Plans are estimated, not measured, so that the same machine always computes the same bits, and
 * they are made under one lock: FFTW's planner is not safe among threads. Each thread has its own
 * AlFft. */

#include <glib.h>

typedef struct AlFft AlFft;

/* `size` is even; powers of two are fast. */
AlFft *al_fft_new(gsize size);
void al_fft_free(AlFft *fft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlFft, al_fft_free)

gsize al_fft_size(const AlFft *fft);

/* The `size` samples, and the size / 2 + 1 bins, each real then imaginary. */
double *al_fft_time(AlFft *fft);
double *al_fft_spectrum(AlFft *fft);

/* Time to spectrum; the time buffer keeps its content. */
void al_fft_forward(AlFft *fft);

/* Spectrum to time, `size` times too large; the spectrum is lost. */
void al_fft_backward(AlFft *fft);

/* The smallest power of two that is not below `size`. */
gsize al_fft_power_of_two(gsize size);

#endif
