/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The equaliser against analogue curves, computed here from the transfer functions themselves. The
 * largest errors are printed; the thresholds are what is claimed. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include "album/audio/fft.h"
#include "album/filter/biquad.h"
#include "tests/support/step_text.h"
#include "tests/support/stream.h"

/* Frames of the answer to an impulse: enough for the filters to fall silent. Linear phase has the
 * impulse in the middle of LONG_FRAMES. */
#define SHORT_FRAMES 16384
#define LONG_FRAMES 131072
#define MIDDLE (LONG_FRAMES / 2)

static const double centres[] = {1000.0, 4000.0, 8000.0, 12000.0, 16000.0};
static const double qs[] = {0.5, 0.707, 1.0, 2.0, 4.0};
static const double gains[] = {1.0, 3.0, 6.0, 9.0, 12.0};

/* ---- Analogue curves, in dB, x = f / centre ---- */

static double
to_db(double complex h)
{
  return 20.0 * log10(cabs(h) + 1e-30);
}

static double
bell_db(double x, double gain_db, double q)
{
  double complex s = I * x;
  double a = pow(10.0, gain_db / 40.0);

  return to_db((s * s + s * a / q + 1.0) / (s * s + s / (a * q) + 1.0));
}

static double
low_shelf_db(double x, double gain_db, double q)
{
  double complex s = I * x;
  double a = pow(10.0, gain_db / 40.0);

  return to_db(a * (s * s + sqrt(a) / q * s + a) / (a * s * s + sqrt(a) / q * s + 1.0));
}

static double
high_shelf_db(double x, double gain_db, double q)
{
  double complex s = I * x;
  double a = pow(10.0, gain_db / 40.0);

  return to_db(a * (a * s * s + sqrt(a) / q * s + 1.0) / (s * s + sqrt(a) / q * s + a));
}

static double
high_pass_db(double x, double slope_db, double unused)
{
  (void)unused;
  return -10.0 * log10(1.0 + pow(x, -slope_db / 3.0));
}

static double
low_pass_db(double x, double slope_db, double unused)
{
  (void)unused;
  return -10.0 * log10(1.0 + pow(x, slope_db / 3.0));
}

static double
notch_db(double x, double unused, double q)
{
  double complex s = I * x;

  (void)unused;
  return to_db((s * s + 1.0) / (s * s + s / q + 1.0));
}

static double
tilt_db(double x, double gain_db, double unused)
{
  double complex s = I * x;
  double g = pow(10.0, gain_db / 20.0);

  (void)unused;
  return to_db((g * s + 1.0) / (s + g));
}

typedef double (*Curve)(double x, double first, double second);

/* ---- Measuring ---- */

/* The spectrum of the left channel's answer to an impulse at frame `at`, dB per bin. */
static double *
measure_db(const char *text, int rate, gsize frames, gsize at)
{
  g_autofree double *impulse = signal_impulse(frames, at);
  g_autofree double *out = step_apply(text, impulse, frames, rate, 4096);
  g_autoptr(AlFft) fft = al_fft_new(frames);
  const double *spectrum = al_fft_spectrum(fft);
  double *db = g_new(double, frames / 2 + 1);

  for (gsize i = 0; i < frames; i++)
    al_fft_time(fft)[i] = out[2 * i];
  al_fft_forward(fft);
  for (gsize i = 0; i <= frames / 2; i++)
    db[i] = 20.0 * log10(hypot(spectrum[2 * i], spectrum[2 * i + 1]) + 1e-30);
  return db;
}

/* The largest errors so far. */
typedef struct {
  double below_2k;
  double above;
} Errors;

/* A band's text and the curve that it shall follow. */
typedef struct {
  const char *text;
  Curve curve;
  double hz;
  double first, second; /* what the curve is given */
  int rate;
  gsize at; /* where the impulse stands: in the middle for linear phase */
} Case;

