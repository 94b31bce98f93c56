/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_correction.h"

/* A track of which every lane falls by 1 dB a band, and `extra_db` more from one band to another.
 */
static AlToneSpectrum
track(guint first, guint last, double extra_db)
{
  AlToneSpectrum spectrum = {.heard_seconds = 60};

  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++) {
    double loudness_db;

    for (guint band = 0; band < AL_TONE_BANDS; band++)
      spectrum.level_db[lane][band] = -1.0 * band + (band >= first && band <= last ? extra_db : 0);
    loudness_db = al_tone_bands_loudness_db(spectrum.level_db[lane]);
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      spectrum.level_db[lane][band] -= loudness_db;
    spectrum.loudness_db[lane] = -20;
  }
  return spectrum;
}

static AlToneTarget
plain_target(void)
{
  const AlToneSpectrum plain = track(0, 0, 0);
  AlToneTarget target;

  al_tone_target_of(&target, &plain);
  return target;
}

static AlToneCorrection
propose(const AlToneSpectrum *spectrum, const AlToneSettings *settings, AlToneLane lane)
{
  const AlToneTarget target = plain_target();
  AlToneCorrection correction;

  al_tone_correction_propose(&correction, spectrum, &target, lane, settings);
  return correction;
}

static void
test_limits(void)
{
  const AlToneSpectrum bright = track(18, 29, 15);
  AlToneSettings settings;

  al_tone_settings_init(&settings);
  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++) {
    const AlToneCorrection correction = propose(&bright, &settings, lane);
    double limit_db = lane == AL_TONE_SIDE ? 2 : 3;

    g_assert_cmpint(correction.stop, ==, AL_TONE_STOP_BOUND);
    g_assert_cmpfloat(correction.gain_db[24], <, 0.6 * -limit_db);
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      g_assert_cmpfloat(fabs(correction.gain_db[band]), <=, limit_db);
  }
}

static void
test_dead_zone(void)
{
  const AlToneSpectrum near = track(10, 14, 0.8), far = track(10, 14, 3);
  AlToneSettings settings;
  AlToneCorrection correction;

  al_tone_settings_init(&settings);
  settings.dead_zone_db = 1;
  correction = propose(&near, &settings, AL_TONE_STEREO);
  g_assert_cmpint(correction.stop, ==, AL_TONE_STOP_DEAD_ZONE);
  g_assert_true(al_tone_correction_is_idle(&correction));
  correction = propose(&far, &settings, AL_TONE_STEREO);
  g_assert_cmpint(correction.stop, ==, AL_TONE_STOP_REACHED);
  settings.dead_zone_db = 0.1;
  correction = propose(&near, &settings, AL_TONE_STEREO);
  g_assert_false(al_tone_correction_is_idle(&correction));
}

/* Outside of the range the curve is level. */
static void
test_range(void)
{
  const AlToneSpectrum spectrum = track(0, 16, 6);
  AlToneSettings settings;
  AlToneCorrection correction;

  al_tone_settings_init(&settings);
  settings.low_hz = 500;
  settings.high_hz = 4000;
  settings.limit_db = HUGE_VAL;
  correction = propose(&spectrum, &settings, AL_TONE_STEREO);
  g_assert_cmpint(correction.stop, ==, AL_TONE_STOP_RANGE);
  for (guint band = 1; band <= 12; band++)
    g_assert_cmpfloat_with_epsilon(correction.gain_db[band], correction.gain_db[0], 1e-9);
  for (guint band = 23; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat_with_epsilon(correction.gain_db[band], correction.gain_db[0], 1e-9);
  g_assert_cmpfloat(correction.gain_db[15] - correction.gain_db[18], <, -1);
}

/* A band that holds nothing is not lifted, nor is one that the target knows nothing of cut. */
static void
test_nothing(void)
{
  AlToneSpectrum empty = track(25, 29, -60);
  AlToneSettings settings;
  AlToneCorrection correction;
  AlToneTarget target;
  const AlToneSpectrum plain = track(0, 0, 0);

  al_tone_settings_init(&settings);
  settings.strength = 1;
  correction = propose(&empty, &settings, AL_TONE_STEREO);
  for (guint band = 25; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat(correction.gain_db[band], <=, 0);
  al_tone_target_of(&target, &empty);
  al_tone_correction_propose(&correction, &plain, &target, AL_TONE_STEREO, &settings);
  for (guint band = 26; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat(correction.gain_db[band], >, -0.3);
}

static void
test_left_alone(void)
{
  const AlToneTarget target = plain_target();
  AlToneSpectrum spectrum = track(18, 29, 15);
  AlToneSettings settings;
  AlToneCorrection correction;

  al_tone_settings_init(&settings);
  spectrum.loudness_db[AL_TONE_SIDE] = -75;
  g_assert_cmpint(propose(&spectrum, &settings, AL_TONE_SIDE).stop, ==, AL_TONE_STOP_SILENCE);
  spectrum.heard_seconds = 2;
  g_assert_cmpint(propose(&spectrum, &settings, AL_TONE_MID).stop, ==, AL_TONE_STOP_SHORT);
  spectrum.heard_seconds = 0;
  g_assert_cmpint(propose(&spectrum, &settings, AL_TONE_MID).stop, ==, AL_TONE_STOP_SILENCE);
  settings.strength = 0;
  al_tone_correction_propose(&correction, &spectrum, &target, AL_TONE_MID, &settings);
  g_assert_cmpstr(al_tone_stop_name(correction.stop), ==, "off");
  g_assert_true(al_tone_correction_is_idle(&correction));
}

/* What was missed is made up for, and a loudness that changed is brought back. */
static void
test_refine(void)
{
  const AlToneSpectrum spectrum = track(10, 18, 4);
  AlToneSettings settings;
  AlToneCorrection correction, refined;
  AlToneMoved moved = {.loudness_db = 0};

  al_tone_settings_init(&settings);
  correction = refined = propose(&spectrum, &settings, AL_TONE_STEREO);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    moved.band_db[band] = correction.gain_db[band];
  g_assert_cmpfloat(al_tone_correction_miss_db(&correction, &moved), <, 1e-9);
  moved.band_db[20] -= 0.5;
  g_assert_cmpfloat_with_epsilon(al_tone_correction_miss_db(&correction, &moved), 0.1, 1e-9);
  al_tone_correction_refine(&refined, &spectrum, AL_TONE_STEREO, &moved);
  g_assert_cmpfloat_with_epsilon(refined.gain_db[20] - correction.gain_db[20], 0.5, 0.05);
  moved.band_db[20] += 0.5;
  moved.loudness_db = 0.3;
  refined = correction;
  al_tone_correction_refine(&refined, &spectrum, AL_TONE_STEREO, &moved);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat_with_epsilon(refined.gain_db[band] - correction.gain_db[band], -0.3, 0.02);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-correction/limits", test_limits);
  g_test_add_func("/tone-correction/dead-zone", test_dead_zone);
  g_test_add_func("/tone-correction/range", test_range);
  g_test_add_func("/tone-correction/nothing", test_nothing);
  g_test_add_func("/tone-correction/left-alone", test_left_alone);
  g_test_add_func("/tone-correction/refine", test_refine);
  return g_test_run();
}
