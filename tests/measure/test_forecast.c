/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the forecast says of the limiter, beside the limiter itself and the meter behind it. */

#include "album/limiter/forecast.h"
#include "album/measure/loudness_steps.h"
#include "tests/measure/signals.h"

#define SECONDS 8

typedef double (*Generator)(double seconds, GRand *random);

/* Chords that swell, with something sharp on each beat: much like music. */
static double
band(double seconds, GRand *random)
{
  static const double hz[] = {55, 110, 164.8, 220, 277.2, 329.6, 880, 3520, 9870};
  double beat = fmod(seconds, 0.5), value = 0;

  for (gsize i = 0; i < G_N_ELEMENTS(hz); i++)
    value += sin(2 * G_PI * hz[i] * seconds + (double)(i * i)) / (double)(i + 3);
  value *= 0.5 + 0.3 * sin(2 * G_PI * 0.3 * seconds);
  return 0.3 * value + 0.5 * exp(-beat / 0.04) * g_rand_double_range(random, -1, 1);
}

static double
bass(double seconds, GRand *random)
{
  (void)random;
  return 0.5 * sin(2 * G_PI * 40 * seconds) * (fmod(seconds, 2) < 1.2 ? 1 : 0.2) +
         0.1 * sin(2 * G_PI * 3000 * seconds);
}

static double
noise(double seconds, GRand *random)
{
  (void)seconds;
  return g_rand_double_range(random, -0.5, 0.5);
}

static double
drums(double seconds, GRand *random)
{
  double beat = fmod(seconds, 0.4);

  return 0.9 * exp(-beat / 0.02) * g_rand_double_range(random, -1, 1);
}

/* A mix that was clipped before it came. */
static double
clipped(double seconds, GRand *random)
{
  return CLAMP(4 * band(seconds, random), -0.8, 0.8);
}

typedef struct {
  const char *name;
  Generator generate;
  double most_lu, most_db; /* of difference, in loudness and in the sustained reduction */
} Case;

static const Case cases[] = {
    {"band", band, 0.03, 0.3},   {"bass", bass, 0.03, 0.1},       {"noise", noise, 0.03, 0.1},
    {"drums", drums, 0.06, 0.2}, {"clipped", clipped, 0.03, 0.2},
};

static Signal
generate(const Case *one, int rate)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  Signal signal = signal_new((gsize)(SECONDS * rate));

  for (gsize n = 0; n < signal.frames; n++) {
    signal.samples[2 * n] = one->generate((double)n / rate, random);
    signal.samples[2 * n + 1] = 0.7 * one->generate((double)n / rate + 0.01, random);
  }
  return signal;
}

static AlForecast *
hear(const Signal *signal, int rate)
{
  AlForecast *forecast = al_forecast_new(rate);

  al_forecast_feed(forecast, signal->samples, signal->frames);
  al_forecast_finish(forecast);
  return forecast;
}

static double
peak_db(const Signal *signal)
{
  double peak = 0;

  for (gsize i = 0; i < 2 * signal->frames; i++)
    peak = MAX(peak, fabs(signal->samples[i]));
  return 20 * log10(peak);
}

/* The limiter, and the meter behind it. */
static double
limit(const Signal *signal, int rate, double gain_db, const AlLimiterSettings *settings,
      double *sustained_db)
{
  g_auto(Signal) louder = signal_new(signal->frames);
  SignalSource source = signal_source(&louder, rate);
  gint64 start = 0;
  g_autoptr(AlSource) limiter = al_limiter_new(&source.source, settings, &start, 1);
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(rate);
  double block[2 * AL_BLOCK_FRAMES];
  gssize got;

  for (gsize i = 0; i < 2 * signal->frames; i++)
    louder.samples[i] = signal->samples[i] * pow(10, gain_db / 20);
  while ((got = al_source_read(limiter, block, AL_BLOCK_FRAMES, NULL)) > 0)
    al_loudness_feed(meter, block, (gsize)got);
  al_loudness_finish(meter);
  *sustained_db = al_limiter_whole(limiter).sustained_db;
  return al_loudness_integrated(meter);
}

/* `drive_db`: how far the highest sample is above the ceiling. */
static void
compare(const Case *one, const Signal *signal, int rate, double drive_db,
        const AlLimiterSettings *settings)
{
  g_autoptr(AlForecast) forecast = hear(signal, rate);
  g_auto(AlForecasted) forecasted = {0};
  double gain_db = settings->ceiling_dbtp - peak_db(signal) + drive_db;
  double limited_db, lufs = limit(signal, rate, gain_db, settings, &limited_db), forecast_lufs;

  al_forecast_run(forecast, gain_db, settings, &forecasted);
  forecast_lufs = al_loudness_steps_integrated(&forecasted.steps, 1);
  g_test_message("%-8s %6d Hz, %4.1f dB: %7.3f LUFS %+.3f, %5.2f dB %+.2f", one->name, rate,
                 drive_db, lufs, forecast_lufs - lufs, limited_db,
                 forecasted.sustained_db - limited_db);
  g_assert_cmpfloat_with_epsilon(forecast_lufs, lufs, one->most_lu);
  g_assert_cmpfloat_with_epsilon(forecasted.sustained_db, limited_db, one->most_db);
}

static void
test_signals(void)
{
  static const double drives_db[] = {-1, 3, 6, 10};
  AlLimiterSettings settings;

  al_limiter_settings_init(&settings);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(Signal) signal = generate(&cases[i], 44100);

    for (gsize k = 0; k < G_N_ELEMENTS(drives_db); k++)
      compare(&cases[i], &signal, 44100, drives_db[k], &settings);
  }
}

/* Other rates, and other ways of the gain. */
static void
test_settings(void)
{
  static const int rates[] = {8000, 48000, 96000};
  AlLimiterSettings settings;

  al_limiter_settings_init(&settings);
  for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
    g_auto(Signal) signal = generate(&cases[0], rates[i]);

    settings.ceiling_dbtp = -0.3;
    settings.release_seconds = 0.2;
    settings.look_ahead_seconds = 0.008;
    compare(&cases[0], &signal, rates[i], 6, &settings);
  }
}

/* Without a limiter, or where it has nothing to do, a gain is a gain. */
static void
test_gain(void)
{
  g_auto(Signal) signal = generate(&cases[0], 44100);
  g_autoptr(AlForecast) forecast = hear(&signal, 44100);
  AlLimiterSettings settings;
  g_auto(AlForecasted) as_it_is = {0}, louder = {0}, idle = {0};
  double lufs;

  al_limiter_settings_init(&settings);
  al_forecast_run(forecast, 0, NULL, &as_it_is);
  al_forecast_run(forecast, 20, NULL, &louder);
  al_forecast_run(forecast, -20, &settings, &idle);
  lufs = al_loudness_steps_integrated(&as_it_is.steps, 1);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(&louder.steps, 1), lufs + 20, 1e-6);
  g_assert_cmpfloat_with_epsilon(al_loudness_steps_integrated(&idle.steps, 1), lufs - 20, 1e-6);
  g_assert_cmpfloat(louder.sustained_db, ==, 0);
  g_assert_cmpfloat(idle.sustained_db, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measure/forecast/signals", test_signals);
  g_test_add_func("/measure/forecast/settings", test_settings);
  g_test_add_func("/measure/forecast/gain", test_gain);
  return g_test_run();
}
