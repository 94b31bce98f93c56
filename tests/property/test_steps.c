/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for every step, whatever it does. A new kind needs a line in the table below. */

#include <math.h>
#include <string.h>
#include <time.h>

#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 48000

static const char *const settings[] = {
    "dc",
    "dc window=0.5",
    "gain gain=-3",
    "eq; high-pass=30 slope=24; bell=850 gain=-0.65; high-shelf=9000 gain=1",
    "eq; low-pass=15000 slope=6; notch=50; tilt=1; low-shelf=90 gain=-2 q=1.5",
    "eq; bell=200 gain=3 on=mid; bell=5000 gain=-3 on=side; bell=900 gain=2 on=left",
    "eq; bell=3000 threshold=-40 ratio=3 attack=0.001; low-shelf=120 threshold=-50 ratio=0.5",
    "eq phase=linear; bell=850 gain=-3; high-shelf=9000 gain=1 on=side",
    "deesser",
    "deesser threshold=-30 on=mid",
    "compressor",
    "compressor threshold=-40 attack=0.001 release=0.05 detector=peak link=0 look-ahead=0.005",
    "multiband; to=120 threshold=-40; to=4500 ratio=1; threshold=-30 ratio=1.5",
    "multiband phase=linear; to=300 threshold=-40; threshold=-30",
    "tape",
    "tape mix=0.5 drive=6 bias=0.3 speed=1",
    "clipper ceiling=-6 softness=0",
    "clipper mix=0.3 drive=3",
    "limiter ceiling=-20",
    "limiter ceiling=-12 release=0.05 look-ahead=0.001 link=0",
    "width side=2",
    "width side=1 mono-below=120",
    "width high-side=3 balance=1 rotation=5",
};

/* Name without settings, for the test's path. */
static char *
path_of(const char *test, const char *text)
{
  return g_strdup_printf("/steps/%s/%s", test, text);
}

static double *
through(const char *text, const double *samples, gsize frames, gsize block_frames)
{
  return step_apply(text, samples, frames, RATE, block_frames);
}

static void
test_block_sizes(gconstpointer text)
{
  static const gsize blocks[] = {1, 7, 588};
  gsize frames = RATE + 11;
  g_autofree double *music = signal_music(frames, RATE, 1);
  g_autofree double *expected = through(text, music, frames, 4096);

  for (gsize i = 0; i < G_N_ELEMENTS(blocks); i++) {
    g_autofree double *out = through(text, music, frames, blocks[i]);

    g_assert_cmpint(memcmp(out, expected, frames * 2 * sizeof(double)), ==, 0);
  }
}

/* Two chains one after the other know nothing of each other. */
static void
test_a_new_chain_begins_anew(gconstpointer text)
{
  gsize frames = RATE;
  g_autofree double *loud = signal_noise(frames, 2, 1.0);
  g_autofree double *music = signal_music(frames, RATE, 3);
  g_autofree double *before = through(text, music, frames, 588);
  g_autofree double *between = through(text, loud, frames, 588);
  g_autofree double *after = through(text, music, frames, 588);

  g_assert_cmpint(memcmp(before, after, frames * 2 * sizeof(double)), ==, 0);
  g_assert_cmpint(memcmp(before, between, frames * 2 * sizeof(double)), !=, 0);
}

/* Lengths that a look-ahead or a kernel may stumble over; stream_read_all() checks the length. */
static void
test_short_streams(gconstpointer text)
{
  static const gsize lengths[] = {0, 1, 2, 255, 256, 257, 5000};

  for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
    g_autofree double *noise = signal_noise(lengths[i] + 1, 4, 0.5);
    g_autofree double *out = through(text, noise, lengths[i], 588);

    for (gsize k = 0; k < 2 * lengths[i]; k++)
      g_assert_true(isfinite(out[k]));
  }
}

