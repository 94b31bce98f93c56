/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tone matching, measured: tracks that are one recording through known equalisers are brought back,
 * at 100 % and by their share below; sounds that are no music stay inside the bounds. */
#include "album/tone/tone_correction.h"
#include "album/tone/tone_filter.h"
#include "tests/support/step_text.h"
#include "tests/support/stream.h"

#define RATE 44100
#define FRAMES (20 * RATE)
#define MOST_ERROR_DB 0.5

static double *recording;

static AlToneSpectrum
hear(const double *samples, gsize frames)
{
  g_autoptr(AlSource) source = stream_new(samples, (gint64)frames, RATE);
  AlToneSpectrum spectrum;

  g_assert_true(al_tone_spectrum_of(source, &spectrum, NULL));
  return spectrum;
}

/* The settings of 100 % without bound. */
static AlToneSettings
full_settings(void)
{
  AlToneSettings settings;

  al_tone_settings_init(&settings);
  settings.strength = 1;
  settings.limit_db = HUGE_VAL;
  settings.dead_zone_db = 0;
  return settings;
}

static AlToneCorrection
propose(const AlToneSpectrum *spectrum, const AlToneSpectrum *toward,
        const AlToneSettings *settings)
{
  AlToneTarget target;
  AlToneCorrection correction;

  al_tone_target_of(&target, toward);
  al_tone_correction_propose(&correction, spectrum, &target, AL_TONE_STEREO, settings);
  return correction;
}

/* The mean gain of a step in each band, from its impulse response. */
static void
response_of(const char *text, double gain_db[AL_TONE_BANDS])
{
  const gsize frames = 16384, at = 4096;
  g_autofree double *impulse = signal_impulse(frames, at);
  g_autofree double *out = step_apply(text, impulse, frames, RATE, 4096);

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    double sum = 0;

    for (int i = -2; i <= 2; i++) {
      double real, imaginary;

      signal_response(out, frames, 0, at, al_tone_band_hz(band) * pow(10, i * 0.02) / RATE, &real,
                      &imaginary);
      sum += 10 * log10(real * real + imaginary * imaginary);
    }
    gain_db[band] = sum / 5;
  }
}

/* The mean of a curve over the judged bands. */
static double
mean_of(const double curve_db[AL_TONE_BANDS])
{
  double sum = 0;

  for (guint band = AL_TONE_FIRST_JUDGED; band <= AL_TONE_LAST_JUDGED; band++)
    sum += curve_db[band];
  return sum / AL_TONE_JUDGED;
}

/* How far a curve is from `factor` times another one in any judged band, but for a level. */
static double
worst(const double curve_db[AL_TONE_BANDS], const double other_db[AL_TONE_BANDS], double factor)
{
  double level = mean_of(curve_db) - factor * mean_of(other_db), most = 0;

  for (guint band = AL_TONE_FIRST_JUDGED; band <= AL_TONE_LAST_JUDGED; band++)
    most = MAX(most, fabs(curve_db[band] - factor * other_db[band] - level));
  return most;
}

static const char *const equalisers[] = {
    "eq; bell=1000 gain=6 q=1",
    "eq; bell=200 gain=-4 q=0.7",
    "eq; bell=3000 gain=3 q=1.4",
    "eq; low-shelf=120 gain=5",
    "eq; high-shelf=6000 gain=-6",
    "eq; tilt=3",
    "eq; low-shelf=150 gain=-3; bell=800 gain=2 q=0.8; bell=3500 gain=-3; high-shelf=9000 gain=4",
};

static void
test_inverse(void)
{
  const AlToneSpectrum flat = hear(recording, FRAMES);
  const AlToneSettings settings = full_settings();

  for (guint i = 0; i < G_N_ELEMENTS(equalisers); i++) {
    g_autofree double *track = step_apply(equalisers[i], recording, FRAMES, RATE, 4096);
    const AlToneSpectrum spectrum = hear(track, FRAMES);
    const AlToneCorrection correction = propose(&spectrum, &flat, &settings);
    double response_db[AL_TONE_BANDS], error_db;

    response_of(equalisers[i], response_db);
    error_db = worst(correction.gain_db, response_db, -1);
    g_test_message("%-50.50s largest error %.2f dB", equalisers[i], error_db);
    g_assert_cmpfloat(error_db, <=, MOST_ERROR_DB);
    g_assert_cmpint(correction.stop, ==, AL_TONE_STOP_REACHED);
  }
}

