/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/peak_detector.h"

#include <math.h>
#include <string.h>

#define BLOCK AL_PEAK_DETECTOR_BLOCK
#define BLOCKS 60

/* What is known of a block may save looking at it, and changes nothing that is above the
 * threshold. */
static void
test_known_or_not(void)
{
  g_autoptr(AlPeakDetector) knowing = al_peak_detector_new(44100);
  g_autoptr(AlPeakDetector) looking = al_peak_detector_new(44100);
  g_autoptr(GRand) random = g_rand_new_with_seed(6);
  int found = 0;
  double gain = 1;

  for (gsize b = 0; b < BLOCKS; b++) {
    AlPeakBlock block;
    double known[BLOCK] = {0}, looked[BLOCK] = {0};

    for (gsize n = 0; n < BLOCK; n++) {
      gain += b / 10 % 2 == 0 ? (0.5 - gain) * 0.003 : (1 - gain) * 0.0005;
      block.samples[n] = gain * g_rand_double_range(random, -0.3, 0.3);
      block.gains[n] = gain;
      block.bounds[n] = HUGE_VAL;
    }
    al_peak_detector_run(looking, &block, 0.35, looked);
    for (gsize n = 0; n < BLOCK; n++)
      block.bounds[n] = b % 3 == 0 ? HUGE_VAL : gain * 3.65 * 0.3;
    al_peak_detector_run(knowing, &block, 0.35, known);
    for (gsize n = 0; n < BLOCK; n++) {
      if (looked[n] > 0.35)
        g_assert_true(known[n] == looked[n]);
      found += looked[n] > 0.35;
    }
  }
  g_assert_cmpint(found, >, 0);
}

static void
test_delay(void)
{
  g_autoptr(AlPeakDetector) detector = al_peak_detector_new(48000);
  gsize frame = 0;

  for (gsize b = 0; b < 6; b++) {
    AlPeakBlock block = {.bounds = {0}};
    double peaks[BLOCK] = {0};

    for (gsize n = 0; n < BLOCK; n++) {
      block.gains[n] = 1;
      block.bounds[n] = HUGE_VAL;
    }
    block.samples[40] = b == 2;
    al_peak_detector_run(detector, &block, 0.9, peaks);
    for (gsize n = 0; n < BLOCK; n++)
      if (peaks[n] > 0.99)
        frame = b * BLOCK + n;
  }
  g_assert_cmpuint(frame, ==, 2 * BLOCK + 40 + AL_PEAK_DETECTOR_DELAY);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/peak_detector/known_or_not", test_known_or_not);
  g_test_add_func("/peak_detector/delay", test_delay);
  return g_test_run();
}
