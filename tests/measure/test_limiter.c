/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The limiter's promises, as tables: the ceiling holds on hostile signals, for slow references of
 * several lengths and for libebur128; what it does to tones; what it leaves alone. */

#include <ebur128.h>

#include "album/limiter/limiter.h"
#include "tests/measure/signals.h"

#define RATE 44100
#define FRAMES 11025

static Signal
limit(const Signal *signal, const AlLimiterSettings *settings, gsize block_frames)
{
  SignalSource source = signal_source(signal, RATE);
  gint64 start = 0;
  g_autoptr(AlSource) limiter = al_limiter_new(&source.source, settings, &start, 1);
  Signal limited = signal_new(signal->frames);
  gsize done = 0;

  while (done < signal->frames) {
    gsize asked = MIN(block_frames, signal->frames - done);

    g_assert_cmpint(al_source_read(limiter, limited.samples + 2 * done, asked, NULL), ==, asked);
    done += asked;
  }
  g_assert_cmpint(al_source_read(limiter, (double[2]){0}, 1, NULL), ==, 0);
  return limited;
}

static double
library_peak(const Signal *signal)
{
  static const double silence[2 * 1024];
  ebur128_state *state = ebur128_init(2, RATE, EBUR128_MODE_TRUE_PEAK);
  double left, right;

  ebur128_add_frames_double(state, signal->samples, signal->frames);
  ebur128_add_frames_double(state, silence, 1024);
  ebur128_true_peak(state, 0, &left);
  ebur128_true_peak(state, 1, &right);
  ebur128_destroy(&state);
  return 20 * log10(MAX(left, right));
}

typedef double (*Generator)(gsize n, GRand *random);

static double
noise(gsize n, GRand *random)
{
  (void)n;
  return g_rand_double_range(random, -4, 4);
}

static double
slow_square(gsize n, GRand *random)
{
  (void)random;
  return n / 50 % 2 == 0 ? 1 : -1;
}

static double
fast_square(gsize n, GRand *random)
{
  (void)random;
  return n / 3 % 2 == 0 ? 1 : -1;
}

static double
clicks(gsize n, GRand *random)
{
  (void)random;
  return n % 997 == 500 ? 4 : 0;
}

static double
step(gsize n, GRand *random)
{
  (void)random;
  return n < FRAMES / 2 ? 0 : 2;
}

static double
burst(gsize n, GRand *random)
{
  (void)random;
  return n < FRAMES / 2 ? 0 : 4 * sin(2 * G_PI * 0.0227 * (double)n);
}

/* The worst for every interpolating filter: a sign that changes with every frame, turned around now
 * and then. */
static double
alternation(gsize n, GRand *random)
{
  (void)random;
  return (n % 2 == 0 ? 1 : -1) * (n / 200 % 2 == 0 ? 1 : -1);
}

/* Twenty partials with an envelope of drum hits, 10 dB over. */
static double
music(gsize n, GRand *random)
{
  double sum = g_rand_double_range(random, -0.1, 0.1), time = (double)n / RATE;

  for (int i = 1; i <= 20; i++)
    sum += sin(2 * G_PI * 61.7 * i * 1.003 * time + i * i) / i;
  return 1.6 * sum * (0.4 + exp(-(double)(n % 5000) / 900));
}

static const struct {
  const char *name;
  Generator generator;
} signals[] = {
    {"noise", noise},
    {"slow square", slow_square},
    {"fast square", fast_square},
    {"clicks", clicks},
    {"step", step},
    {"burst", burst},
    {"music", music},
    {"alternation", alternation},
};

static Signal
generate(Generator generator)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(3);
  Signal signal = signal_new(FRAMES);

  for (gsize n = 0; n < FRAMES; n++) {
    signal.samples[2 * n] = generator(n, random);
    signal.samples[2 * n + 1] = 0.9 * generator(n, random);
  }
  return signal;
}

static const double ceilings[] = {-0.1, -0.3, -1, -2};

/* The hardest for the second pass: the shortest look-ahead, and a release as fast as it. */
static void
make_hard(AlLimiterSettings *settings)
{
  settings->look_ahead_seconds = AL_LIMITER_MIN_LOOK_AHEAD;
  settings->release_seconds = 0.002;
}

/* Holds a signal to a ceiling, by references between the shortest and the longest filter that the
 * limiter looks through. */
