/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for every processor of dynamics and saturation, whatever it does to the sound. */

#include <math.h>
#include <string.h>
#include <time.h>

#include "tests/support/dynamics_cases.h"
#include "tests/support/stream.h"

#define RATE 48000

static double *
through(const DynamicsCase *c, const double *samples, gsize frames, gsize block_frames)
{
  g_autoptr(AlSource) input = stream_new(samples, (gint64)frames, RATE);
  g_autoptr(AlSource) processor = c->create(input);

  return stream_read_all(processor, block_frames);
}

/* Loud enough that all of them work. */
static double *
loud_music(gsize frames, guint32 seed)
{
  double *music = signal_music(frames, RATE, seed);

  for (gsize i = 0; i < 2 * frames; i++)
    music[i] *= 3;
  return music;
}

static void
test_block_sizes(gconstpointer data)
{
  static const gsize blocks[] = {1, 7, 588};
  const gsize frames = RATE / 2 + 11;
  g_autofree double *music = loud_music(frames, 1);
  g_autofree double *expected = through(data, music, frames, 4096);

  g_assert_cmpint(memcmp(music, expected, frames * 2 * sizeof(double)), !=, 0);
  for (gsize i = 0; i < G_N_ELEMENTS(blocks); i++) {
    g_autofree double *out = through(data, music, frames, blocks[i]);

    g_assert_cmpint(memcmp(out, expected, frames * 2 * sizeof(double)), ==, 0);
  }
}

/* One instance after another knows nothing of the one before. */
static void
test_a_new_one_begins_anew(gconstpointer data)
{
  const gsize frames = RATE / 2;
  g_autofree double *noise = signal_noise(frames, 2, 1);
  g_autofree double *music = loud_music(frames, 3);
  g_autofree double *before = through(data, music, frames, 588);
  g_autofree double *between = through(data, noise, frames, 588);
  g_autofree double *after = through(data, music, frames, 588);

  g_assert_cmpint(memcmp(before, after, frames * 2 * sizeof(double)), ==, 0);
  g_assert_cmpint(memcmp(before, between, frames * 2 * sizeof(double)), !=, 0);
}

static void
test_short_streams(gconstpointer data)
{
  static const gsize lengths[] = {0, 1, 2, 127, 128, 129, 512, 5000};

  for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
    g_autofree double *noise = signal_noise(lengths[i] + 1, 4, 0.5);
    g_autofree double *out = through(data, noise, lengths[i], 588);

    for (gsize k = 0; k < 2 * lengths[i]; k++)
      g_assert_true(isfinite(out[k]));
  }
}

/* Frame n out belongs to frame n in: noise is most like itself where it is not shifted. */
static void
test_latency_is_made_up_for(gconstpointer data)
{
  enum { FRAMES = 20000, SHIFT = 200 };
  g_autofree double *noise = signal_noise(FRAMES, 5, 0.5);
  g_autofree double *out = through(data, noise, FRAMES, 588);
  double best = 0;
  int best_shift = SHIFT;

  for (int shift = -SHIFT; shift <= SHIFT; shift++) {
    double sum = 0;

    for (int i = SHIFT; i < FRAMES - SHIFT; i++)
      sum += noise[2 * i] * out[2 * (i + shift)];
    if (sum > best) {
      best = sum;
      best_shift = shift;
    }
  }
  g_assert_cmpint(ABS(best_shift), <=, ((const DynamicsCase *)data)->turns_phase ? 4 : 0);
}

/* A second each of full-scale squares, +24 dBFS, -200 dBFS and silence, in a row. */
static void
test_hostile_input(gconstpointer data)
{
  g_autofree double *hostile = signal_noise(4 * RATE, 6, 1);
  g_autofree double *out = NULL;

  for (gsize i = 0; i < 2 * RATE; i++)
    hostile[i] = i / 2 % 100 < 50 ? 1 : -1;
  for (gsize i = 2 * RATE; i < 4 * RATE; i++)
    hostile[i] *= 15.85;
  for (gsize i = 4 * RATE; i < 6 * RATE; i++)
    hostile[i] *= 1e-10;
  memset(hostile + 6 * RATE, 0, 2 * RATE * sizeof *hostile);
  out = through(data, hostile, 4 * RATE, 4096);
  for (gsize i = 0; i < 8 * RATE; i++) {
    g_assert_true(isfinite(out[i]));
    g_assert_cmpfloat(fabs(out[i]), <, 100);
  }
}

static double
cpu_seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

enum { MUSIC_SECONDS = 1, SILENCE_SECONDS = 7 };

/* The best of some trials counts, as the machine may be busy. Not every machine is slow on denormal
 * numbers, so what comes out is looked at, too. */
static void
test_silence_is_not_slow(gconstpointer data)
{
  const gsize frames = (MUSIC_SECONDS + SILENCE_SECONDS) * RATE;
  g_autofree double *music = loud_music(frames, 7);
  g_autofree double *silence = g_memdup2(music, 2 * frames * sizeof(double));
  double on_music = HUGE_VAL, on_silence = HUGE_VAL;

  memset(silence + 2 * MUSIC_SECONDS * RATE, 0, 2 * SILENCE_SECONDS * RATE * sizeof *silence);
  for (int i = 0; i < 5 && (i < 2 || on_silence > 1.2 * on_music); i++) {
    double start = cpu_seconds(), middle;
    g_autofree double *one = through(data, music, frames, 4096);
    g_autofree double *other = NULL;

    middle = cpu_seconds();
    other = through(data, silence, frames, 4096);
    on_music = MIN(on_music, middle - start);
    g_assert_true(isfinite(one[0]));
    on_silence = MIN(on_silence, cpu_seconds() - middle);
    for (gsize k = 0; k < 2 * frames; k++)
      g_assert_cmpint(fpclassify(other[k]), !=, FP_SUBNORMAL);
  }
  g_test_message("time on silence after music / on music: %.2f", on_silence / on_music);
  g_assert_cmpfloat(on_silence, <=, 1.2 * on_music);
}

static void
add(const char *name, GTestDataFunc test)
{
  for (const DynamicsCase *c = dynamics_cases; c->name != NULL; c++) {
    g_autofree char *path = g_strdup_printf("/dynamics/%s/%s", name, c->name);

    g_test_add_data_func(path, c, test);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  add("block_sizes", test_block_sizes);
  add("a_new_one_begins_anew", test_a_new_one_begins_anew);
  add("short_streams", test_short_streams);
  add("latency_is_made_up_for", test_latency_is_made_up_for);
  add("hostile_input", test_hostile_input);
  add("silence_is_not_slow", test_silence_is_not_slow);
  return g_test_run();
}
