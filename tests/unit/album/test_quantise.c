/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "album/audio/quantise.h"
#include "album/error.h"
#include "tests/support/signal.h"

#define RATE 44100
#define EXACT_FRAMES 4410

static const AlDither dithers[] = {AL_DITHER_SHAPED, AL_DITHER_TPDF, AL_DITHER_NONE};

static gint32 *
quantise_at(int rate, const double *samples, gint64 frames, AlDither dither, guint64 seed,
            gint64 *clipped)
{
  g_autoptr(AlSource) source = test_source_new(samples, frames, rate);
  g_autoptr(AlQuantiser) quantiser = al_quantiser_new(source, 16, dither, seed);
  gint32 *out = g_new(gint32, 2 * frames + 2);

  g_assert_cmpint(al_quantiser_read(quantiser, out, (gsize)frames + 1, NULL), ==, frames);
  if (clipped != NULL)
    *clipped = al_quantiser_clipped_samples(quantiser);
  return out;
}

static gint32 *
quantise(const double *samples, gint64 frames, AlDither dither)
{
  return quantise_at(RATE, samples, frames, dither, 1, NULL);
}

static void
put_on_grid(double *samples, gint64 first, gint64 frames)
{
  for (gint64 i = 2 * first; i < 2 * (first + frames); i++)
    samples[i] = floor(samples[i] * 32768) / 32768;
}

static gboolean
is_exact(const double *samples, const gint32 *out, gint64 first, gint64 frames)
{
  for (gint64 i = 2 * first; i < 2 * (first + frames); i++)
    if (samples[i] * 32768 != out[i])
      return FALSE;
  return TRUE;
}

/* The slow reference: a run is exact if it is long enough, wherever it lies; a shorter one is
 * dithered like everything else. */
static void
check_runs(const double *samples, const gint32 *out, gint64 frames)
{
  for (gint64 first = 0; first < frames;) {
    gint64 end = first;

    while (end < frames && samples[2 * end] * 32768 == floor(samples[2 * end] * 32768) &&
           samples[2 * end + 1] * 32768 == floor(samples[2 * end + 1] * 32768))
      end++;
    if (end - first >= EXACT_FRAMES)
      g_assert_true(is_exact(samples, out, first, end - first));
    else if (end - first >= 100)
      g_assert_false(is_exact(samples, out, first, end - first));
    first = end + 1;
  }
}

static void
test_runs(void)
{
  static const gint64 lengths[] = {EXACT_FRAMES - 1,
                                   EXACT_FRAMES,
                                   EXACT_FRAMES + 1,
                                   100,
                                   AL_BLOCK_FRAMES,
                                   3 * EXACT_FRAMES,
                                   9000,
                                   4409};
  g_autoptr(GRand) random = g_rand_new_with_seed(5);

  for (int round = 0; round < 20; round++) {
    const gint64 frames = 60000;
    g_autofree double *samples = test_noise(0.9, (guint32)round, frames);

    for (gint64 first = g_rand_int_range(random, 0, 3);;) {
      gint64 length = lengths[g_rand_int_range(random, 0, G_N_ELEMENTS(lengths))];

      if (first + length > frames)
        break;
      put_on_grid(samples, first, length);
      first += length + g_rand_int_range(random, 1, 3000);
    }
    for (guint i = 0; i < 2; i++) {
      g_autofree gint32 *out = quantise(samples, frames, dithers[i]);

      check_runs(samples, out, frames);
    }
  }
}

/* A 16-bit mix that nothing touched keeps its bits, extremes included. */
static void
test_whole_mix_is_exact(void)
{
  const gint64 frames = 30000;
  g_autofree double *samples = test_noise(1, 1, frames);

  put_on_grid(samples, 0, frames);
  samples[2 * 500] = -1;
  samples[2 * 501] = 32767 / 32768.0;
  for (guint i = 0; i < G_N_ELEMENTS(dithers); i++) {
    g_autofree gint32 *out = quantise(samples, frames, dithers[i]);

    g_assert_true(is_exact(samples, out, 0, frames));
  }
}

/* Silence after music is silent from its first frame; one frame off the grid in one channel is
 * enough to end a run. */
