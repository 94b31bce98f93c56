/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/peak_detector.h"

#include <math.h>
#include <string.h>

#define BLOCK AL_PEAK_DETECTOR_BLOCK
#define BLOCKS 60

/* A tone with a gain that moves to and fro: its peak is known, but where the gain moves fast it is
 * not the peak times the gain. Knowing that changes nothing that is above the threshold. */
static void
test_known_or_not(void)
{
  static const double threshold = 0.35;
  g_autoptr(AlPeakDetector) knowing = al_peak_detector_new(44100);
  g_autoptr(AlPeakDetector) looking = al_peak_detector_new(44100);
  int found = 0;
  double gain = 1;

  for (int n = 0; n < BLOCKS * BLOCK;) {
    AlPeakBlock block;
    double known[BLOCK] = {0}, looked[BLOCK] = {0};

    for (gsize i = 0; i < BLOCK; i++, n++) {
      gain = 0.8 + (n / 1000 % 2 == 0 ? 0 : 0.0745 * sin(0.3 * n));
      block.samples[i] = gain * 0.4 * sin(2 * G_PI * 0.43 * n);
      block.gains[i] = gain;
      block.bounds[i] = gain * 0.4003;
    }
    block.known = FALSE;
    al_peak_detector_run(looking, &block, threshold, looked);
    block.known = TRUE;
    al_peak_detector_run(knowing, &block, threshold, known);
    for (gsize i = 0; i < BLOCK; i++) {
      if (looked[i] > threshold)
        g_assert_true(known[i] == looked[i]);
      found += looked[i] > threshold;
    }
  }
  g_assert_cmpint(found, >, 0);
}

/* Where the gain stands still, the bound is believed, without a look. */
static void
test_settled(void)
{
  g_autoptr(AlPeakDetector) detector = al_peak_detector_new(44100);
  AlPeakBlock block = {.known = TRUE};
  double peaks[BLOCK];

  for (gsize n = 0; n < BLOCK; n++) {
    block.samples[n] = 1;
    block.gains[n] = 1;
  }
  for (gsize b = 0; b < 5; b++)
    g_assert_false(al_peak_detector_run(detector, &block, 0.5, peaks));
  block.gains[7] = 0.9;
  for (gsize b = 0; b < 5; b++)
    g_assert_true(al_peak_detector_run(detector, &block, 0.5, peaks));
}

static void
test_delay(void)
{
  g_autoptr(AlPeakDetector) detector = al_peak_detector_new(48000);
  gsize frame = 0;

  for (gsize b = 0; b < 6; b++) {
    AlPeakBlock block = {.known = FALSE};
    double peaks[BLOCK] = {0};

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
  g_test_add_func("/peak_detector/settled", test_settled);
  g_test_add_func("/peak_detector/delay", test_delay);
  return g_test_run();
}
