/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/kernel.h"

#include <math.h>
#include <string.h>

#include "album/audio/fft.h"

#define KAISER_BETA 9.0

/* Modified Bessel function of the first kind, order 0, by its power series. */
static double
bessel_i0(double x)
{
  double term = 1.0, sum = 1.0;

  for (int k = 1; term > 1e-17 * sum; k++) {
    term *= x * x / (4.0 * k * k);
    sum += term;
  }
  return sum;
}

/* 1 in the inner half, so that what rings on is not cut short before it has died away; from there
 * to the end half a Kaiser window. */
static double
window(gsize from_middle, gsize half)
{
  double x = MAX(0.0, 2.0 * (double)from_middle / (double)half - 1.0);

  return bessel_i0(KAISER_BETA * sqrt(1.0 - x * x)) / bessel_i0(KAISER_BETA);
}

void
al_kernel_linear_phase(double *taps, gsize half, int rate, AlKernelGain gain, gconstpointer data)
{
  /* Four times as dense as the kernel can resolve, so that its time aliases are nothing. */
  gsize size = al_fft_power_of_two(8 * half);
  g_autoptr(AlFft) fft = al_fft_new(size);
  double *spectrum = al_fft_spectrum(fft);
  const double *time = al_fft_time(fft);

  for (gsize i = 0; i <= size / 2; i++) {
    spectrum[2 * i] = gain((double)i * rate / (double)size, data) / (double)size;
    spectrum[2 * i + 1] = 0.0;
  }
  al_fft_backward(fft);
  for (gsize i = 0; i <= half; i++)
    taps[half + i] = taps[half - i] = time[i] * window(i, half);
}

/* The logarithm of the gain becomes that of the gain and, as imaginary part, the phase. */
static void
fold_cepstrum(AlFft *fft, int rate, AlKernelGain gain, gconstpointer data)
{
  gsize size = al_fft_size(fft);
  double *spectrum = al_fft_spectrum(fft);
  double *time = al_fft_time(fft);

  for (gsize i = 0; i <= size / 2; i++) {
    spectrum[2 * i] = log(gain((double)i * rate / (double)size, data)) / (double)size;
    spectrum[2 * i + 1] = 0.0;
  }
  al_fft_backward(fft);
  for (gsize i = 1; i < size / 2; i++) {
    time[i] *= 2.0;
    time[size - i] = 0.0;
  }
  al_fft_forward(fft);
}

void
al_kernel_minimum_phase(double *kernel, gsize taps, int rate, AlKernelGain gain, gconstpointer data)
{
  gsize size = al_fft_power_of_two(8 * taps);
  gsize fade = taps / 4;
  g_autoptr(AlFft) fft = al_fft_new(size);
  double *spectrum = al_fft_spectrum(fft);

  fold_cepstrum(fft, rate, gain, data);
  for (gsize i = 0; i <= size / 2; i++) {
    double magnitude = exp(spectrum[2 * i]) / (double)size;
    double phase = spectrum[2 * i + 1];

    spectrum[2 * i] = magnitude * cos(phase);
    spectrum[2 * i + 1] = magnitude * sin(phase);
  }
  al_fft_backward(fft);
  memcpy(kernel, al_fft_time(fft), taps * sizeof *kernel);
  for (gsize i = 0; i < fade; i++)
    kernel[taps - 1 - i] *= 0.5 - 0.5 * cos(G_PI * (double)(i + 1) / (double)(fade + 1));
}

gsize
al_kernel_half(double seconds, int rate)
{
  gsize unit = al_fft_power_of_two((gsize)MAX(rate * 3 / 4, 8192));
  double frames = MIN(seconds, 20.0) * rate;

  /* `unit` is 2^15 at 32 to 43 kHz, 2^16 at 44.1 to 87 kHz: 0.7 to 1.5 s. */
  return CLAMP(al_fft_power_of_two((gsize)frames + 1), unit / 16, unit * 8);
}
