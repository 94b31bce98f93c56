/* SPDX-License-Identifier: GPL-3.0-or-later */

/* EBU Tech 3341 (2023) cases 1-6 and 9-23, and Tech 3342 (2023) cases 1-4, at 44.1, 48 and 96 kHz.
 * Cases 7 and 8 of the one and 5 and 6 of the other are recordings and cannot be made. */

#include "album/measure/loudness.h"
#include "album/measure/true_peak.h"
#include "tests/measure/signals.h"

static const int rates[] = {44100, 48000, 96000};

typedef struct {
  double seconds;
  double dbfs; /* -HUGE_VAL: silence */
} Part;

#define SILENCE (-HUGE_VAL)

/* A second of a 1 kHz tone. */
static const double *
tone_at(int rate)
{
  static double tone[96000];
  static int made_for = 0;

  for (int n = 0; n < rate && made_for != rate; n++)
    tone[n] = sin(2 * G_PI * n * 1000 / rate);
  made_for = rate;
  return tone;
}

/* Feeds a 1 kHz tone of a level to both channels; `frame` counts through. */
static void
feed(AlLoudness *meter, int rate, Part part, gint64 *frame)
{
  gsize frames = (gsize)(part.seconds * rate + 0.5);
  const double *tone = tone_at(rate);
  double amplitude = pow(10, part.dbfs / 20), block[2 * 480];

  while (frames > 0) {
    gsize count = MIN(frames, 480);

    for (gsize n = 0; n < count; n++, (*frame)++)
      block[2 * n] = block[2 * n + 1] = amplitude * tone[*frame % rate];
    al_loudness_feed(meter, block, count);
    frames -= count;
  }
}

static AlLoudness *
measure(int rate, const Part *parts, gsize count)
{
  AlLoudness *meter = al_loudness_new_stereo(rate);
  gint64 frame = 0;

  for (gsize i = 0; i < count; i++)
    feed(meter, rate, parts[i], &frame);
  al_loudness_finish(meter);
  return meter;
}

typedef struct {
  int number;
  Part parts[5];
  gsize count;
  double expected;
} Case;

static void
test_integrated(void)
{
  static const Case cases[] = {
      {1, {{20, -23}}, 1, -23},
      {2, {{20, -33}}, 1, -33},
      {3, {{10, -36}, {60, -23}, {10, -36}}, 3, -23},
      {4, {{10, -72}, {10, -36}, {60, -23}, {10, -36}, {10, -72}}, 5, -23},
      {5, {{20, -26}, {20.1, -20}, {20, -26}}, 3, -23},
  };

  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
      g_autoptr(AlLoudness) meter = measure(rates[r], cases[i].parts, cases[i].count);
      double integrated = al_loudness_integrated(meter);

      g_test_message("3341-%d, %d Hz: %.3f LUFS", cases[i].number, rates[r], integrated);
      g_assert_cmpfloat_with_epsilon(integrated, cases[i].expected, 0.1);
      if (cases[i].number <= 2) {
        g_assert_cmpfloat_with_epsilon(al_loudness_max_momentary(meter), cases[i].expected, 0.1);
        g_assert_cmpfloat_with_epsilon(al_loudness_max_short_term(meter), cases[i].expected, 0.1);
      }
    }
}

static void
test_surround(void)
{
  static const AlChannel map[] = {AL_CHANNEL_LEFT, AL_CHANNEL_RIGHT, AL_CHANNEL_CENTRE,
                                  AL_CHANNEL_LEFT_SURROUND, AL_CHANNEL_RIGHT_SURROUND};
  static const double dbfs[] = {-28, -28, -24, -30, -30};

  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++) {
    g_autoptr(AlLoudness) meter = al_loudness_new(rates[r], map, G_N_ELEMENTS(map));

    for (int n = 0; n < 20 * rates[r]; n++) {
      double frame[5], value = tone_at(rates[r])[n % rates[r]];

      for (gsize channel = 0; channel < 5; channel++)
        frame[channel] = value * pow(10, dbfs[channel] / 20);
      al_loudness_feed(meter, frame, 1);
    }
    al_loudness_finish(meter);
    g_assert_cmpfloat_with_epsilon(al_loudness_integrated(meter), -23, 0.1);
  }
}

