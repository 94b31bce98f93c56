/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/region_measurement.h"

#include "tests/support/signal.h"

#define RATE 48000
#define FRAMES (10 * RATE)

/* Each region measures as its audio does alone, however the blocks fall. */
static void
test_like_alone(void)
{
  static const gint64 starts[] = {1000, 3 * RATE + 7, 3 * RATE + 8, 8 * RATE};
  g_autofree double *samples = test_noise(0.5, 11, FRAMES);
  g_autoptr(AlRegionMeasurement) regions =
      al_region_measurement_new(RATE, starts, G_N_ELEMENTS(starts));

  for (gint64 i = 0; i < FRAMES; i++)
    samples[2 * i] *= i < 5 * RATE ? 0.1 : 1;
  for (gint64 at = 0; at < FRAMES; at += 1777)
    al_region_measurement_feed(regions, samples + 2 * at, (gsize)MIN(1777, FRAMES - at));
  al_region_measurement_finish(regions);
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
    gint64 end = i + 1 < G_N_ELEMENTS(starts) ? starts[i + 1] : FRAMES;
    g_autoptr(AlSource) source = test_source_new(samples + 2 * starts[i], end - starts[i], RATE);
    g_autoptr(AlMeasurement) alone = al_measurement_of(source, NULL);
    const AlMeasured *expected = al_measurement_get(alone);
    const AlMeasured *got = al_measurement_get(al_region_measurement_list(regions)[i]);

    g_assert_cmpint(got->frames, ==, expected->frames);
    g_assert_true(got->loudness.integrated_lufs == expected->loudness.integrated_lufs);
    g_assert_true(got->true_peak_dbtp == expected->true_peak_dbtp);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/region_measurement/like_alone", test_like_alone);
  return g_test_run();
}
