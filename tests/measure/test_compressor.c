/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compressor as figures: static curve, times, distortion, make-up. */
#include "album/chain/make_up.h"
#include "album/process/compressor.h"
#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <ebur128.h>
#include <math.h>

#define RATE 48000

static AlCompressorSettings
settings_of(AlDetector detector, double attack_seconds, double release_seconds)
{
  return (AlCompressorSettings){
      .dynamics =
          {
              .curve = {.threshold_db = -20, .ratio = 4, .knee_db = 0, .range_db = HUGE_VAL},
              .ballistics = {AL_SMOOTHING_BRANCHING, attack_seconds, release_seconds},
              .detector = detector,
              .link = 1,
          },
      .part = AL_PART_STEREO,
      .mix = 1,
  };
}

static double *
compress(const double *block, gsize frames, const AlCompressorSettings *settings)
{
  g_autoptr(AlSource) input = stream_new(block, frames, RATE);
  g_autoptr(AlSource) compressor = al_compressor_new(input, settings);

  return stream_read_all(compressor, 4096);
}

/* The formula as the paper prints it. */
static double
reference_out_db(double in_db, const AlCurve *curve)
{
  double over = in_db - curve->threshold_db;

  if (2 * over < -curve->knee_db)
    return in_db;
  if (2 * fabs(over) <= curve->knee_db && curve->knee_db > 0)
    return in_db +
           (1 / curve->ratio - 1) * pow(over + curve->knee_db / 2, 2) / (2 * curve->knee_db);
  return curve->threshold_db + over / curve->ratio;
}

/* A tone of 1 kHz, at a level as the detector reads it. */
static double
settled_out_db(const AlCompressorSettings *settings, double in_db)
{
  const gsize frames = 3 * RATE / 2;
  double crest_db = settings->dynamics.detector == AL_DETECTOR_RMS ? 10 * log10(2) : 0;
  g_autofree double *block = signal_silence(frames);
  g_autofree double *out = NULL;

  signal_add_tone(block, frames, pow(10, (in_db + crest_db) / 20), 1000, 0, RATE);
  out = compress(block, frames, settings);
  return 20 * log10(signal_tone_amplitude(out + 2 * RATE, RATE / 2, 0, 1000, RATE)) - crest_db;
}

static void
test_static_curve(void)
{
  const double ratios[] = {1.5, 4, HUGE_VAL};
  const double knees[] = {0, 6, 12};

  for (AlDetector detector = AL_DETECTOR_PEAK; detector <= AL_DETECTOR_RMS; detector++)
    for (gsize r = 0; r < G_N_ELEMENTS(ratios); r++)
      for (gsize k = 0; k < G_N_ELEMENTS(knees); k++) {
        AlCompressorSettings settings = settings_of(detector, 0.01, 0.1);
        double worst_db = 0;

        settings.dynamics.curve.ratio = ratios[r];
        settings.dynamics.curve.knee_db = knees[k];
        for (double in_db = -30; in_db <= -4; in_db += 2) {
          double error_db =
              settled_out_db(&settings, in_db) - reference_out_db(in_db, &settings.dynamics.curve);

          worst_db = MAX(worst_db, fabs(error_db));
        }
        g_test_message("%s, ratio %4.1f, knee %2.0f dB: at most %.4f dB from the formula",
                       detector == AL_DETECTOR_RMS ? "rms" : "peak", ratios[r], knees[k], worst_db);
        g_assert_cmpfloat(worst_db, <, 0.1);
      }
}

#define QUIET_SECONDS 0.5
#define LOUD_SECONDS 2.5

/* The frame where the gain has gone 63 % (in dB) of the way from `from_db` to `to_db`. */
static double
seconds_to_63(const double *gains_db, double from_seconds, double from_db, double to_db)
{
  double goal = to_db + (from_db - to_db) * exp(-1);
  gsize start = (gsize)(from_seconds * RATE);
  gsize i = start;

  while (to_db < from_db ? gains_db[i] > goal : gains_db[i] < goal)
    i++;
  return (double)(i - start) / RATE;
}

/* A square wave, whose level is constant, at -40, then -8, then -40 dBFS; what it is turned down by
 * can be read off every frame. */