static void
compare(const Case *c, Errors *worst)
{
  gsize frames = c->at > 0 ? LONG_FRAMES : SHORT_FRAMES;
  g_autofree double *db = measure_db(c->text, c->rate, frames, c->at);
  Errors errors = {0.0, 0.0};

  for (double hz = 20.0; hz <= 20000.0; hz *= 1.01) {
    gsize bin = (gsize)(hz * (double)frames / c->rate + 0.5);
    double at_hz = (double)bin * c->rate / (double)frames;
    double expected = c->curve(at_hz / c->hz, c->first, c->second);
    double error = fabs(db[bin] - expected);

    if (expected < -60.0 || at_hz > 20000.0 || bin == 0)
      continue;
    if (at_hz < 2000.0)
      errors.below_2k = MAX(errors.below_2k, error);
    else
      errors.above = MAX(errors.above, error);
  }
  if (errors.below_2k > 0.1 || errors.above > 1.0)
    g_test_message("%s at %d: %.3f dB below 2 kHz, %.3f dB above", c->text, c->rate,
                   errors.below_2k, errors.above);
  worst->below_2k = MAX(worst->below_2k, errors.below_2k);
  worst->above = MAX(worst->above, errors.above);
}

static void
finish(const char *what, const Errors *worst)
{
  g_test_message("%-24s largest error: %.3f dB below 2 kHz, %.3f dB to 20 kHz", what,
                 worst->below_2k, worst->above);
  g_assert_cmpfloat(worst->below_2k, <=, 0.1);
  g_assert_cmpfloat(worst->above, <=, 1.0);
}

static const struct {
  const char *form;
  Curve curve;
} shapes[] = {{"bell", bell_db}, {"low-shelf", low_shelf_db}, {"high-shelf", high_shelf_db}};

static void
test_bells_and_shelves(gconstpointer data)
{
  guint shape = GPOINTER_TO_UINT(data);
  Errors worst = {0.0, 0.0};

  for (gsize f = 0; f < G_N_ELEMENTS(centres); f++)
    for (gsize q = 0; q < G_N_ELEMENTS(qs); q++)
      for (gsize g = 0; g < 2 * G_N_ELEMENTS(gains); g++) {
        double gain = g % 2 == 0 ? gains[g / 2] : -gains[g / 2];
        g_autofree char *text =
            g_strdup_printf("eq; %s=%g gain=%g q=%g", shapes[shape].form, centres[f], gain, qs[q]);

        compare(&(Case){text, shapes[shape].curve, centres[f], gain, qs[q], 44100, 0}, &worst);
      }
  finish(shapes[shape].form, &worst);
}

static void
test_passes(void)
{
  static const double edges[] = {30.0, 100.0, 1000.0, 8000.0, 16000.0};
  Errors low = {0.0, 0.0}, high = {0.0, 0.0};

  for (gsize f = 0; f < G_N_ELEMENTS(edges); f++)
    for (int slope = 6; slope <= 48; slope += 6) {
      g_autofree char *low_text = g_strdup_printf("eq; low-pass=%g slope=%d", edges[f], slope);
      g_autofree char *high_text = g_strdup_printf("eq; high-pass=%g slope=%d", edges[f], slope);

      compare(&(Case){low_text, low_pass_db, edges[f], slope, 0.0, 44100, 0}, &low);
      compare(&(Case){high_text, high_pass_db, edges[f], slope, 0.0, 44100, 0}, &high);
    }
  g_test_message("low-pass                 %.3f dB below 2 kHz, %.3f dB to 20 kHz (to -60 dB)",
                 low.below_2k, low.above);
  g_test_message("high-pass                %.3f dB below 2 kHz, %.3f dB to 20 kHz (to -60 dB)",
                 high.below_2k, high.above);
  g_assert_cmpfloat(low.above, <=, 1.0);
  g_assert_cmpfloat(high.above, <=, 1.0);
  g_assert_cmpfloat(low.below_2k, <=, 0.1);
  /* A high pass at 16 kHz, 48 dB/octave is 60 dB down at 6.7 kHz; below 2 kHz are only lower ones
   */
  g_assert_cmpfloat(high.below_2k, <=, 0.1);
}

static void
test_notch_and_tilt(void)
{
  Errors worst = {0.0, 0.0};

  for (double gain = -6.0; gain <= 6.0; gain += 4.0) {
    g_autofree char *text = g_strdup_printf("eq; tilt=%g", gain);

    compare(&(Case){text, tilt_db, 700.0, gain, 0.0, 44100, 0}, &worst);
  }
  compare(&(Case){"eq; notch=1000 q=2", notch_db, 1000.0, 0.0, 2.0, 44100, 0}, &worst);
  compare(&(Case){"eq; notch=6000 q=10", notch_db, 6000.0, 0.0, 10.0, 44100, 0}, &worst);
  finish("notch, tilt", &worst);
}

