/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/interpolation.h"

#include <math.h>

#define BLOCK AL_INTERPOLATION_BLOCK
#define REACH AL_INTERPOLATION_REACH

static void
fill_tone(double *samples, double cycles, double phase)
{
  for (int n = 0; n < REACH + BLOCK + REACH; n++)
    samples[n] = cos(2 * G_PI * cycles * n + phase);
}

/* Every maximum of a tone is entered with the frames beside it, wherever it lies. */
static void
test_places(void)
{
  double samples[REACH + BLOCK + REACH], peaks[BLOCK];

  for (int step = 0; step < 32; step++) {
    double period = 16, first = step / 2.0; /* frame of a maximum of the magnitude, every 8 */

    fill_tone(samples, 1 / period, -2 * G_PI * (first + REACH) / period);
    g_assert_true(al_interpolation_peaks(samples + REACH, AL_INTERPOLATION_NORMAL, 0.5, peaks));
    for (double place = fmod(first, 8); place < BLOCK; place += 8) {
      g_assert_cmpfloat_with_epsilon(peaks[(int)floor(place)], 1, 2e-4);
      if (ceil(place) < BLOCK)
        g_assert_cmpfloat_with_epsilon(peaks[(int)ceil(place)], 1, 2e-4);
    }
  }
}

static void
test_threshold(void)
{
  double samples[REACH + BLOCK + REACH], peaks[BLOCK] = {-1};

  fill_tone(samples, 0.2, 0.3);
  g_assert_false(al_interpolation_peaks(samples + REACH, AL_INTERPOLATION_NORMAL, 3, peaks));
  g_assert_true(peaks[0] == -1);
  g_assert_true(al_interpolation_peaks(samples + REACH, AL_INTERPOLATION_NORMAL, 0.99, peaks));
}

/* Where nothing lies near the top of the band, the long filter sees what the short one does; where
 * something does, strict is never lower. */
static void
test_strict(void)
{
  double samples[REACH + BLOCK + REACH], normal[BLOCK], strict[BLOCK];

  for (int top = 0; top < 2; top++) {
    fill_tone(samples, top ? 0.482 : 0.21, 0.3);
    al_interpolation_peaks(samples + REACH, AL_INTERPOLATION_NORMAL, 0.5, normal);
    al_interpolation_peaks(samples + REACH, AL_INTERPOLATION_STRICT, 0.5, strict);
    for (gsize n = 0; n < BLOCK; n++) {
      g_assert_cmpfloat(strict[n], >=, normal[n]);
      if (!top)
        g_assert_cmpfloat_with_epsilon(strict[n], normal[n], 5e-4);
    }
  }
}

/* Of tones: the highest of the envelope is the height of the tone, and strictly no less; a frame
 * whose maximum lies half a frame behind it has it, and the frame before has its last quarter. */
static void
test_envelope(void)
{
  static const double cycles[] = {0.01, 0.21, 0.37, 0.45};
  double samples[REACH + BLOCK + REACH];
  float envelope[BLOCK];

  for (gsize i = 0; i < G_N_ELEMENTS(cycles); i++) {
    float highest = 0;

    fill_tone(samples, cycles[i], 0.3);
    al_interpolation_envelope(samples + REACH, envelope);
    for (gsize n = 0; n < BLOCK; n++)
      highest = MAX(highest, envelope[n]);
    g_assert_cmpfloat_with_epsilon(highest, 1, 0.01);
  }
  fill_tone(samples, 1 / 16.0, -2 * G_PI * (REACH + 40.5) / 16);
  al_interpolation_envelope(samples + REACH, envelope);
  g_assert_cmpfloat_with_epsilon(envelope[40], 1, 1e-3);
  g_assert_cmpfloat_with_epsilon(envelope[39], cos(2 * G_PI * 0.75 / 16), 0.005);
  g_assert_cmpfloat_with_epsilon(envelope[44], cos(2 * G_PI * 3.5 / 16), 0.005);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/interpolation/places", test_places);
  g_test_add_func("/interpolation/threshold", test_threshold);
  g_test_add_func("/interpolation/strict", test_strict);
  g_test_add_func("/interpolation/envelope", test_envelope);
  return g_test_run();
}
