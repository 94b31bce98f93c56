/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/fir.h"

#include "tests/support/stream.h"

#define FRAMES 9000 /* more than two hops */

/* The convolution as a sum. */
static double
convolved(const double *kernel, gsize taps, gsize delay, const double *x, gsize n)
{
  double sum = 0.0;

  for (gsize k = 0; k < taps; k++) {
    gssize from = (gssize)n + (gssize)delay - (gssize)k;

    if (from >= 0 && from < FRAMES)
      sum += kernel[k] * x[from];
  }
  return sum;
}

static void
split(const double *samples, gboolean mid_side, double *first, double *second)
{
  for (gsize i = 0; i < FRAMES; i++) {
    double left = samples[2 * i], right = samples[2 * i + 1];

    first[i] = mid_side ? (left + right) / 2.0 : left;
    second[i] = mid_side ? (left - right) / 2.0 : right;
  }
}

static void
check(const AlFirKernels *kernels, gsize block_frames)
{
  g_autofree double *noise = signal_noise(FRAMES, 9, 1.0);
  g_autofree double *first_in = g_new(double, FRAMES), *second_in = g_new(double, FRAMES);
  g_autofree double *first_out = g_new(double, FRAMES), *second_out = g_new(double, FRAMES);
  g_autoptr(AlSource) input = stream_new(noise, FRAMES, 44100);
  g_autoptr(AlSource) fir = al_fir_new(input, kernels);
  g_autofree double *out = stream_read_all(fir, block_frames);

  split(noise, kernels->mid_side, first_in, second_in);
  split(out, kernels->mid_side, first_out, second_out);
  for (gsize n = 0; n < FRAMES; n += n % 3 + 1) {
    double first = kernels->first == NULL ? first_in[n]
                                          : convolved(kernels->first, kernels->taps,
                                                      kernels->delay_frames, first_in, n);
    double second = kernels->second == NULL ? second_in[n]
                                            : convolved(kernels->second, kernels->taps,
                                                        kernels->delay_frames, second_in, n);

    g_assert_cmpfloat_with_epsilon(first_out[n], first, 1e-12);
    g_assert_cmpfloat_with_epsilon(second_out[n], second, 1e-12);
  }
}

static void
test_against_the_sum(void)
{
  g_autofree double *kernels = signal_noise(301, 10, 1.0);
  AlFirKernels both = {kernels, kernels + 301, 301, 150, FALSE};
  AlFirKernels mid_side = {kernels, kernels + 301, 301, 0, TRUE};
  AlFirKernels side = {NULL, kernels, 602, 601, TRUE};
  AlFirKernels left = {kernels, NULL, 1, 0, FALSE};

  check(&both, 588);
  check(&both, 7);
  check(&mid_side, 4096);
  check(&side, 1000);
  check(&left, 588);
}

static void
test_shorter_than_the_kernel(void)
{
  g_autofree double *noise = signal_noise(20, 9, 1.0);
  g_autofree double *kernel = signal_silence(500);
  AlFirKernels kernels = {kernel, kernel, 1000, 500, FALSE};
  g_autoptr(AlSource) input = stream_new(noise, 20, 44100);
  g_autoptr(AlSource) fir = NULL;
  g_autofree double *out = NULL;

  kernel[500] = 2.0;
  fir = al_fir_new(input, &kernels);
  out = stream_read_all(fir, 64);
  for (gsize i = 0; i < 40; i++)
    g_assert_cmpfloat_with_epsilon(out[i], 2.0 * noise[i], 1e-13);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fir/against_the_sum", test_against_the_sum);
  g_test_add_func("/fir/shorter_than_the_kernel", test_shorter_than_the_kernel);
  return g_test_run();
}
