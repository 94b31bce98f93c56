/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_smooth.h"

static const double ones[AL_TONE_BANDS] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                           1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

static void
test_lines_stay(void)
{
  double curve[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    curve[band] = 3 - 0.4 * band;
  al_tone_smooth(curve, ones, 2);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat_with_epsilon(curve[band], 3 - 0.4 * band, 1e-9);
}

/* The normal equations hold: W (y - z) = lambda D'D z, with the differences written out. */
static void
test_is_least(void)
{
  double curve[AL_TONE_BANDS], smooth[AL_TONE_BANDS], weight[AL_TONE_BANDS];
  const double detail = 1, half_wave = 2 * sin(G_PI_2 * AL_TONE_BAND_OCTAVES / detail);

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    smooth[band] = curve[band] = sin(band * band);
    weight[band] = 0.5 + band % 3;
  }
  al_tone_smooth(smooth, weight, detail);
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    double slope = 0;

    for (int row = (int)band - 2; row <= (int)band; row++) {
      static const double signs[] = {1, -2, 1};

      if (row >= 0 && row + 2 < AL_TONE_BANDS)
        slope += signs[(int)band - row] * (smooth[row] - 2 * smooth[row + 1] + smooth[row + 2]);
    }
    g_assert_cmpfloat_with_epsilon(weight[band] * (curve[band] - smooth[band]),
                                   slope / pow(half_wave, 4), 1e-9);
  }
}

/* Waves: much broader than the detail they stay, of twice its length half is left. */
static void
test_waves(void)
{
  static const struct {
    double period_octaves, detail_octaves, least, most;
  } rows[] = {{8, 0.5, 0.98, 1}, {2, 1, 0.45, 0.55}, {1, 2, 0, 0.08}, {4, 0.33, 0.99, 1}};

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    double curve[AL_TONE_BANDS], product = 0, square = 0;

    for (guint band = 0; band < AL_TONE_BANDS; band++)
      curve[band] = sin(2 * G_PI * band * AL_TONE_BAND_OCTAVES / rows[i].period_octaves);
    al_tone_smooth(curve, ones, rows[i].detail_octaves);
    for (guint band = 6; band < AL_TONE_BANDS - 6; band++) {
      double wave = sin(2 * G_PI * band * AL_TONE_BAND_OCTAVES / rows[i].period_octaves);

      product += wave * curve[band];
      square += wave * wave;
    }
    g_assert_cmpfloat(product / square, >=, rows[i].least);
    g_assert_cmpfloat(product / square, <=, rows[i].most);
  }
}

/* A band that does not count is drawn from its neighbours. */
static void
test_weights(void)
{
  double curve[AL_TONE_BANDS] = {0}, weight[AL_TONE_BANDS];

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    weight[band] = 1;
  weight[12] = 0;
  curve[12] = 50;
  al_tone_smooth(curve, weight, 0.5);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    g_assert_cmpfloat_with_epsilon(curve[band], 0, 1e-6);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-smooth/lines", test_lines_stay);
  g_test_add_func("/tone-smooth/least", test_is_least);
  g_test_add_func("/tone-smooth/waves", test_waves);
  g_test_add_func("/tone-smooth/weights", test_weights);
  return g_test_run();
}