static void
test_album(void)
{
  AlToneSpectrum spectra[G_N_ELEMENTS(equalisers)];
  const AlToneSettings settings = full_settings();
  AlToneTarget centre;
  AlToneCorrection first;
  double first_response_db[AL_TONE_BANDS];

  for (guint i = 0; i < G_N_ELEMENTS(spectra); i++) {
    g_autofree double *track = step_apply(equalisers[i], recording, FRAMES, RATE, 4096);

    spectra[i] = hear(track, FRAMES);
  }
  al_tone_target_median(&centre, spectra, G_N_ELEMENTS(spectra));
  al_tone_correction_propose(&first, &spectra[0], &centre, AL_TONE_STEREO, &settings);
  response_of(equalisers[0], first_response_db);
  /* Whatever the centre is, all tracks meet there: corrections differ as the equalisers do. */
  for (guint i = 1; i < G_N_ELEMENTS(spectra); i++) {
    AlToneCorrection correction;
    double between_db[AL_TONE_BANDS], response_db[AL_TONE_BANDS], error_db;

    al_tone_correction_propose(&correction, &spectra[i], &centre, AL_TONE_STEREO, &settings);
    response_of(equalisers[i], response_db);
    for (guint band = 0; band < AL_TONE_BANDS; band++) {
      between_db[band] = correction.gain_db[band] - first.gain_db[band];
      response_db[band] -= first_response_db[band];
    }
    error_db = worst(between_db, response_db, -1);
    g_test_message("track %u to track 1: largest error %.2f dB", i + 1, error_db);
    g_assert_cmpfloat(error_db, <=, MOST_ERROR_DB);
  }
}

static void
test_share(void)
{
  static const double strengths[] = {0.1, 0.25, 0.5, 0.8};
  const AlToneSpectrum flat = hear(recording, FRAMES);
  AlToneSettings settings = full_settings();

  for (guint i = 0; i < G_N_ELEMENTS(equalisers); i++) {
    g_autofree double *track = step_apply(equalisers[i], recording, FRAMES, RATE, 4096);
    const AlToneSpectrum spectrum = hear(track, FRAMES);
    AlToneCorrection full;

    settings.strength = 1;
    full = propose(&spectrum, &flat, &settings);
    for (guint k = 0; k < G_N_ELEMENTS(strengths); k++) {
      AlToneCorrection part;

      settings.strength = strengths[k];
      part = propose(&spectrum, &flat, &settings);
      g_assert_cmpfloat(worst(part.gain_db, full.gain_db, strengths[k]), <=, 1e-6);
    }
  }
}

/* What a filter of either phase does to the recording is what its curve says. */
static void
test_filter(void)
{
  const AlToneSpectrum before = hear(recording, FRAMES);

  for (int linear = FALSE; linear <= TRUE; linear++) {
    g_autofree double *track = step_apply(equalisers[6], recording, FRAMES, RATE, 4096);
    const AlToneSpectrum spectrum = hear(track, FRAMES);
    const AlToneSettings settings = full_settings();
    const AlToneCorrection correction = propose(&spectrum, &before, &settings);
    const AlToneCurves curves = {.first = correction.gain_db, .linear_phase = linear};
    g_autoptr(AlSource) source = stream_new(track, FRAMES, RATE);
    g_autoptr(AlSource) filter = al_tone_filter_new(source, &curves);
    AlToneSpectrum after;
    double left_db;

    g_assert_true(al_tone_spectrum_of(filter, &after, NULL));
    left_db = worst(after.level_db[AL_TONE_STEREO], before.level_db[AL_TONE_STEREO], 1);
    g_test_message("%s phase: left %.2f dB", linear ? "linear" : "minimum", left_db);
    g_assert_cmpfloat(left_db, <=, MOST_ERROR_DB);
    g_assert_cmpfloat(fabs(after.loudness_db[0] - spectrum.loudness_db[0]), <=, 0.1);
  }
}

static void
test_identity(void)
{
  const AlToneSpectrum spectra[] = {hear(recording, FRAMES), hear(recording, FRAMES)};
  AlToneSettings settings = full_settings();
  AlToneTarget centre;
  AlToneCorrection correction;

  for (guint count = 1; count <= 2; count++) {
    al_tone_target_median(&centre, spectra, count);
    al_tone_correction_propose(&correction, &spectra[0], &centre, AL_TONE_STEREO, &settings);
    g_assert_cmpint(correction.stop, ==, AL_TONE_STOP_DEAD_ZONE);
    g_assert_true(al_tone_correction_is_idle(&correction));
  }
  settings.strength = 0;
  al_tone_target_slope(&centre, 3);
  al_tone_correction_propose(&correction, &spectra[0], &centre, AL_TONE_STEREO, &settings);
  g_assert_cmpint(correction.stop, ==, AL_TONE_STOP_OFF);
  g_assert_true(al_tone_correction_is_idle(&correction));
}

/* Pulses of a voice, formants above them, and pauses. */
static double *
make_speech(void)
{
  double *samples = signal_silence(FRAMES);

  for (gsize i = 0; i < FRAMES; i++) {
    gboolean speaks = i / (RATE / 2) % 3 != 2;
    double pulse = i % 350 < 20 ? 1 - (double)(i % 350) / 20 : 0;

    if (speaks)
      samples[2 * i] = samples[2 * i + 1] = 0.3 * pulse * sin(0.1 * (double)i);
  }
  return samples;
}