static void
test_other_rates(void)
{
  static const int rates[] = {48000, 88200, 96000, 192000};
  Errors worst = {0.0, 0.0};

  for (gsize r = 0; r < G_N_ELEMENTS(rates); r++)
    for (gsize f = 0; f < G_N_ELEMENTS(centres); f++) {
      g_autofree char *text = g_strdup_printf("eq; bell=%g gain=-9 q=2", centres[f]);
      g_autofree char *shelf = g_strdup_printf("eq; high-shelf=%g gain=9", centres[f]);

      compare(&(Case){text, bell_db, centres[f], -9.0, 2.0, rates[r], 0}, &worst);
      compare(&(Case){shelf, high_shelf_db, centres[f], 9.0, 0.707, rates[r], 0}, &worst);
    }
  finish("other rates", &worst);
}

static void
test_linear_phase(void)
{
  static const double lows[] = {40.0, 100.0, 850.0, 4000.0, 16000.0};
  Errors worst = {0.0, 0.0};

  for (gsize f = 0; f < G_N_ELEMENTS(lows); f++) {
    g_autofree char *text = g_strdup_printf("eq phase=linear; bell=%g gain=6 q=1", lows[f]);
    g_autofree char *shelf = g_strdup_printf("eq phase=linear; low-shelf=%g gain=-4", lows[f]);

    compare(&(Case){text, bell_db, lows[f], 6.0, 1.0, 44100, MIDDLE}, &worst);
    compare(&(Case){shelf, low_shelf_db, lows[f], -4.0, 0.707, 44100, MIDDLE}, &worst);
  }
  compare(&(Case){"eq phase=linear; high-pass=40 slope=24", high_pass_db, 40.0, 24.0, 0.0, 44100,
                  MIDDLE},
          &worst);
  g_test_message("linear phase             largest error: %.4f dB below 2 kHz, %.4f dB to 20 kHz",
                 worst.below_2k, worst.above);
  g_assert_cmpfloat(worst.below_2k, <=, 0.05);
  g_assert_cmpfloat(worst.above, <=, 0.01);
}

/* Group delay of linear phase: that of every frequency is 0 where the answer is symmetric. */
static void
test_linear_phase_group_delay(void)
{
  const char *text = "eq phase=linear; bell=60 gain=6 q=2; high-shelf=9000 gain=3; high-pass=30";
  g_autofree double *impulse = signal_impulse(LONG_FRAMES, MIDDLE);
  g_autofree double *out = step_apply(text, impulse, LONG_FRAMES, 44100, 588);
  double worst = 0.0;

  for (gsize i = 1; i < MIDDLE; i++)
    worst = MAX(worst, fabs(out[2 * (MIDDLE + i)] - out[2 * (MIDDLE - i)]));
  g_test_message("asymmetry of the linear-phase answer: %.1f dB", 20.0 * log10(worst + 1e-30));
  g_assert_cmpfloat(worst, <, 1e-14);
}

/* ---- Noise ---- */

/* Noise of the arithmetic: the filter against the same one in long double, in dB of full scale. */
static double
noise_db(const AlPrototype *prototype, int rate)
{
  enum { FRAMES = 200000 };
  AlBiquad f = al_biquad_match(prototype, rate);
  g_autofree double *signal = signal_sine(FRAMES, rate, 997.0, 0.5);
  g_autofree double *done = g_memdup2(signal, 2 * FRAMES * sizeof(double));
  AlBiquadState state[2] = {{0}};
  long double s1 = 0.0L, s2 = 0.0L, sum = 0.0L;

  al_biquad_run_stereo(&f, state, done, FRAMES);
  for (gsize i = 0; i < FRAMES; i++) {
    long double x = signal[2 * i];
    long double y = f.b0 * x + s1;

    s1 = f.b1 * x - f.a1 * y + s2;
    s2 = f.b2 * x - f.a2 * y;
    sum += (done[2 * i] - y) * (done[2 * i] - y);
  }
  return 10.0 * (double)log10l(sum / FRAMES + 1e-40L);
}

static void
test_noise(void)
{
  double worst = -400.0;

  for (int rate = 48000; rate <= 192000; rate *= 2) {
    AlPrototype filters[] = {
        al_prototype_high_pass(20.0, 0.707),       al_prototype_low_shelf(30.0, 12.0, 0.707),
        al_prototype_bell(20.0, 12.0, 4.0),        al_prototype_bell(1000.0, -12.0, 4.0),
        al_prototype_high_shelf(8000.0, 6.0, 1.0), al_prototype_notch(50.0, 30.0),
    };

    for (gsize i = 0; i < G_N_ELEMENTS(filters); i++)
      worst = MAX(worst, noise_db(&filters[i], rate));
  }
  g_test_message("noise: %.1f dBFS", worst);
  g_assert_cmpfloat(worst, <, -150.0);
}

