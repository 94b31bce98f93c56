/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/compressor.h"

#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>

#define RATE 48000
#define FRAMES RATE

/* 4:1 over -20 dBFS, hard, peak, 1 ms / 50 ms. */
static const AlCompressorSettings plain = {
    .dynamics =
        {
            .curve = {.threshold_db = -20, .ratio = 4, .knee_db = 0, .range_db = HUGE_VAL},
            .ballistics = {AL_SMOOTHING_BRANCHING, 0.001, 0.05},
            .detector = AL_DETECTOR_PEAK,
            .link = 1,
        },
    .part = AL_PART_STEREO,
    .mix = 1,
};

static double *
compress(const double *block, const AlCompressorSettings *settings, AlActivity *reduction)
{
  g_autoptr(AlSource) input = stream_new(block, FRAMES, RATE);
  g_autoptr(AlSource) compressor = al_compressor_new(input, settings);
  double *out = stream_read_all(compressor, 588);

  if (reduction != NULL)
    *reduction = al_compressor_get_reduction(compressor);
  return out;
}

static double
gain_db(const double *in, const double *out, gsize frame, guint channel)
{
  return 20 * log10(out[2 * frame + channel] / in[2 * frame + channel]);
}

/* Levels in dBFS of the two channels, constant. */
static double *
steps(double left_db, double right_db)
{
  double *block = signal_silence(FRAMES);

  for (gsize i = 0; i < FRAMES; i++) {
    block[2 * i] = pow(10, left_db / 20);
    block[2 * i + 1] = pow(10, right_db / 20);
  }
  return block;
}

static void
test_idle(void)
{
  AlCompressorSettings settings = plain;

  g_assert_false(al_compressor_is_idle(&settings));
  g_assert_false(al_compressor_is_idle(&al_compressor_defaults));
  settings.dynamics.curve.ratio = 1;
  g_assert_true(al_compressor_is_idle(&settings));
  settings.make_up_db = 1;
  g_assert_false(al_compressor_is_idle(&settings));
  settings = plain;
  settings.mix = 0;
  g_assert_true(al_compressor_is_idle(&settings));
}

static void
test_keeps_the_bits_below_the_threshold(void)
{
  for (AlPart part = AL_PART_STEREO; part <= AL_PART_SIDE; part++) {
    AlCompressorSettings settings = plain;
    g_autofree double *block = signal_silence(FRAMES);
    g_autofree double *out = NULL;
    AlActivity reduction;

    settings.part = part;
    settings.look_ahead_seconds = 0.003;
    signal_add_noise(block, FRAMES, 0.09, 3);
    out = compress(block, &settings, &reduction);
    g_assert_cmpmem(block, sizeof(double) * 2 * FRAMES, out, sizeof(double) * 2 * FRAMES);
    g_assert_cmpfloat(reduction.max_db, ==, 0);
    g_assert_cmpfloat(reduction.working, ==, 0);
  }
}

static void
test_link(void)
{
  g_autofree double *block = steps(-8, -30);
  const double expected_right_db[] = {0, -4.5, -9};

  for (gsize i = 0; i < 3; i++) {
    AlCompressorSettings settings = plain;
    g_autofree double *out = NULL;

    settings.dynamics.link = (double)i / 2;
    out = compress(block, &settings, NULL);
    g_assert_cmpfloat_with_epsilon(gain_db(block, out, FRAMES - 1, 0), -9, 1e-6);
    g_assert_cmpfloat_with_epsilon(gain_db(block, out, FRAMES - 1, 1), expected_right_db[i], 1e-6);
  }
}

/* Left and right alike have no side; of opposite sign they have no middle. */
static void
test_middle_and_side(void)
{
  g_autofree double *block = steps(-8, -8);

  for (AlPart part = AL_PART_MID; part <= AL_PART_SIDE; part++)
    for (gsize opposite = 0; opposite < 2; opposite++) {
      AlCompressorSettings settings = plain;
      double expected_db = (part == AL_PART_SIDE) == (opposite == 1) ? -9 : 0;
      g_autofree double *out = NULL;

      for (gsize i = 0; i < FRAMES; i++)
        block[2 * i + 1] = opposite ? -block[2 * i] : block[2 * i];
      settings.part = part;
      out = compress(block, &settings, NULL);
      g_assert_cmpfloat_with_epsilon(gain_db(block, out, FRAMES - 1, 0), expected_db, 1e-6);
      g_assert_cmpfloat_with_epsilon(gain_db(block, out, FRAMES - 1, 1), expected_db, 1e-6);
    }
}

static void
test_side_leaves_the_middle(void)
{
  AlCompressorSettings settings = plain;
  g_autofree double *block = signal_silence(FRAMES);
  g_autofree double *out = NULL;

  settings.part = AL_PART_SIDE;
  signal_add_noise(block, FRAMES, 0.9, 4);
  out = compress(block, &settings, NULL);
  for (gsize i = 0; i < FRAMES; i++)
    g_assert_cmpfloat_with_epsilon(out[2 * i] + out[2 * i + 1], block[2 * i] + block[2 * i + 1],
                                   1e-12);
}