static void
check_ceiling(const char *name, const Signal *signal, double ceiling, gboolean hard)
{
  static const struct {
    int taps;
    double beta;
  } references[] = {{64, 8}, {96, 7}, {160, 8}};
  AlLimiterSettings settings;
  g_auto(Signal) limited = {0};
  double highest = library_peak(signal);

  al_limiter_settings_init(&settings);
  settings.ceiling_dbtp = ceiling;
  if (hard)
    make_hard(&settings);
  limited = limit(signal, &settings, 4096);
  g_assert_cmpfloat(highest, >, ceiling);
  highest = library_peak(&limited);
  g_assert_cmpfloat(highest, <=, ceiling);
  for (gsize i = 0; i < G_N_ELEMENTS(references); i++) {
    double peak = reference_peak(&limited, references[i].taps, references[i].beta,
                                 0.6 * pow(10, ceiling / 20));

    g_assert_cmpfloat(peak, <=, ceiling);
    highest = MAX(highest, peak);
  }
  g_test_message("%s%s, ceiling %.1f: %.4f dBTP", name, hard ? ", hard" : "", ceiling, highest);
}

static void
test_ceiling(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(signals); i++) {
    g_auto(Signal) signal = generate(signals[i].generator);

    for (gsize c = 0; c < G_N_ELEMENTS(ceilings); c++)
      check_ceiling(signals[i].name, &signal, ceilings[c], FALSE);
    check_ceiling(signals[i].name, &signal, -1, TRUE);
  }
}

static void
test_ceiling_of_tones(void)
{
  static const double cycles[] = {1.0 / 4, 1.0 / 3, 1.0 / 6, 0.45};

  for (gsize i = 0; i < G_N_ELEMENTS(cycles); i++)
    for (int phase = 0; phase < 8; phase++) {
      g_auto(Signal) signal = signal_new(3000);

      signal_add_tone(&signal, 200, 2500, cycles[i], phase * G_PI / 8, 3);
      check_ceiling("tone", &signal, ceilings[phase % 4], phase > 3);
    }
}

/* Not far below it either, where nothing lies near the top of the band. */
static void
test_ceiling_is_used(void)
{
  g_auto(Signal) signal = generate(burst);
  g_auto(Signal) limited = {0};
  AlLimiterSettings settings;

  al_limiter_settings_init(&settings);
  limited = limit(&signal, &settings, 4096);
  g_assert_cmpfloat(reference_peak(&limited, 64, 8, 0.5), >, -1.01);
}

static void
test_margin(void)
{
  g_auto(Signal) signal = generate(burst);
  g_auto(Signal) limited = {0};
  AlLimiterSettings settings;

  al_limiter_settings_init(&settings);
  settings.margin = 0.01;
  limited = limit(&signal, &settings, 4096);
  g_assert_cmpfloat_with_epsilon(reference_peak(&limited, 64, 8, 0.5),
                                 20 * log10(pow(10, -1 / 20.0) - 0.01), 0.01);
}

/* What is beside the tones, in dB of them; over whole seconds, where whole hertz are orthogonal. */
static double
residue_db(const Signal *signal, const double *hz, gsize count, gsize first)
{
  g_autofree double *x = g_new(double, RATE);
  double tones = 0, rest = 0;

  for (gsize n = 0; n < RATE; n++)
    x[n] = signal->samples[2 * (first + n)];
  for (gsize i = 0; i < count; i++) {
    double w = 2 * G_PI * hz[i] / RATE, a = 0, b = 0;

    for (gsize n = 0; n < RATE; n++) {
      a += x[n] * cos(w * (double)n) * 2 / RATE;
      b += x[n] * sin(w * (double)n) * 2 / RATE;
    }
    for (gsize n = 0; n < RATE; n++)
      x[n] -= a * cos(w * (double)n) + b * sin(w * (double)n);
    tones += (a * a + b * b) / 2;
  }
  for (gsize n = 0; n < RATE; n++)
    rest += x[n] * x[n] / RATE;
  return 10 * log10(rest / tones + 1e-30);
}

static void
test_distortion(void)
{
  static const struct {
    double hz[4];
    gsize count;
    double db;    /* of reduction */
    double limit; /* of the residue, dB */
  } table[] = {
      {{40}, 1, 3, -110},           {{40}, 1, 6, -110},       {{1000}, 1, 3, -130},
      {{1000}, 1, 6, -130},         {{60, 7000}, 2, 3, -65},  {{60, 7000}, 2, 6, -65},
      {{997, 1013}, 2, 3, -30},     {{997, 1013}, 2, 6, -26}, {{50, 1000, 3000, 9000}, 4, 3, -110},
      {{220, 277, 330}, 3, 6, -26},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
    g_auto(Signal) signal = signal_new(4 * RATE);
    g_auto(Signal) limited = {0};
    AlLimiterSettings settings;
    double residue;

    for (gsize tone = 0; tone < table[i].count; tone++)
      signal_add_tone(&signal, 0, signal.frames, table[i].hz[tone] / RATE, (double)tone,
                      pow(10, (table[i].db - 1) / 20) / (double)table[i].count);
    al_limiter_settings_init(&settings);
    limited = limit(&signal, &settings, 4096);
    residue = residue_db(&limited, table[i].hz, table[i].count, 2 * RATE);
    g_test_message("%g Hz and %zu more, %g dB: %.1f dB", table[i].hz[0], table[i].count - 1,
                   table[i].db, residue);
    g_assert_cmpfloat(residue, <=, table[i].limit);
  }
}