/* ---- Dynamic bands ---- */

/* At its largest change a dynamic band has the response of the fixed band. */
static void
test_dynamic_at_full_range(void)
{
  enum { FRAMES = 96000 };
  g_autofree double *noise = signal_noise(FRAMES, 1, 1.0);
  g_autofree double *fixed = step_apply("eq; bell=9000 gain=-5 q=0.7", noise, FRAMES, 48000, 4096);
  g_autofree double *dynamic =
      step_apply("eq; bell=9000 q=0.7 threshold=-70 ratio=20 range=5 attack=0.001 release=1", noise,
                 FRAMES, 48000, 4096);
  double worst = 0.0;

  for (gsize i = FRAMES; i < 2 * FRAMES; i++)
    worst = MAX(worst, fabs(dynamic[i] - fixed[i]));
  g_assert_cmpfloat(worst, <, 1e-9);
}

static void
test_dynamic_below_the_threshold(void)
{
  g_autofree double *noise = signal_noise(48000, 2, 0.01);
  g_autofree double *out =
      step_apply("eq; bell=3000 threshold=-20 ratio=4", noise, 48000, 48000, 588);

  g_assert_cmpmem(out, 48000 * 16, noise, 48000 * 16);
}

/* A tone that swells and fades over the threshold ten times a second, with the fastest of usual
 * times: what lands more than four octaves above the tone would be clicks. */
static void
test_dynamic_does_not_click(void)
{
  enum { RATE = 48000, FRAMES = 65536 };
  g_autofree double *tone = signal_sine(FRAMES, RATE, 300.0, 0.5);
  g_autofree double *out = NULL;
  g_autoptr(AlFft) fft = al_fft_new(FRAMES);
  const double *spectrum = al_fft_spectrum(fft);
  double above = 0.0, all = 0.0;

  for (gsize i = 0; i < FRAMES; i++) {
    double swell = 0.5 - 0.499 * cos(2.0 * G_PI * 10.0 * (double)i / RATE);

    tone[2 * i] *= swell;
    tone[2 * i + 1] *= swell;
  }
  out = step_apply("eq; bell=300 threshold=-30 ratio=4 range=12 attack=0.005 release=0.05", tone,
                   FRAMES, RATE, 588);
  for (gsize i = 0; i < FRAMES; i++) /* Blackman-Harris */
    al_fft_time(fft)[i] = out[2 * i] * (0.35875 - 0.48829 * cos(2.0 * G_PI * (double)i / FRAMES) +
                                        0.14128 * cos(4.0 * G_PI * (double)i / FRAMES) -
                                        0.01168 * cos(6.0 * G_PI * (double)i / FRAMES));
  al_fft_forward(fft);
  for (gsize i = 0; i <= FRAMES / 2; i++) {
    double power = spectrum[2 * i] * spectrum[2 * i] + spectrum[2 * i + 1] * spectrum[2 * i + 1];

    all += power;
    above += (double)i * RATE / FRAMES > 4800.0 ? power : 0.0;
  }
  g_test_message("dynamic band, over 4.8 kHz of a 300 Hz tone: %.1f dB", 10.0 * log10(above / all));
  g_assert_cmpfloat(10.0 * log10(above / all), <, -100.0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(shapes); i++) {
    g_autofree char *path = g_strdup_printf("/measure/eq/%s", shapes[i].form);

    g_test_add_data_func(path, GUINT_TO_POINTER(i), test_bells_and_shelves);
  }
  g_test_add_func("/measure/eq/passes", test_passes);
  g_test_add_func("/measure/eq/notch_and_tilt", test_notch_and_tilt);
  g_test_add_func("/measure/eq/other_rates", test_other_rates);
  g_test_add_func("/measure/eq/linear_phase", test_linear_phase);
  g_test_add_func("/measure/eq/linear_phase_group_delay", test_linear_phase_group_delay);
  g_test_add_func("/measure/eq/noise", test_noise);
  g_test_add_func("/measure/eq/dynamic_at_full_range", test_dynamic_at_full_range);
  g_test_add_func("/measure/eq/dynamic_below_the_threshold", test_dynamic_below_the_threshold);
  g_test_add_func("/measure/eq/dynamic_does_not_click", test_dynamic_does_not_click);
  return g_test_run();
}
