/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_SPECTRUM_H
#define TEST_SPECTRUM_H

/* Measuring made-up audio: tones by least squares, noise by averaged spectra. One channel each:
 * `stride` is 2 for one channel of interleaved stereo. */

#include <glib.h>

typedef struct {
  double amplitude;
  double phase;        /* radians; of a sine that starts at the first sample */
  double residual_rms; /* of what is left when the tone is taken away */
} TestTone;

/* The sine of a known frequency that fits best. */
TestTone test_fit_tone(const double *samples, gsize stride, gsize count, double hz, int rate);

/* Power spectral density, averaged over half-overlapping blocks of `bins` * 2 samples under a
 * 4-term Blackman-Harris window: bins + 1 values in power per bin, of which the sum is the
 * mean square; bin k is at k * rate / (2 * bins). The caller frees it. */
double *test_spectrum(const double *samples, gsize stride, gsize count, gsize bins);

double test_rms(const double *samples, gsize stride, gsize count);

/* 20 log10. */
double test_db(double ratio);

#endif