/* Frame n out belongs to frame n in: noise is most like itself where it is not shifted. */
static void
test_latency_is_made_up_for(gconstpointer text)
{
  enum { FRAMES = 20000, SHIFT = 300 };
  g_autofree double *noise = signal_noise(FRAMES, 5, 0.1);
  g_autofree double *out = NULL;
  double best = 0.0;
  int best_shift = SHIFT;

  for (gsize i = 0; i < FRAMES; i++)
    noise[2 * i + 1] = 0.3 * noise[2 * i + 1] + 0.7 * noise[2 * i];
  out = through(text, noise, FRAMES, 588);
  for (int shift = -SHIFT; shift <= SHIFT; shift++) {
    double sum = 0.0;

    for (gsize i = SHIFT; i < FRAMES - SHIFT; i++)
      sum += noise[2 * i] * out[2 * (i + (gsize)(shift + SHIFT) - SHIFT)];
    if (fabs(sum) > best) {
      best = fabs(sum);
      best_shift = shift;
    }
  }
  g_assert_cmpint(ABS(best_shift), <=, 2);
}

/* A second each of full-scale squares, +24 dBFS, -200 dBFS and silence, in a row. */
static double *
hostile_signal(void)
{
  double *samples = signal_noise(4 * RATE, 6, 1.0);

  for (gsize i = 0; i < 2 * RATE; i++)
    samples[i] = i / 2 % 100 < 50 ? 1.0 : -1.0;
  for (gsize i = 2 * RATE; i < 4 * RATE; i++)
    samples[i] *= 15.85;
  for (gsize i = 4 * RATE; i < 6 * RATE; i++)
    samples[i] *= 1e-10;
  memset(samples + 6 * RATE, 0, 2 * RATE * sizeof *samples);
  return samples;
}

static void
test_hostile_input(gconstpointer text)
{
  g_autofree double *hostile = hostile_signal();
  g_autofree double *out = through(text, hostile, 4 * RATE, 4096);

  for (gsize i = 0; i < 8 * RATE; i++) {
    g_assert_true(isfinite(out[i]));
    g_assert_cmpfloat(fabs(out[i]), <, 1000.0);
  }
}

static double
cpu_seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

enum { MUSIC_SECONDS = 2, SILENCE_SECONDS = 12 };

static double
seconds_for(const char *text, const double *samples, gsize frames)
{
  double start = cpu_seconds();
  g_autofree double *out = through(text, samples, frames, 4096);

  for (gsize i = 0; i < 2 * frames; i++)
    g_assert_cmpint(fpclassify(out[i]), !=, FP_SUBNORMAL);
  return cpu_seconds() - start;
}

/* States of filters decay through the denormal numbers some seconds after the music, for seconds:
 * the time for music and then silence is compared with that for as much music. The best of some
 * trials counts, as the machine may be busy. */
static void
test_silence_is_not_slow(gconstpointer text)
{
  gsize frames = (MUSIC_SECONDS + SILENCE_SECONDS) * RATE;
  g_autofree double *music = signal_music(frames, RATE, 7);
  g_autofree double *faded = g_memdup2(music, 2 * frames * sizeof *music);
  double ratio = 1e9;

  memset(faded + 2 * MUSIC_SECONDS * RATE, 0, 2 * SILENCE_SECONDS * RATE * sizeof *faded);
  for (int i = 0; i < 8 && ratio > 1.2; i++)
    ratio = MIN(ratio, seconds_for(text, faded, frames) / seconds_for(text, music, frames));
  g_test_message("time on silence after music / on music: %.2f", ratio);
  g_assert_cmpfloat(ratio, <=, 1.2);
}

/* Every kind there is has settings above that make it work. */
static void
test_every_kind_is_here(void)
{
  for (guint i = 0; al_step_kinds[i] != NULL; i++) {
    gboolean found = FALSE;

    for (gsize k = 0; k < G_N_ELEMENTS(settings); k++) {
      g_autoptr(AlStep) step = step_from_text(settings[k]);

      g_assert_false(al_step_is_idle(step));
      found = found || step->kind == al_step_kinds[i];
    }
    if (!found)
      g_error("no settings for %s", al_step_kinds[i]->name);
  }
}

static void
add(const char *name, GTestDataFunc test)
{
  for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
    g_autofree char *path = path_of(name, settings[i]);

    g_test_add_data_func(path, settings[i], test);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/steps/every_kind_is_here", test_every_kind_is_here);
  add("block_sizes", test_block_sizes);
  add("a_new_chain_begins_anew", test_a_new_chain_begins_anew);
  add("short_streams", test_short_streams);
  add("latency_is_made_up_for", test_latency_is_made_up_for);
  add("hostile_input", test_hostile_input);
  add("silence_is_not_slow", test_silence_is_not_slow);
  return g_test_run();
}
