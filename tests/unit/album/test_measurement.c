/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/measurement.h"

#include "tests/measure/signals.h"

#define RATE 44100

static AlMeasurement *
measure(const Signal *signal)
{
  SignalSource source = signal_source(signal, RATE);
  AlMeasurement *measurement = al_measurement_of(&source.source, NULL);

  g_assert_nonnull(measurement);
  return measurement;
}

static void
test_tone(void)
{
  g_auto(Signal) signal = signal_new(12 * RATE + 77);
  g_autoptr(AlMeasurement) measurement = NULL;
  const AlMeasured *measured;

  signal_add_tone(&signal, 0, signal.frames, 1000.0 / RATE, 0, 0.1);
  signal_fade(&signal, 100);
  measurement = measure(&signal);
  measured = al_measurement_get(measurement);
  g_assert_cmpint(measured->frames, ==, signal.frames);
  g_assert_cmpfloat_with_epsilon(measured->loudness.integrated_lufs, -20, 0.05);
  /* Of so short a file, the silence behind it counts a little. */
  g_assert_cmpfloat_with_epsilon(measured->loudness.range_lu, 0.5, 0.5);
  g_assert_cmpfloat_with_epsilon(measured->true_peak_dbtp, -20, 0.1);
  g_assert_cmpfloat_with_epsilon(measured->plr_lu, 0, 0.1);
  g_assert_cmpfloat_with_epsilon(measured->min_psr_lu, 0, 0.1);
  g_assert_cmpfloat_with_epsilon(al_levels_crest_db(&measured->levels), 3.01, 0.01);
  g_assert_cmpfloat_with_epsilon(al_measurement_channel_peak(measurement, 1), 0.1, 0.001);
}

/* What the audio may be: nothing, silence, one click, DC, opposite channels. Never NaN. */
static void
test_odd_audio(void)
{
  for (int kind = 0; kind < 6; kind++) {
    g_auto(Signal) signal = signal_new(kind == 0 ? 0 : kind == 1 ? 4000 : 5 * RATE);
    g_autoptr(AlMeasurement) measurement = NULL;
    const AlMeasured *measured;

    for (gsize n = 0; n < signal.frames; n++) {
      double value = kind == 3 ? n == 100 : kind == 4 ? 0.5 : kind == 5 ? sin(0.1 * (double)n) : 0;

      signal.samples[2 * n] = value;
      signal.samples[2 * n + 1] = kind == 5 ? -value : value;
    }
    measurement = measure(&signal);
    measured = al_measurement_get(measurement);
    g_assert_false(isnan(measured->loudness.integrated_lufs));
    g_assert_false(isnan(measured->loudness.range_lu));
    g_assert_false(isnan(measured->plr_lu));
    g_assert_false(isnan(measured->min_psr_lu));
    g_assert_false(isnan(measured->true_peak_dbtp));
    if (kind < 3) {
      g_assert_true(measured->loudness.integrated_lufs == AL_LOUDNESS_NONE);
      g_assert_true(measured->plr_lu == AL_LOUDNESS_NONE);
      g_assert_true(measured->true_peak_dbtp == -HUGE_VAL);
    }
    if (kind == 3)
      g_assert_cmpfloat_with_epsilon(measured->true_peak_dbtp, 0, 0.001);
    if (kind == 4)
      g_assert_cmpfloat_with_epsilon(al_levels_dc_offset(&measured->levels, 0), 0.5, 1e-9);
    if (kind == 5)
      g_assert_cmpfloat_with_epsilon(measured->loudness.integrated_lufs, 0, 0.7);
  }
}

static void
test_album(void)
{
  g_auto(Signal) loud = signal_new(10 * RATE);
  g_auto(Signal) soft = signal_new(10 * RATE);
  AlMeasurement *tracks[2];
  AlMeasured album;

  signal_add_tone(&loud, 0, loud.frames, 1000.0 / RATE, 0, 0.1);
  signal_add_tone(&soft, 0, soft.frames, 1000.0 / RATE, 0, 0.01);
  signal_fade(&loud, 100);
  tracks[0] = measure(&soft);
  tracks[1] = measure(&loud);
  album = al_measurement_album(tracks, 2);
  g_assert_cmpint(album.frames, ==, 20 * RATE);
  g_assert_cmpfloat_with_epsilon(album.loudness.integrated_lufs, -20, 0.1);
  g_assert_cmpfloat_with_epsilon(album.true_peak_dbtp, -20, 0.1);
  g_assert_cmpfloat_with_epsilon(album.loudness.max_momentary_lufs, -20, 0.1);
  g_assert_cmpfloat_with_epsilon(album.plr_lu, 0, 0.1);
  al_measurement_free(tracks[0]);
  al_measurement_free(tracks[1]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measurement/tone", test_tone);
  g_test_add_func("/measurement/odd_audio", test_odd_audio);
  g_test_add_func("/measurement/album", test_album);
  return g_test_run();
}
