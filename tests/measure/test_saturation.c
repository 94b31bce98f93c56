/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tape and clipper as figures: aliases, harmonics, DC. */
#include "album/process/clipper.h"
#include "album/process/tape.h"
#include "tests/support/slow_tape.h"
#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <math.h>

#define FRAMES 32768
#define SETTLED 8192
#define HARMONICS 60

typedef struct {
  const char *name;
  const AlClipperSettings *clipper; /* or */
  const AlTapeSettings *tape;
} Case;

static const AlClipperSettings hard = {6, -0.5, 0}, firm = {6, -0.5, 0.25}, soft = {6, -0.5, 1};
static const AlTapeSettings curve = {6, 0, AL_TAPE_30_IPS, AL_TAPE_CURVE, 0};
static const AlTapeSettings biased = {6, 0.5, AL_TAPE_30_IPS, AL_TAPE_CURVE, 0};
static const AlTapeSettings slow = {6, 0, AL_TAPE_7_5_IPS, AL_TAPE_CURVE, 0};
static const AlTapeSettings hysteresis = {6, 0, AL_TAPE_15_IPS, AL_TAPE_HYSTERESIS, 0};
static const AlTapeSettings fast_hysteresis = {6, 0, AL_TAPE_30_IPS, AL_TAPE_HYSTERESIS, 0};
static const AlTapeSettings biased_hysteresis = {6, 0.5, AL_TAPE_15_IPS, AL_TAPE_HYSTERESIS, 0};

static const Case cases[] = {
    {"clipper, hard", &hard, NULL},           {"clipper, softness 25 %", &firm, NULL},
    {"clipper, softness 100 %", &soft, NULL}, {"tape", NULL, &curve},
    {"tape, bias 50 %", NULL, &biased},       {"tape, 7.5 ips", NULL, &slow},
    {"tape, hysteresis", NULL, &hysteresis},  {"tape, hysteresis, bias", NULL, &biased_hysteresis},
};

static double *
saturate(const Case *c, const double *samples, gsize frames, int rate)
{
  g_autoptr(AlSource) input = stream_new(samples, (gint64)frames, rate);
  g_autoptr(AlSource) source =
      c->tape != NULL ? al_tape_new(input, c->tape) : al_clipper_new(input, c->clipper);

  return stream_read_all(source, 4096);
}

/* Where a frequency comes to lie below half the rate. */
static double
folded(double hz, int rate)
{
  double rest = fmod(hz, rate);

  return MIN(rest, rate - rest);
}

/* The power of what harmonics 2 to 60 of a tone leave in the band, against the tone. Those that lie
 * above half the rate can only be aliases; what hides under the tone or beside DC cannot be seen.
 */
static double
aliases_db(const Case *c, double hz, int rate)
{
  g_autofree double *sine = signal_sine(FRAMES, rate, hz, pow(10, -1.0 / 20));
  g_autofree double *out = saturate(c, sine, FRAMES, rate);
  const double *from = out + 2 * SETTLED;
  double tone = signal_tone_amplitude(from, FRAMES - SETTLED, 0, hz, rate);
  double power = 0;

  for (int harmonic = 2; harmonic <= HARMONICS; harmonic++) {
    double alias_hz = folded(harmonic * hz, rate);

    if (harmonic * hz > rate / 2.0 && fabs(alias_hz - hz) > 50 && alias_hz > 50)
      power += pow(signal_tone_amplitude(from, FRAMES - SETTLED, 0, alias_hz, rate), 2);
  }
  return 10 * log10(power) - 20 * log10(tone);
}

static void
test_aliases(void)
{
  const int rates[] = {44100, 48000};

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    for (gsize r = 0; r < G_N_ELEMENTS(rates); r++) {
      double db = aliases_db(&cases[i], 15000.7, rates[r]);

      g_test_message("15 kHz at -1 dBFS, drive 6 dB, %d Hz, %s: aliases at %.1f dB", rates[r],
                     cases[i].name, db);
      g_assert_cmpfloat(db, <, -75);
    }
}

static double
soft_clipped(double x, const AlClipperSettings *settings)
{
  double ceiling = pow(10, settings->ceiling_db / 20), knee = ceiling * (1 - settings->softness);
  double size = fabs(x);

  if (size > knee)
    size = size < 2 * ceiling - knee ? size - (size - knee) * (size - knee) / (4 * (ceiling - knee))
                                     : ceiling;
  return copysign(size, x);
}

/* Harmonic `order` of a sine that goes through the curve without memory of a case, by its Fourier
 * integral, against the first. */
static double
predicted_db(const Case *c, double amplitude, int order)
{
  const int steps = 4096;
  double first[2] = {0}, wanted[2] = {0};

  for (int i = 0; i < steps; i++) {
    double angle = 2 * G_PI * (i + 0.5) / steps;
    double x = amplitude * pow(10, 6.0 / 20) * sin(angle);
    double y = c->tape != NULL ? tanh(x / 2 + c->tape->bias / 2) : soft_clipped(x, c->clipper);

    first[0] += y * cos(angle);
    first[1] += y * sin(angle);
    wanted[0] += y * cos(order * angle);
    wanted[1] += y * sin(order * angle);
  }
  return 20 * log10(hypot(wanted[0], wanted[1]) / hypot(first[0], first[1]));
}

