/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/loudness.h"

#include "tests/measure/signals.h"

static AlLoudness *
measure(const Signal *signal, int rate)
{
  AlLoudness *meter = al_loudness_new_stereo(rate);

  al_loudness_feed(meter, signal->samples, signal->frames);
  al_loudness_finish(meter);
  return meter;
}

static void
test_nothing(void)
{
  static const gsize frames[] = {0, 1, 10000, 48000 * 5};

  for (gsize i = 0; i < G_N_ELEMENTS(frames); i++) {
    g_auto(Signal) silence = signal_new(frames[i]);
    g_autoptr(AlLoudness) meter = measure(&silence, 48000);

    g_assert_true(al_loudness_integrated(meter) == AL_LOUDNESS_NONE);
    g_assert_true(al_loudness_max_momentary(meter) == AL_LOUDNESS_NONE);
    g_assert_true(al_loudness_max_short_term(meter) == AL_LOUDNESS_NONE);
    g_assert_true(al_loudness_range(meter) == AL_LOUDNESS_NONE);
    g_assert_true(al_loudness_loud_sections(meter) == AL_LOUDNESS_NONE);
    g_assert_true(al_loudness_album_integrated(&meter, 1) == AL_LOUDNESS_NONE);
  }
}

/* Shorter than a gating block: a momentary maximum, and no integrated value. */
static void
test_short(void)
{
  g_auto(Signal) signal = signal_new(48000 / 5);
  g_autoptr(AlLoudness) meter = NULL;

  signal_add_tone(&signal, 0, signal.frames, 1000.0 / 48000, 0, 0.5);
  meter = measure(&signal, 48000);
  g_assert_true(al_loudness_integrated(meter) == AL_LOUDNESS_NONE);
  g_assert_cmpfloat_with_epsilon(al_loudness_max_momentary(meter), -6.02 - 3.01, 0.1);
}

/* Rates at which 10 ms, or even 100 ms, are no whole number of frames. */
static void
test_rates(void)
{
  static const int rates[] = {8000, 11025, 22050, 44100, 88200, 192000, 384000};

  for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
    g_auto(Signal) signal = signal_new((gsize)rates[i] * 4);
    g_autoptr(AlLoudness) meter = NULL;
    gsize count;

    signal_add_tone(&signal, 0, signal.frames, 1000.0 / rates[i], 0, 0.1);
    meter = measure(&signal, rates[i]);
    g_assert_cmpfloat_with_epsilon(al_loudness_integrated(meter), -20, 0.1);
    g_assert_cmpfloat_with_epsilon(al_loudness_max_momentary(meter), -20, 0.1);
    g_assert_cmpfloat_with_epsilon(al_loudness_max_short_term(meter), -20, 0.1);
    al_loudness_series(meter, &count);
    g_assert_cmpuint(count, ==, 11);
  }
}

static void
test_mono_is_dual_mono(void)
{
  static const AlChannel map[] = {AL_CHANNEL_MONO};
  g_autoptr(AlLoudness) mono = al_loudness_new(48000, map, 1);

  for (int n = 0; n < 48000; n++)
    al_loudness_feed(mono, (double[]){0.1 * sin(2 * G_PI * n / 48.0)}, 1);
  al_loudness_finish(mono);
  g_assert_cmpfloat_with_epsilon(al_loudness_integrated(mono), -20, 0.1);
  g_assert_cmpfloat_with_epsilon(al_loudness_max_momentary(mono), -20, 0.1);
}

/* A soft file does not pull a loud album down: gated together. */
static void
test_album(void)
{
  static const double amplitudes[] = {0.1, 0.1, 0.01};
  AlLoudness *meters[3];

  for (gsize i = 0; i < 3; i++) {
    g_auto(Signal) signal = signal_new(48000 * 10);

    signal_add_tone(&signal, 0, signal.frames, 1000.0 / 48000, 0, amplitudes[i]);
    meters[i] = measure(&signal, 48000);
  }
  g_assert_cmpfloat_with_epsilon(al_loudness_album_integrated(meters, 3), -20, 0.1);
  g_assert_cmpfloat_with_epsilon(al_loudness_album_range(meters, 3), 20, 0.5);
  g_assert_cmpfloat_with_epsilon(al_loudness_album_loud_sections(meters, 3), -20, 0.1);
  for (gsize i = 0; i < 3; i++)
    al_loudness_free(meters[i]);
}

static void
test_block_sizes(void)
{
  g_auto(Signal) signal = signal_new(44100 * 4);
  g_autoptr(AlLoudness) whole = NULL;
  g_autoptr(AlLoudness) parts = al_loudness_new_stereo(44100);

  signal_add_tone(&signal, 5000, 100000, 0.02, 0, 0.3);
  whole = measure(&signal, 44100);
  for (gsize n = 0; n < signal.frames; n += 7)
    al_loudness_feed(parts, signal.samples + 2 * n, MIN(7, signal.frames - n));
  al_loudness_finish(parts);
  g_assert_true(al_loudness_integrated(whole) == al_loudness_integrated(parts));
  g_assert_true(al_loudness_max_momentary(whole) == al_loudness_max_momentary(parts));
  g_assert_true(al_loudness_range(whole) == al_loudness_range(parts));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/loudness/nothing", test_nothing);
  g_test_add_func("/loudness/short", test_short);
  g_test_add_func("/loudness/rates", test_rates);
  g_test_add_func("/loudness/mono_is_dual_mono", test_mono_is_dual_mono);
  g_test_add_func("/loudness/album", test_album);
  g_test_add_func("/loudness/block_sizes", test_block_sizes);
  return g_test_run();
}