static void
test_idle_is_bit_exact(void)
{
  g_auto(Signal) signal = generate(music);
  g_auto(Signal) limited = {0};
  AlLimiterSettings settings;

  for (gsize n = 0; n < 2 * FRAMES; n++)
    signal.samples[n] *= 0.02;
  /* One loud place, and its surroundings. */
  for (gsize n = 3000; n < 3050; n++)
    signal.samples[2 * n] *= 100;
  al_limiter_settings_init(&settings);
  settings.release_seconds = 0.005;
  limited = limit(&signal, &settings, 4096);
  g_assert_cmpmem(limited.samples, 2 * 2700 * sizeof(double), signal.samples,
                  2 * 2700 * sizeof(double));
  g_assert_cmpmem(limited.samples + 2 * 7000, 2 * 4000 * sizeof(double), signal.samples + 2 * 7000,
                  2 * 4000 * sizeof(double));
  g_assert_cmpfloat(limited.samples[2 * 3025], !=, signal.samples[2 * 3025]);
}

static void
test_block_sizes(void)
{
  static const gsize sizes[] = {1, 7, 588};
  g_auto(Signal) signal = generate(music);
  g_auto(Signal) whole = {0};
  AlLimiterSettings settings;

  al_limiter_settings_init(&settings);
  settings.link = 0.5;
  whole = limit(&signal, &settings, 4096);
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_auto(Signal) limited = limit(&signal, &settings, sizes[i]);

    g_assert_cmpmem(limited.samples, 2 * FRAMES * sizeof(double), whole.samples,
                    2 * FRAMES * sizeof(double));
  }
}

/* A click on a DC far below the ceiling shows the gain: it begins to fall one look-ahead before the
 * click and at no frame faster than the steepest point of the smoothing allows. */
static void
test_attack(void)
{
  static const double look_aheads[] = {0.002, 0.004, 0.008};

  for (gsize i = 0; i < G_N_ELEMENTS(look_aheads); i++) {
    g_auto(Signal) signal = signal_new(FRAMES);
    g_auto(Signal) limited = {0};
    AlLimiterSettings settings;
    gsize frames = (gsize)(look_aheads[i] * RATE + 0.5), begin = 0;
    double steepest = 0;

    for (gsize n = 0; n < 2 * FRAMES; n++)
      signal.samples[n] = 1e-3;
    signal.samples[2 * 5000] = 2;
    al_limiter_settings_init(&settings);
    settings.look_ahead_seconds = look_aheads[i];
    settings.release_seconds = 0.5;
    limited = limit(&signal, &settings, 4096);
    for (gsize n = 1; n < 5000; n++) {
      double gain = limited.samples[2 * n + 1] * 1000, before = limited.samples[2 * n - 1] * 1000;

      begin = begin == 0 && gain < 1 ? n : begin;
      steepest = MAX(steepest, before - gain);
    }
    /* The click holds for a frame on each side of it. */
    g_assert_cmpuint(begin, >=, 5000 - frames - 2);
    g_assert_cmpuint(begin, <=, 5000 - frames + 2);
    g_assert_cmpfloat(steepest, <=, 0.56 * 2.6 / (double)frames);
    g_assert_cmpfloat(limited.samples[2 * 5000], <=, pow(10, -1 / 20.0));
    g_assert_cmpfloat(limited.samples[2 * 5000], >, 0.99 * pow(10, -1 / 20.0));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/limiter/ceiling", test_ceiling);
  g_test_add_func("/limiter/ceiling_of_tones", test_ceiling_of_tones);
  g_test_add_func("/limiter/ceiling_is_used", test_ceiling_is_used);
  g_test_add_func("/limiter/margin", test_margin);
  g_test_add_func("/limiter/distortion", test_distortion);
  g_test_add_func("/limiter/idle_is_bit_exact", test_idle_is_bit_exact);
  g_test_add_func("/limiter/block_sizes", test_block_sizes);
  g_test_add_func("/limiter/attack", test_attack);
  return g_test_run();
}