static double *
gains_of_a_burst(const AlCompressorSettings *settings, gsize frames)
{
  g_autofree double *block = signal_silence(frames);
  g_autofree double *out = NULL;
  double *gains_db = g_new(double, frames);

  for (gsize i = 0; i < frames; i++) {
    gboolean loud = i >= QUIET_SECONDS * RATE && i < (QUIET_SECONDS + LOUD_SECONDS) * RATE;

    block[2 * i] = (i / 24 % 2 ? -1 : 1) * pow(10, (loud ? -8 : -40) / 20.0);
    block[2 * i + 1] = block[2 * i];
  }
  out = compress(block, frames, settings);
  for (gsize i = 0; i < frames; i++)
    gains_db[i] = 20 * log10(out[2 * i] / block[2 * i]);
  return gains_db;
}

static void
test_times(void)
{
  const double cases[][2] = {{0.001, 0.03}, {0.005, 0.1}, {0.01, 0.1},  {0.03, 0.2},
                             {0.03, 0.02},  {0.1, 0.5},   {0.05, 0.006}};
  const gsize frames = 6 * RATE;

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AlCompressorSettings settings = settings_of(AL_DETECTOR_PEAK, cases[i][0], cases[i][1]);
    g_autofree double *gains_db = gains_of_a_burst(&settings, frames);
    double attack = seconds_to_63(gains_db, QUIET_SECONDS, 0, -9);
    double release = seconds_to_63(gains_db, QUIET_SECONDS + LOUD_SECONDS, -9, 0);

    g_test_message("set %5.1f ms / %5.1f ms, measured %6.2f ms / %6.2f ms", 1e3 * cases[i][0],
                   1e3 * cases[i][1], 1e3 * attack, 1e3 * release);
    g_assert_cmpfloat(fabs(attack / cases[i][0] - 1), <, 0.1);
    g_assert_cmpfloat(fabs(release / cases[i][1] - 1), <, 0.1);
  }
}

/* On a tone, which a plain peak detector follows up and down. */
static void
test_times_on_a_tone(void)
{
  const double attack_set = 0.01, release_set = 0.1;
  const gsize frames = 6 * RATE;
  AlCompressorSettings settings = settings_of(AL_DETECTOR_PEAK, attack_set, release_set);
  g_autofree double *block = signal_silence(frames);
  g_autofree double *out = NULL;
  double attack = 0, release = 0;

  for (gsize i = 0; i < frames; i++) {
    gboolean loud = i >= QUIET_SECONDS * RATE && i < (QUIET_SECONDS + LOUD_SECONDS) * RATE;

    block[2 * i] = block[2 * i + 1] =
        pow(10, (loud ? -8 : -40) / 20.0) * sin(2 * G_PI * 1000 * (double)i / RATE + 0.1);
  }
  out = compress(block, frames, &settings);
  for (gsize i = 0; i < frames; i++) {
    double gain_db = 20 * log10(out[2 * i] / block[2 * i]);

    if (attack == 0 && gain_db < -9 * (1 - exp(-1)))
      attack = (double)i / RATE - QUIET_SECONDS;
    if (release == 0 && i > (QUIET_SECONDS + LOUD_SECONDS) * RATE && gain_db > -9 * exp(-1))
      release = (double)i / RATE - QUIET_SECONDS - LOUD_SECONDS;
  }
  g_test_message("1 kHz, set 10 ms / 100 ms, measured %.2f ms / %.2f ms", 1e3 * attack,
                 1e3 * release);
  g_assert_cmpfloat(fabs(attack / attack_set - 1), <, 0.1);
  g_assert_cmpfloat(fabs(release / release_set - 1), <, 0.1);
}

/* Harmonics 2 to 20 of a tone that is turned down by 9 dB. */
static double
distortion_db(const AlCompressorSettings *settings, double hz)
{
  const gsize frames = 3 * RATE;
  g_autofree double *block = signal_silence(frames);
  g_autofree double *out = NULL;
  double power = 0, tone;

  signal_add_tone(block, frames, pow(10, -8.0 / 20), hz, 0, RATE);
  out = compress(block, frames, settings);
  tone = signal_tone_amplitude(out + 4 * RATE, RATE, 0, hz, RATE);
  for (int harmonic = 2; harmonic <= 20; harmonic++)
    power += pow(signal_tone_amplitude(out + 4 * RATE, RATE, 0, hz * harmonic, RATE), 2);
  return 10 * log10(power) - 20 * log10(tone);
}

