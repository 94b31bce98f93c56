/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/true_peak.h"

#include "tests/measure/signals.h"

static Signal
make_bursts(void)
{
  Signal signal = signal_new(9000);

  signal_add_tone(&signal, 1000, 500, 0.05, 0.1, 0.25);
  signal_add_tone(&signal, 4000, 500, 0.05, 0.1, 0.5);
  signal_add_tone(&signal, 8800, 200, 0.25, G_PI / 4, 1);
  for (gsize n = 0; n < signal.frames; n++)
    signal.samples[2 * n + 1] *= 0.5;
  return signal;
}

static AlTruePeak *
measure(const Signal *signal, gsize block)
{
  AlTruePeak *meter = al_true_peak_new();

  for (gsize n = 0; n < signal->frames; n += block) {
    if (n == 3000 || n == 6000)
      al_true_peak_mark(meter);
    al_true_peak_feed(meter, signal->samples + 2 * n, MIN(block, signal->frames - n));
  }
  al_true_peak_finish(meter);
  return meter;
}

static void
test_regions(void)
{
  g_auto(Signal) signal = make_bursts();
  g_autoptr(AlTruePeak) meter = measure(&signal, 1000);

  g_assert_cmpuint(al_true_peak_regions(meter), ==, 3);
  g_assert_cmpfloat_with_epsilon(al_true_peak_region(meter, 0), 0.25, 0.01);
  g_assert_cmpfloat_with_epsilon(al_true_peak_region(meter, 1), 0.5, 0.02);
  g_assert_cmpfloat(al_true_peak_region(meter, 2), >, 0.99); /* the tail is looked at */
  g_assert_cmpfloat_with_epsilon(al_true_peak_channel(meter, 1, 1), 0.25, 0.01);
  g_assert_true(al_true_peak_whole(meter) == al_true_peak_region(meter, 2));
}

/* Leaving blocks out changes nothing, nor do block sizes. */
static void
test_block_sizes(void)
{
  static const gsize sizes[] = {1, 500, 1000};
  g_auto(Signal) signal = make_bursts();
  g_autoptr(AlTruePeak) first = measure(&signal, 3000);

  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(AlTruePeak) meter = measure(&signal, sizes[i]);

    for (guint region = 0; region < 3; region++)
      g_assert_true(al_true_peak_region(meter, region) == al_true_peak_region(first, region));
  }
}

static void
test_empty(void)
{
  g_autoptr(AlTruePeak) meter = al_true_peak_new();

  al_true_peak_mark(meter);
  al_true_peak_finish(meter);
  g_assert_true(al_true_peak_whole(meter) == 0);
}

/* A mark at every frame: each belongs to one region, and one peak to two at most. */
static void
test_many_marks(void)
{
  g_autoptr(AlTruePeak) meter = al_true_peak_new();

  for (int n = 0; n < 600; n++) {
    double frame[2] = {n == 300 ? 0.5 : 0, 0};

    al_true_peak_feed(meter, frame, 1);
    al_true_peak_mark(meter);
  }
  al_true_peak_finish(meter);
  g_assert_cmpfloat_with_epsilon(al_true_peak_region(meter, 300), 0.5, 1e-6);
  g_assert_cmpfloat(al_true_peak_region(meter, 310), <, 0.05);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/true_peak/regions", test_regions);
  g_test_add_func("/true_peak/block_sizes", test_block_sizes);
  g_test_add_func("/true_peak/empty", test_empty);
  g_test_add_func("/true_peak/many_marks", test_many_marks);
  return g_test_run();
}