static void
test_silence_stays_silent(void)
{
  const gint64 frames = 30000;

  for (guint i = 0; i < 2; i++) {
    g_autofree double *samples = test_noise(0.5, 1, frames);
    g_autofree gint32 *out = NULL;

    memset(samples + 2 * 10000, 0, 2 * 20000 * sizeof *samples);
    samples[2 * 20000 + 1] = 1e-9;
    out = quantise(samples, frames, dithers[i]);
    g_assert_false(is_exact(samples, out, 9000, 1000));
    g_assert_true(is_exact(samples, out, 10000, 10000));
    g_assert_true(is_exact(samples, out, 20001, 9999));
  }
}

/* What comes after a run does not know what was before it: its loop starts afresh, and the noise
 * follows from the frame's number alone. */
static void
test_runs_reset(void)
{
  const gint64 frames = 20000, after = 15000;

  for (guint i = 0; i < 2; i++) {
    g_autofree double *samples = test_noise(0.5, 1, frames);
    g_autofree gint32 *expected = NULL;
    g_autofree gint32 *out = NULL;

    memset(samples + 2 * 5000, 0, 2 * 10000 * sizeof *samples);
    expected = quantise(samples, frames, dithers[i]);
    memset(samples, 0, 2 * 5000 * sizeof *samples);
    out = quantise(samples, frames, dithers[i]);
    g_assert_cmpmem(out + 2 * after, 2 * 5000 * sizeof *out, expected + 2 * after,
                    2 * 5000 * sizeof *expected);
  }
}

static void
test_seed(void)
{
  const gint64 frames = 5000;
  g_autofree double *samples = test_noise(0.5, 1, frames);
  g_autofree gint32 *first = quantise_at(RATE, samples, frames, AL_DITHER_TPDF, 1, NULL);
  g_autofree gint32 *again = quantise_at(RATE, samples, frames, AL_DITHER_TPDF, 1, NULL);
  g_autofree gint32 *other = quantise_at(RATE, samples, frames, AL_DITHER_TPDF, 2, NULL);
  gint64 differing = 0;

  g_assert_cmpmem(first, (gsize)frames * 8, again, (gsize)frames * 8);
  for (gint64 i = 0; i < 2 * frames; i++)
    differing += first[i] != other[i];
  g_assert_cmpint(differing, >, frames / 2);
}

static void
test_rounding(void)
{
  static const struct {
    double steps;
    gint32 expected;
  } rows[] = {{0.49, 0},        {0.5, 0},           {0.51, 1},         {1.5, 2},
              {-0.5, 0},        {-0.51, -1},        {-1.5, -2},        {32766.6, 32767},
              {32767.4, 32767}, {-32768.4, -32768}, {-32767.6, -32768}};
  double samples[2 * G_N_ELEMENTS(rows)];
  g_autofree gint32 *out = NULL;
  gint64 clipped;

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    samples[2 * i] = samples[2 * i + 1] = rows[i].steps / 32768;
  out = quantise_at(RATE, samples, G_N_ELEMENTS(rows), AL_DITHER_NONE, 1, &clipped);
  for (guint i = 0; i < 2 * G_N_ELEMENTS(rows); i++)
    g_assert_cmpint(out[i], ==, rows[i / 2].expected);
  g_assert_cmpint(clipped, ==, 0);
}

/* Far over full scale for a while: cut and counted, and the loop is calm again at once. */
static void
test_clipping(void)
{
  const gint64 frames = 30000;

  for (guint i = 0; i < G_N_ELEMENTS(dithers); i++) {
    g_autofree double *samples = test_sine(1000.1, 0.1, RATE, frames);
    double bound = al_quantiser_max_error_steps(dithers[i], RATE);
    g_autofree gint32 *out = NULL;
    gint64 clipped;

    for (gint64 frame = 10000; frame < 11000; frame++) {
      samples[2 * frame] = 1.5;
      samples[2 * frame + 1] = frame == 10000 ? -1e300 : -1.2;
    }
    out = quantise_at(RATE, samples, frames, dithers[i], 1, &clipped);
    g_assert_cmpint(clipped, ==, 2000);
    for (gint64 k = 0; k < 2 * frames; k++)
      if (k < 20000 || k >= 22000)
        g_assert_cmpfloat(fabs(out[k] - samples[k] * 32768), <=, bound);
      else
        g_assert_cmpint(out[k], ==, k % 2 == 0 ? 32767 : -32768);
  }
}