/* At 400 Hz and 30 ips the emphasis is small, but not nothing: 0.5 dB of leave. */
static void
test_harmonics(void)
{
  const int rate = 48000;
  const double hz = 400, amplitude = pow(10, -3.0 / 20);

  for (gsize i = 0; i < 5; i++) {
    g_autofree double *sine = signal_sine(FRAMES, rate, hz, amplitude);
    g_autofree double *out = saturate(&cases[i], sine, FRAMES, rate);
    const double *from = out + 2 * SETTLED;
    double tone = signal_tone_amplitude(from, FRAMES - SETTLED, 0, hz, rate);

    for (int order = 2; order <= 7; order++) {
      double measured_db =
          20 * log10(signal_tone_amplitude(from, FRAMES - SETTLED, 0, order * hz, rate) / tone);
      double model_db = predicted_db(&cases[i], amplitude, order);

      g_test_message("%s: harmonic %d at %.1f dB, the model says %.1f", cases[i].name, order,
                     measured_db, model_db);
      if (model_db > -90)
        g_assert_cmpfloat_with_epsilon(measured_db, model_db, 0.5);
      else
        g_assert_cmpfloat(measured_db, <, -90);
    }
  }
}

/* Harmonic `order` of the hysteresis for a sine, against the first, from the slow way once the loop
 * has settled. */
static double
predicted_of_hysteresis_db(double amplitude, int order)
{
  const int period = 240, settled = 40 * period;
  const double field = 0.2 * amplitude * pow(10, 6.0 / 20);
  double first[2] = {0}, wanted[2] = {0};
  SlowTape tape = {0};

  for (int i = 0; i < settled + period; i++) {
    double angle = 2 * G_PI * i / period;
    double m = slow_tape_go(&tape, field * sin(angle));

    if (i >= settled) {
      first[0] += m * cos(angle);
      first[1] += m * sin(angle);
      wanted[0] += m * cos(order * angle);
      wanted[1] += m * sin(order * angle);
    }
  }
  return 20 * log10(hypot(wanted[0], wanted[1]) / hypot(first[0], first[1]));
}

/* Hysteresis without bias is symmetric: odd harmonics only, falling, loud and soft. The emphasis
 * undone takes 0.5 dB of the seventh. */
static void
test_harmonics_of_hysteresis(void)
{
  const int rate = 48000;
  const double hz = 400, amplitudes[] = {0.7, 0.05};
  const Case fast = {NULL, NULL, &fast_hysteresis};

  for (gsize a = 0; a < G_N_ELEMENTS(amplitudes); a++) {
    g_autofree double *sine = signal_sine(FRAMES, rate, hz, amplitudes[a]);
    g_autofree double *out = saturate(&fast, sine, FRAMES, rate);
    const double *from = out + 2 * SETTLED;
    double tone = signal_tone_amplitude(from, FRAMES - SETTLED, 0, hz, rate), before_db = 0;

    for (int order = 2; order <= 7; order++) {
      double measured_db =
          20 * log10(signal_tone_amplitude(from, FRAMES - SETTLED, 0, order * hz, rate) / tone);
      double model_db = predicted_of_hysteresis_db(amplitudes[a], order);

      g_test_message("hysteresis at %.2f: harmonic %d at %.1f dB, the model says %.1f",
                     amplitudes[a], order, measured_db, model_db);
      if (order % 2 == 0) {
        g_assert_cmpfloat(measured_db, <, -100);
        continue;
      }
      g_assert_cmpfloat_with_epsilon(measured_db, model_db, 0.7);
      g_assert_cmpfloat(measured_db, <, before_db);
      before_db = measured_db;
    }
  }
}

static void
test_no_dc(void)
{
  const int rate = 48000;
  const gsize frames = 4 * 48000, last = 48000;

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree double *sine = signal_sine(frames, rate, 1000, 0.9);
    g_autofree double *out = saturate(&cases[i], sine, frames, rate);
    double sum = 0;

    for (gsize frame = frames - last; frame < frames; frame++)
      sum += out[2 * frame];
    g_test_message("%s: DC at %.0f dBFS", cases[i].name,
                   20 * log10(fabs(sum / (double)last) + 1e-15));
    g_assert_cmpfloat(fabs(sum / (double)last), <, 1e-6);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measure/saturation/aliases", test_aliases);
  g_test_add_func("/measure/saturation/harmonics", test_harmonics);
  g_test_add_func("/measure/saturation/harmonics_of_hysteresis", test_harmonics_of_hysteresis);
  g_test_add_func("/measure/saturation/no_dc", test_no_dc);
  return g_test_run();
}
