/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_bands.h"

#include <stdlib.h>
#include <string.h>

/* The nominal frequency of a name: "1.25k" is 1250. */
static double
nominal_hz(const char *name)
{
  return g_ascii_strtod(name, NULL) * (strchr(name, 'k') != NULL ? 1000 : 1);
}

static void
test_scale(void)
{
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    double hz = al_tone_band_hz(band);

    g_assert_cmpfloat(fabs(nominal_hz(al_tone_band_name(band)) / hz - 1), <, 0.02);
    g_assert_cmpfloat_with_epsilon(al_tone_band_place(hz), band, 1e-9);
    g_assert_cmpfloat_with_epsilon(log2(al_tone_band_high_hz(band) / al_tone_band_low_hz(band)),
                                   AL_TONE_BAND_OCTAVES, 1e-12);
    if (band > 0)
      g_assert_cmpfloat_with_epsilon(al_tone_band_low_hz(band), al_tone_band_high_hz(band - 1),
                                     1e-8);
  }
  g_assert_cmpstr(al_tone_band_name(AL_TONE_FIRST_JUDGED), ==, "50");
  g_assert_cmpstr(al_tone_band_name(AL_TONE_LAST_JUDGED), ==, "12.5k");
}

/* The filters of BS.1770 at 48 kHz, tables 1 and 2, evaluated on the unit circle. */
static double
reference_weight(double hz)
{
  static const double b[2][3] = {{1.53512485958697, -2.69169618940638, 1.19839281085285},
                                 {1.0, -2.0, 1.0}};
  static const double a[2][2] = {{-1.69065929318241, 0.73248077421585},
                                 {-1.99004745483398, 0.99007225036621}};
  double w = 2 * G_PI * hz / 48000, power = 1;

  for (int k = 0; k < 2; k++) {
    double real = b[k][0] + b[k][1] * cos(w) + b[k][2] * cos(2 * w);
    double imaginary = b[k][1] * sin(w) + b[k][2] * sin(2 * w);
    double below = 1 + a[k][0] * cos(w) + a[k][1] * cos(2 * w);
    double below_imaginary = a[k][0] * sin(w) + a[k][1] * sin(2 * w);

    power *=
        (real * real + imaginary * imaginary) / (below * below + below_imaginary * below_imaginary);
  }
  return power;
}

static void
test_weight(void)
{
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    double hz = al_tone_band_hz(band);

    g_assert_cmpfloat(fabs(10 * log10(al_tone_weight(hz) / reference_weight(hz))), <, 0.1);
  }
}

static void
test_loudness(void)
{
  double level_db[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    level_db[band] = AL_TONE_NONE;
  g_assert_cmpfloat(al_tone_bands_loudness_db(level_db), ==, AL_TONE_NONE);
  level_db[16] = -20;
  g_assert_cmpfloat_with_epsilon(al_tone_bands_loudness_db(level_db), -20 + 0.7, 0.05);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-bands/scale", test_scale);
  g_test_add_func("/tone-bands/weight", test_weight);
  g_test_add_func("/tone-bands/loudness", test_loudness);
  return g_test_run();
}