/* The last column bounds the tones of 100 Hz and above. */
static void
test_distortion(void)
{
  const struct {
    const char *name;
    AlDetector detector;
    AlSmoothing smoothing;
    double most_db;
  } cases[] = {
      {"peak, branching", AL_DETECTOR_PEAK, AL_SMOOTHING_BRANCHING, -110},
      {"peak, decoupled", AL_DETECTOR_PEAK, AL_SMOOTHING_DECOUPLED, -110},
      {"peak, automatic", AL_DETECTOR_PEAK, AL_SMOOTHING_AUTOMATIC, -110},
      {"rms, branching", AL_DETECTOR_RMS, AL_SMOOTHING_BRANCHING, -65},
      {"rms, decoupled", AL_DETECTOR_RMS, AL_SMOOTHING_DECOUPLED, -85},
      {"rms, automatic", AL_DETECTOR_RMS, AL_SMOOTHING_AUTOMATIC, -65},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    AlCompressorSettings settings = settings_of(cases[i].detector, 0.01, 0.1);
    double at_50, at_100, at_147;

    settings.dynamics.ballistics.smoothing = cases[i].smoothing;
    at_50 = distortion_db(&settings, 50);
    at_100 = distortion_db(&settings, 100);
    at_147 = distortion_db(&settings, 147);
    g_test_message("10 ms / 100 ms, %s: THD at 50 Hz %.1f dB, 100 Hz %.1f dB, 147 Hz %.1f dB",
                   cases[i].name, at_50, at_100, at_147);
    g_assert_cmpfloat(MAX(at_100, at_147), <, cases[i].most_db);
    g_assert_cmpfloat(at_50, <, -50);
  }
}

static gboolean
measure_lufs(AlSource *source, double *lufs, GError **error)
{
  ebur128_state *state = ebur128_init(2, (unsigned long)source->rate, EBUR128_MODE_I);
  double block[2 * 1024];
  gssize got;

  while ((got = al_source_read(source, block, 1024, error)) > 0)
    ebur128_add_frames_double(state, block, (size_t)got);
  ebur128_loudness_global(state, lufs);
  ebur128_destroy(&state);
  return got == 0;
}

static void
test_make_up(void)
{
  const gsize frames = 12 * RATE;
  AlCompressorSettings settings = settings_of(AL_DETECTOR_RMS, 0.01, 0.1);
  g_autofree double *block = signal_silence(frames);

  for (gsize i = 0; i < frames; i += RATE)
    signal_add_noise(block + 2 * i, RATE, pow(10, -(double)(i / RATE * 7 % 25) / 20), (guint32)i);
  for (AlPart part = AL_PART_STEREO; part <= AL_PART_SIDE; part++) {
    g_autoptr(AlSource) one = stream_new(block, frames, RATE);
    g_autoptr(AlSource) other = stream_new(block, frames, RATE);
    g_autoptr(AlSource) third = stream_new(block, frames, RATE);
    g_autoptr(AlSource) fourth = stream_new(block, frames, RATE);
    g_autoptr(AlSource) without = NULL, with = NULL;
    double before, after, make_up_db;

    settings.part = part;
    settings.make_up_db = 0;
    without = al_compressor_new(other, &settings);
    g_assert_true(al_make_up_measure(one, without, measure_lufs, &make_up_db, NULL));
    settings.make_up_db = make_up_db;
    with = al_compressor_new(third, &settings);
    g_assert_true(measure_lufs(with, &after, NULL));
    g_assert_true(measure_lufs(fourth, &before, NULL));
    g_test_message("make-up %.2f dB: %.3f LUFS before, %.3f after", make_up_db, before, after);
    g_assert_cmpfloat(make_up_db, >, 0.5);
    g_assert_cmpfloat_with_epsilon(before, after, 0.01);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/measure/compressor/static_curve", test_static_curve);
  g_test_add_func("/measure/compressor/times", test_times);
  g_test_add_func("/measure/compressor/times_on_a_tone", test_times_on_a_tone);
  g_test_add_func("/measure/compressor/distortion", test_distortion);
  g_test_add_func("/measure/compressor/make_up", test_make_up);
  return g_test_run();
}