static double *
make_bass(void)
{
  double *samples = signal_silence(FRAMES);

  for (gsize i = 0; i < FRAMES; i++) {
    double note = 55 * pow(2, (double)(i / RATE % 5) / 12), decay = exp(-3.0 * (i % RATE) / RATE);

    for (int k = 1; k <= 6; k++)
      samples[2 * i] += 0.3 / (k * k) * decay * sin(2 * G_PI * note * k * (double)i / RATE);
    samples[2 * i + 1] = samples[2 * i];
  }
  return samples;
}

/* The recording with nothing above 5 kHz but a hiss at -80 dBFS. */
static double *
make_dull(void)
{
  double *samples = step_apply("eq; low-pass=4500 slope=48; low-pass=4500 slope=48", recording,
                               FRAMES, RATE, 4096);
  g_autofree double *hiss = signal_noise(FRAMES, 7, 1e-4);

  for (gsize i = 0; i < 2 * FRAMES; i++)
    samples[i] += hiss[i];
  return samples;
}

/* Every gain inside the limit, and the loudness kept. */
static void
check_bounds(const char *name, const AlToneSpectrum *spectrum, const AlToneCorrection *correction,
             double limit_db)
{
  double moved_db[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    g_assert_cmpfloat(fabs(correction->gain_db[band]), <=, limit_db);
    moved_db[band] = spectrum->level_db[AL_TONE_STEREO][band] + correction->gain_db[band];
  }
  g_assert_cmpfloat(fabs(al_tone_bands_loudness_db(moved_db) -
                         al_tone_bands_loudness_db(spectrum->level_db[AL_TONE_STEREO])),
                    <=, 0.01);
  g_test_message("%s: stopped by %s", name, al_tone_stop_name(correction->stop));
}

static void
test_odd_sounds(void)
{
  static const struct {
    const char *name;
    double *(*make)(void);
  } rows[] = {
      {"speech", make_speech}, {"a solo bass", make_bass}, {"nothing above 5 kHz", make_dull}};
  const AlToneSpectrum music = hear(recording, FRAMES);
  AlToneSettings settings;

  al_tone_settings_init(&settings);
  settings.strength = 1;
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree double *samples = rows[i].make();
    const AlToneSpectrum spectrum = hear(samples, FRAMES);
    const AlToneCorrection correction = propose(&spectrum, &music, &settings);

    check_bounds(rows[i].name, &spectrum, &correction, settings.limit_db);
    /* Where the music has something and this has not by far, nothing is lifted. */
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      if (spectrum.level_db[0][band] < music.level_db[0][band] - 20)
        g_assert_cmpfloat(correction.gain_db[band], <=, 0);
  }
}

static void
test_dull_is_not_lifted(void)
{
  g_autofree double *samples = make_dull();
  const AlToneSpectrum music = hear(recording, FRAMES), spectrum = hear(samples, FRAMES);
  AlToneSettings settings;
  AlToneCorrection correction;

  al_tone_settings_init(&settings);
  settings.limit_db = 6;
  settings.strength = 1;
  correction = propose(&spectrum, &music, &settings);
  for (guint band = 25; band < AL_TONE_BANDS; band++) /* from 8 kHz */
    g_assert_cmpfloat(correction.gain_db[band], <=, 0);
}

static void
test_silence_and_shorts(void)
{
  static const struct {
    gsize frames;
    double amplitude;
    AlToneStop stop;
  } rows[] = {{FRAMES, 0, AL_TONE_STOP_SILENCE},
              {FRAMES, 1e-5, AL_TONE_STOP_SILENCE},
              {1, 0.1, AL_TONE_STOP_SILENCE},
              {RATE, 0.1, AL_TONE_STOP_SHORT},
              {FRAMES, 0.1, AL_TONE_STOP_BOUND}}; /* a noisy interlude of 20 s */
  const AlToneSpectrum music = hear(recording, FRAMES);
  AlToneSettings settings;

  al_tone_settings_init(&settings);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree double *samples = signal_noise(rows[i].frames, 3, rows[i].amplitude);
    const AlToneSpectrum spectrum = hear(samples, rows[i].frames);
    const AlToneCorrection correction = propose(&spectrum, &music, &settings);

    g_assert_cmpint(correction.stop, ==, rows[i].stop);
    g_assert_cmpint(al_tone_correction_is_idle(&correction), ==,
                    rows[i].stop != AL_TONE_STOP_BOUND);
  }
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  recording = signal_music(FRAMES, RATE, 1);
  g_test_add_func("/measure/tone/inverse", test_inverse);
  g_test_add_func("/measure/tone/album", test_album);
  g_test_add_func("/measure/tone/share", test_share);
  g_test_add_func("/measure/tone/filter", test_filter);
  g_test_add_func("/measure/tone/identity", test_identity);
  g_test_add_func("/measure/tone/odd-sounds", test_odd_sounds);
  g_test_add_func("/measure/tone/dull", test_dull_is_not_lifted);
  g_test_add_func("/measure/tone/silence", test_silence_and_shorts);
  status = g_test_run();
  g_free(recording);
  return status;
}
