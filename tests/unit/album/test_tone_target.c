/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_target.h"

/* A spectrum with every band of every lane at one level. */
static AlToneSpectrum
flat(double level_db, double heard_seconds)
{
  AlToneSpectrum spectrum = {.heard_seconds = heard_seconds};

  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++)
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      spectrum.level_db[lane][band] = level_db;
  return spectrum;
}

static void
test_median(void)
{
  AlToneSpectrum spectra[] = {flat(-10, 60), flat(-30, 60), flat(-12, 60), flat(90, 0)};
  AlToneTarget target;

  spectra[0].level_db[AL_TONE_STEREO][29] = AL_TONE_NONE;
  al_tone_target_median(&target, spectra, 4);
  g_assert_cmpfloat(target.level_db[AL_TONE_STEREO][16], ==, -12);
  g_assert_cmpfloat(target.level_db[AL_TONE_STEREO][29], ==, -21);
  al_tone_target_median(&target, spectra, 1);
  g_assert_cmpfloat(target.level_db[AL_TONE_STEREO][16], ==, -10);
  g_assert_cmpfloat(target.level_db[AL_TONE_STEREO][29], ==, AL_TONE_NONE);
  al_tone_target_median(&target, &spectra[3], 1);
  g_assert_cmpfloat(target.level_db[AL_TONE_SIDE][16], ==, AL_TONE_NONE);
}

static void
test_mean(void)
{
  const AlToneSpectrum spectra[] = {flat(-10, 60), flat(-30, 60)};
  const double weights[] = {3, 1};
  AlToneTarget targets[2], mean;

  al_tone_target_of(&targets[0], &spectra[0]);
  al_tone_target_of(&targets[1], &spectra[1]);
  targets[0].level_db[AL_TONE_MID][0] = AL_TONE_NONE;
  al_tone_target_mean(&mean, targets, weights, 2);
  g_assert_cmpfloat_with_epsilon(mean.level_db[AL_TONE_STEREO][5], -15, 1e-12);
  g_assert_cmpfloat_with_epsilon(mean.level_db[AL_TONE_MID][0], -30, 1e-12);
}

static void
test_slope(void)
{
  AlToneTarget target;
  const double *level_db = target.level_db[AL_TONE_STEREO];

  al_tone_target_slope(&target, 4.5);
  g_assert_cmpfloat_with_epsilon(level_db[16] - level_db[6], 1.5 * -log2(10), 1e-9);
  g_assert_cmpfloat_with_epsilon(al_tone_bands_loudness_db(level_db), 0, 1e-9);
  al_tone_target_slope(&target, 3);
  g_assert_cmpfloat_with_epsilon(level_db[0], level_db[29], 1e-9);
}

static void
test_distance(void)
{
  const AlToneSpectrum spectrum = flat(-13, 60);
  AlToneSpectrum other = flat(-10, 60);
  AlToneTarget target;

  other.level_db[AL_TONE_STEREO][0] = 100; /* not judged */
  other.level_db[AL_TONE_STEREO][AL_TONE_FIRST_JUDGED] = AL_TONE_NONE;
  al_tone_target_of(&target, &other);
  g_assert_cmpfloat_with_epsilon(al_tone_target_distance_db(&target, &spectrum, AL_TONE_STEREO), 3,
                                 1e-12);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-target/median", test_median);
  g_test_add_func("/tone-target/mean", test_mean);
  g_test_add_func("/tone-target/slope", test_slope);
  g_test_add_func("/tone-target/distance", test_distance);
  return g_test_run();
}