/* Shaped dither at a rate without a curve is TPDF. */
static void
test_other_rates(void)
{
  const gint64 frames = 5000;
  g_autofree double *samples = test_noise(0.5, 1, frames);
  g_autofree gint32 *shaped = quantise_at(96000, samples, frames, AL_DITHER_SHAPED, 1, NULL);
  g_autofree gint32 *tpdf = quantise_at(96000, samples, frames, AL_DITHER_TPDF, 1, NULL);

  g_assert_cmpmem(shaped, (gsize)frames * 8, tpdf, (gsize)frames * 8);
  g_assert_cmpfloat(al_quantiser_max_error_steps(AL_DITHER_SHAPED, 96000), ==, 1.5);
  g_assert_cmpfloat(al_quantiser_max_error_steps(AL_DITHER_SHAPED, 44100), <, 25);
  g_assert_cmpfloat(al_quantiser_max_error_steps(AL_DITHER_NONE, 44100), ==, 0.5);
}

/* 24 bits: what lies on their grid passes, the rest is dithered within 1.5 of its steps, and what
 * does not fit is cut. */
static void
test_24_bits(void)
{
  const double scale = 8388608;
  const gint64 frames = 20000, touched = 8000;
  g_autofree double *samples = test_noise(0.5, 1, frames);
  g_autofree gint32 *out = g_new(gint32, 2 * frames);
  g_autoptr(AlSource) source = NULL;
  g_autoptr(AlQuantiser) quantiser = NULL;
  gint64 moved = 0;

  for (gint64 i = 2 * touched; i < 2 * frames; i++)
    samples[i] = floor(samples[i] * scale) / scale;
  samples[0] = 1;
  source = test_source_new(samples, frames, RATE);
  quantiser = al_quantiser_new(source, 24, AL_DITHER_TPDF, 1);
  g_assert_cmpint(al_quantiser_read(quantiser, out, (gsize)frames, NULL), ==, frames);
  g_assert_cmpint(out[0], ==, 8388607);
  g_assert_cmpint(al_quantiser_clipped_samples(quantiser), ==, 1);
  for (gint64 i = 2; i < 2 * touched; i++) {
    g_assert_cmpfloat(fabs(out[i] - samples[i] * scale), <=, 1.5);
    moved += fabs(out[i] - samples[i] * scale) > 0.5;
  }
  g_assert_cmpint(moved, >, touched / 2);
  for (gint64 i = 2 * touched; i < 2 * frames; i++)
    g_assert_cmpfloat(out[i], ==, samples[i] * scale);
}

static void
test_failure(void)
{
  g_autofree double *samples = test_noise(0.5, 1, 20000);
  g_autoptr(AlSource) source = test_source_new_failing(samples, 20000, RATE, 9000);
  g_autoptr(AlQuantiser) quantiser = al_quantiser_new(source, 16, AL_DITHER_TPDF, 1);
  g_autoptr(GError) error = NULL;
  gint32 out[2 * 1000];
  gssize got;

  while ((got = al_quantiser_read(quantiser, out, 1000, &error)) > 0)
    g_assert_no_error(error);
  g_assert_cmpint(got, ==, -1);
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_clear_error(&error);
  g_assert_cmpint(al_quantiser_read(quantiser, out, 1000, &error), ==, -1);
  g_assert_no_error(error);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/quantise/runs", test_runs);
  g_test_add_func("/quantise/whole_mix_is_exact", test_whole_mix_is_exact);
  g_test_add_func("/quantise/silence_stays_silent", test_silence_stays_silent);
  g_test_add_func("/quantise/runs_reset", test_runs_reset);
  g_test_add_func("/quantise/seed", test_seed);
  g_test_add_func("/quantise/rounding", test_rounding);
  g_test_add_func("/quantise/clipping", test_clipping);
  g_test_add_func("/quantise/other_rates", test_other_rates);
  g_test_add_func("/quantise/24_bits", test_24_bits);
  g_test_add_func("/quantise/failure", test_failure);
  return g_test_run();
}
