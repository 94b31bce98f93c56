/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/dynamic_range.h"

#include "tests/measure/signals.h"

#define RATE 48000
#define BLOCK (3 * RATE)

/* Ten blocks of a soft square: the loudest fifth has 0.1, the two highest peaks are 1 and 0.5. */
static void
test_by_hand(void)
{
  g_auto(Signal) signal = signal_new(10 * BLOCK);
  g_autoptr(AlDynamicRange) meter = al_dynamic_range_new(RATE);
  double expected;

  for (gsize n = 0; n < signal.frames; n++) {
    double level = n / BLOCK < 2 ? 0.1 : 0.01;

    signal.samples[2 * n] = signal.samples[2 * n + 1] = n % 2 == 0 ? level : -level;
  }
  signal.samples[2 * 5000] = signal.samples[2 * 5000 + 1] = 1;
  signal.samples[2 * (BLOCK + 5000)] = signal.samples[2 * (BLOCK + 5000) + 1] = 0.5;
  for (gsize n = 0; n < signal.frames; n += 1000)
    al_dynamic_range_feed(meter, signal.samples + 2 * n, 1000);
  al_dynamic_range_finish(meter);
  expected = -20 * log10(sqrt(2) * 0.1 / 0.5);
  g_assert_cmpfloat_with_epsilon(al_dynamic_range_channel(meter, 0), expected, 0.01);
  g_assert_cmpint(al_dynamic_range_track(meter), ==, (int)(expected + 0.5));
  g_assert_cmpint(al_dynamic_range_levels(meter)->frames, ==, (gint64)signal.frames);
  g_assert_cmpfloat_with_epsilon(al_levels_peak_dbfs(al_dynamic_range_levels(meter)), 0, 1e-9);
}

static void
test_too_little(void)
{
  g_auto(Signal) signal = signal_new(4 * BLOCK);
  g_autoptr(AlDynamicRange) silence = al_dynamic_range_new(RATE);
  g_autoptr(AlDynamicRange) two_blocks = al_dynamic_range_new(RATE);

  al_dynamic_range_feed(silence, signal.samples, signal.frames);
  al_dynamic_range_finish(silence);
  g_assert_cmpint(al_dynamic_range_track(silence), ==, 0);
  signal_add_tone(&signal, 0, signal.frames, 0.01, 0, 0.5);
  al_dynamic_range_feed(two_blocks, signal.samples, 2 * BLOCK);
  al_dynamic_range_finish(two_blocks);
  g_assert_cmpint(al_dynamic_range_track(two_blocks), ==, 0);
}

static void
test_album(void)
{
  g_assert_cmpint(al_dynamic_range_album((int[]){9, 10, 10}, 3), ==, 10);
  g_assert_cmpint(al_dynamic_range_album((int[]){9, 10}, 2), ==, 10);
  g_assert_cmpint(al_dynamic_range_album(NULL, 0), ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/dynamic_range/by_hand", test_by_hand);
  g_test_add_func("/dynamic_range/too_little", test_too_little);
  g_test_add_func("/dynamic_range/album", test_album);
  return g_test_run();
}