static void
test_range(void)
{
  static const Case cases[] = {
      {1, {{20, -20}, {20, -30}}, 2, 10},
      {2, {{20, -20}, {20, -15}}, 2, 5},
      {3, {{20, -40}, {20, -20}}, 2, 20},
      {4, {{20, -50}, {20, -35}, {20, -20}, {20, -35}, {20, -50}}, 5, 15},
  };

  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
      g_autoptr(AlLoudness) meter = measure(rates[r], cases[i].parts, cases[i].count);

      g_test_message("3342-%d, %d Hz: %.2f LU", cases[i].number, rates[r],
                     al_loudness_range(meter));
      g_assert_cmpfloat_with_epsilon(al_loudness_range(meter), cases[i].expected, 1);
    }
}

/* 9 and 12: two levels in turn, for which the meter must stand still once it is full. */
static void
check_constant(int rate, Part loud, Part soft, int times, double settled_seconds,
               double (*read)(const AlLoudness *))
{
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(rate);
  gint64 frame = 0;

  for (int i = 0; i < times; i++)
    for (int part = 0; part < 2; part++) {
      Part now = part == 0 ? loud : soft;
      int steps = (int)(now.seconds * 100 + 0.5);

      for (int step = 0; step < steps; step++) {
        feed(meter, rate, (Part){0.01, now.dbfs}, &frame);
        if ((double)frame / rate >= settled_seconds)
          g_assert_cmpfloat_with_epsilon(read(meter), -23, 0.1);
      }
    }
}

static void
test_constant(void)
{
  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++) {
    check_constant(rates[r], (Part){1.34, -20}, (Part){1.66, -30}, 5, 3, al_loudness_short_term);
    check_constant(rates[r], (Part){0.18, -20}, (Part){0.22, -30}, 25, 1, al_loudness_momentary);
  }
}

/* 10 and 13: one burst as long as the window, anywhere. */
static void
test_file_maxima(void)
{
  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (int i = 0; i < 20; i++) {
      const Part long_parts[] = {{i * 0.15, SILENCE}, {3, -23}, {1, SILENCE}};
      const Part short_parts[] = {{i * 0.02, SILENCE}, {0.4, -23}, {1, SILENCE}};
      g_autoptr(AlLoudness) long_meter = measure(rates[r], long_parts, 3);
      g_autoptr(AlLoudness) short_meter = measure(rates[r], short_parts, 3);

      g_assert_cmpfloat_with_epsilon(al_loudness_max_short_term(long_meter), -23, 0.1);
      g_assert_cmpfloat_with_epsilon(al_loudness_max_momentary(short_meter), -23, 0.1);
    }
}

/* 11 and 14: bursts one after the other, each 1 dB louder: the maximum follows. */
static void
check_successive(int rate, double window, double shift, double (*read)(const AlLoudness *))
{
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(rate);
  gint64 frame = 0;

  for (int i = 0; i < 20; i++) {
    feed(meter, rate, (Part){i * shift, SILENCE}, &frame);
    feed(meter, rate, (Part){window, -38 + i}, &frame);
    feed(meter, rate, (Part){window - i * shift, SILENCE}, &frame);
    g_assert_cmpfloat_with_epsilon(read(meter), -38 + i, 0.1);
  }
}

static void
test_successive_maxima(void)
{
  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++) {
    check_successive(rates[r], 3, 0.15, al_loudness_max_short_term);
    check_successive(rates[r], 0.4, 0.02, al_loudness_max_momentary);
  }
}