static void
test_mix_and_make_up(void)
{
  AlCompressorSettings settings = plain;
  g_autofree double *block = steps(-8, -8);
  g_autofree double *out = NULL;

  settings.mix = 0.5;
  settings.make_up_db = 3;
  out = compress(block, &settings, NULL);
  g_assert_cmpfloat_with_epsilon(gain_db(block, out, FRAMES - 1, 0),
                                 20 * log10((1 + pow(10, -9.0 / 20)) / 2) + 3, 1e-6);
}

/* With 5 ms of look-ahead the gain of a step falls 5 ms before it. */
static void
test_look_ahead(void)
{
  const gsize step = FRAMES / 2, ahead = 240;
  AlCompressorSettings settings = plain;
  g_autofree double *block = steps(-30, -30);
  g_autofree double *late = NULL, *early = NULL;

  for (gsize i = 2 * step; i < 2 * FRAMES; i++)
    block[i] = 0.5;
  late = compress(block, &settings, NULL);
  settings.look_ahead_seconds = (double)ahead / RATE;
  early = compress(block, &settings, NULL);
  for (gsize i = ahead; i < FRAMES - ahead; i++)
    g_assert_cmpfloat_with_epsilon(gain_db(block, early, i - ahead, 0), gain_db(block, late, i, 0),
                                   1e-9);
  g_assert_cmpfloat(late[2 * step - 2], ==, block[2 * step - 2]);
}

/* Who looks ahead of the end of the audio sees nothing there, and does not let go for that. */
static void
test_holds_to_the_end(void)
{
  for (AlDetector detector = AL_DETECTOR_PEAK; detector <= AL_DETECTOR_RMS; detector++)
    for (int link = 0; link <= 1; link++) {
      AlCompressorSettings settings = plain;
      g_autofree double *block = steps(-6, -12);
      g_autofree double *out = NULL;

      settings.dynamics.detector = detector;
      settings.dynamics.link = link;
      settings.dynamics.ballistics.release_seconds = 0.01;
      settings.look_ahead_seconds = AL_COMPRESSOR_MAX_LOOK_AHEAD_SECONDS;
      out = compress(block, &settings, NULL);
      for (guint channel = 0; channel < 2; channel++)
        g_assert_cmpfloat_with_epsilon(gain_db(block, out, FRAMES - 1, channel),
                                       gain_db(block, out, FRAMES / 2, channel), 1e-6);
    }
}

static void
test_high_pass_does_not_hear_the_bass(void)
{
  AlCompressorSettings settings = plain;
  g_autofree double *block = signal_silence(FRAMES);
  g_autofree double *out = NULL;
  AlActivity reduction;

  settings.high_pass_hz = 200;
  signal_add_tone(block, FRAMES, 0.5, 40, 0, RATE);
  out = compress(block, &settings, &reduction);
  g_assert_cmpfloat(reduction.max_db, <, 0.1);
  settings.high_pass_hz = 0;
  g_free(g_steal_pointer(&out));
  out = compress(block, &settings, &reduction);
  g_assert_cmpfloat(reduction.max_db, >, 9);
}

static void
test_reduction_is_told(void)
{
  g_autofree double *block = steps(-60, -60);
  g_autofree double *out = NULL;
  AlActivity reduction;

  for (gsize i = FRAMES; i < 2 * FRAMES; i++)
    block[i] = pow(10, -8.0 / 20);
  out = compress(block, &plain, &reduction);
  g_assert_cmpfloat_with_epsilon(reduction.max_db, 9, 1e-3);
  g_assert_cmpfloat_with_epsilon(reduction.mean_db, 9, 0.1);
  g_assert_cmpfloat_with_epsilon(reduction.working, 0.5, 0.01);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/compressor/idle", test_idle);
  g_test_add_func("/compressor/keeps_the_bits_below_the_threshold",
                  test_keeps_the_bits_below_the_threshold);
  g_test_add_func("/compressor/link", test_link);
  g_test_add_func("/compressor/middle_and_side", test_middle_and_side);
  g_test_add_func("/compressor/side_leaves_the_middle", test_side_leaves_the_middle);
  g_test_add_func("/compressor/mix_and_make_up", test_mix_and_make_up);
  g_test_add_func("/compressor/look_ahead", test_look_ahead);
  g_test_add_func("/compressor/holds_to_the_end", test_holds_to_the_end);
  g_test_add_func("/compressor/high_pass_does_not_hear_the_bass",
                  test_high_pass_does_not_hear_the_bass);
  g_test_add_func("/compressor/reduction_is_told", test_reduction_is_told);
  return g_test_run();
}
