/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_KERNEL_H
#define AL_KERNEL_H

/* Kernels for fir.h: a magnitude, sampled, transformed and windowed.
 *
 *   linear phase    0 ........... half ........... 2 half
 *                                  ^ the middle: the delay that the convolution makes up for
 *   minimum phase   0 ............................ taps - 1
 *                   ^ no delay */

#include <glib.h>

/* The linear gain (may be negative, not complex) at a frequency. */
typedef double (*AlKernelGain)(double hz, gconstpointer data);

/* Fills 2 * half + 1 taps, symmetric to the bit. The window is flat in the inner half, and falls in
 * the outer as half a Kaiser window (beta 9): what has died away by then is as it was, and what has
 * not is blurred over about 3 * rate / half Hz. */
void al_kernel_linear_phase(double *taps, gsize half, int rate, AlKernelGain gain,
                            gconstpointer data);

/* Fills `taps` taps, an even number, that no other filter of this magnitude concentrates nearer to
 * their start: its phase is the Hilbert transform of the logarithm of the gain, which must be above
 * 0 (Oppenheim and Schafer, Discrete-Time Signal Processing, 3rd ed., 13.5: by folding the real
 * cepstrum). The last quarter is faded out. */
void al_kernel_minimum_phase(double *kernel, gsize taps, int rate, AlKernelGain gain,
                             gconstpointer data);

/* Half a length, a power of two, for a filter that rings for `seconds` to each side; 2^12 to 2^19
 * frames at 48 kHz and more or less at other rates. */
gsize al_kernel_half(double seconds, int rate);

#endif