static double
true_peak(const Signal *signal)
{
  g_autoptr(AlTruePeak) meter = al_true_peak_new();

  al_true_peak_feed(meter, signal->samples, signal->frames);
  al_true_peak_finish(meter);
  return 20 * log10(al_true_peak_whole(meter));
}

static void
test_true_peak_tones(void)
{
  static const struct {
    int number;
    double divisor, amplitude, degrees, expected;
  } cases[] = {
      {15, 4, 0.50, 0, -6},    {16, 4, 0.50, 45, -6},  {17, 6, 0.50, 60, -6},
      {18, 8, 0.50, 67.5, -6}, {19, 4, 1.41, 45, 3.0},
  };

  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
      g_auto(Signal) signal = signal_new((gsize)rates[r] / 4);
      double peak;

      signal_add_tone(&signal, 0, signal.frames, 1 / cases[i].divisor,
                      cases[i].degrees * G_PI / 180, cases[i].amplitude);
      signal_fade(&signal, (gsize)rates[r] / 100);
      peak = true_peak(&signal);
      g_test_message("3341-%d, %d Hz: %.3f dBTP", cases[i].number, rates[r], peak);
      g_assert_cmpfloat(peak, <=, cases[i].expected + 0.2);
      g_assert_cmpfloat(peak, >=, cases[i].expected - 0.4);
    }
}

/* 20-23: a period of fs/4 at full scale amid fs/6 at half, made at four times the rate, low-passed
 * and taken from every fourth frame, from each of the four places. */
static void
test_true_peak_decimated(void)
{
  enum { FRAMES = 4096, TAPS = 255 };
  static double fine[FRAMES];
  double filter[TAPS], sum = 0, phase = 0;

  for (int n = 0; n < FRAMES; n++) {
    gboolean inside = n >= 2040 && n < 2056;

    fine[n] = (inside ? 1 : 0.5) * sin(phase) *
              (0.5 - 0.5 * cos(2 * G_PI * MIN(MIN(n, FRAMES - n), 400) / 800.0));
    phase += 2 * G_PI / (inside ? 16 : 24);
  }
  for (int k = 0; k < TAPS; k++) {
    double distance = (k - TAPS / 2) * 0.245;

    filter[k] = (distance == 0 ? 1 : sin(G_PI * distance) / (G_PI * distance)) *
                (0.42 - 0.5 * cos(2 * G_PI * (k + 1) / (TAPS + 1)) +
                 0.08 * cos(4 * G_PI * (k + 1) / (TAPS + 1)));
    sum += filter[k];
  }
  for (int offset = 0; offset < 4; offset++) {
    g_auto(Signal) signal = signal_new(FRAMES / 4);
    double peak;

    for (int n = 0; n < FRAMES / 4; n++) {
      double value = 0;

      for (int k = 0; k < TAPS; k++) {
        int place = 4 * n + offset + k - TAPS / 2;

        value += place >= 0 && place < FRAMES ? filter[k] / sum * fine[place] : 0;
      }
      signal.samples[2 * n] = signal.samples[2 * n + 1] = value;
    }
    peak = true_peak(&signal);
    g_test_message("3341-%d: %.3f dBTP", 20 + offset, peak);
    g_assert_cmpfloat(peak, <=, 0.2);
    g_assert_cmpfloat(peak, >=, -0.4);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/ebu/integrated", test_integrated);
  g_test_add_func("/ebu/surround", test_surround);
  g_test_add_func("/ebu/range", test_range);
  g_test_add_func("/ebu/constant", test_constant);
  g_test_add_func("/ebu/file_maxima", test_file_maxima);
  g_test_add_func("/ebu/successive_maxima", test_successive_maxima);
  g_test_add_func("/ebu/true_peak_tones", test_true_peak_tones);
  g_test_add_func("/ebu/true_peak_decimated", test_true_peak_decimated);
  return g_test_run();
}
