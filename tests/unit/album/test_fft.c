/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/fft.h"

#include <math.h>

static void
test_against_the_sum(void)
{
  g_autoptr(AlFft) fft = al_fft_new(32);
  double *time = al_fft_time(fft);
  const double *spectrum = al_fft_spectrum(fft);

  for (gsize i = 0; i < 32; i++)
    time[i] = (double)((i * i * 7) % 11);
  al_fft_forward(fft);
  for (gsize k = 0; k <= 16; k++) {
    double real = 0.0, imaginary = 0.0;

    for (gsize i = 0; i < 32; i++) {
      real += time[i] * cos(2.0 * G_PI * (double)(i * k) / 32.0);
      imaginary -= time[i] * sin(2.0 * G_PI * (double)(i * k) / 32.0);
    }
    g_assert_cmpfloat_with_epsilon(spectrum[2 * k], real, 1e-11);
    g_assert_cmpfloat_with_epsilon(spectrum[2 * k + 1], imaginary, 1e-11);
  }
}

static void
test_there_and_back(void)
{
  g_autoptr(AlFft) fft = al_fft_new(4096);
  double *time = al_fft_time(fft);

  g_assert_cmpuint(al_fft_size(fft), ==, 4096);
  for (gsize i = 0; i < 4096; i++)
    time[i] = sin((double)(i * i));
  al_fft_forward(fft);
  al_fft_backward(fft);
  for (gsize i = 0; i < 4096; i++)
    g_assert_cmpfloat_with_epsilon(time[i] / 4096.0, sin((double)(i * i)), 1e-13);
}

static void
test_power_of_two(void)
{
  g_assert_cmpuint(al_fft_power_of_two(1), ==, 1);
  g_assert_cmpuint(al_fft_power_of_two(4096), ==, 4096);
  g_assert_cmpuint(al_fft_power_of_two(4097), ==, 8192);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fft/against_the_sum", test_against_the_sum);
  g_test_add_func("/fft/there_and_back", test_there_and_back);
  g_test_add_func("/fft/power_of_two", test_power_of_two);
  return g_test_run();
}
