/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_moves.h"

#include "album/filter/prototype.h"

static void
add_curve(double curve_db[AL_TONE_BANDS], AlPrototype prototype)
{
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    curve_db[band] += 10 * log10(al_prototype_power(&prototype, al_tone_band_hz(band)));
}

/* Moves that were made are found again, whatever the level. */
static void
test_found(void)
{
  double curve_db[AL_TONE_BANDS] = {0};
  g_autoptr(GArray) moves = NULL;
  g_autofree char *words = NULL;

  add_curve(curve_db, al_prototype_low_shelf(110, -3, 0.707));
  add_curve(curve_db, al_prototype_bell(3200, 2, 0.7));
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    curve_db[band] += 1.7;
  moves = al_tone_moves_new(curve_db, AL_EQ_STEREO);
  words = al_tone_moves_words(moves);
  g_test_message("%s", words);
  g_assert_cmpuint(moves->len, <=, 3);
  g_assert_cmpfloat(al_tone_moves_miss_db(moves, curve_db), <=, 0.25);
}

static void
test_flat(void)
{
  double curve_db[AL_TONE_BANDS];
  g_autoptr(GArray) moves = NULL;

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    curve_db[band] = -2;
  moves = al_tone_moves_new(curve_db, AL_EQ_STEREO);
  g_assert_cmpuint(moves->len, ==, 0);
}

static void
test_rough_curves(void)
{
  for (guint seed = 1; seed <= 8; seed++) {
    double curve_db[AL_TONE_BANDS];
    g_autoptr(GArray) moves = NULL, none = g_array_new(FALSE, FALSE, sizeof(AlEqBand));

    for (guint band = 0; band < AL_TONE_BANDS; band++)
      curve_db[band] = 2 * sin(0.1 * seed * band) + 2 * cos(0.37 * band + seed);
    moves = al_tone_moves_new(curve_db, AL_EQ_STEREO);
    g_assert_cmpuint(moves->len, <=, AL_TONE_MOST_MOVES);
    g_assert_cmpfloat(al_tone_moves_miss_db(moves, curve_db), <,
                      0.6 * al_tone_moves_miss_db(none, curve_db));
    for (guint i = 0; i < moves->len; i++)
      g_assert_cmpfloat(fabs(g_array_index(moves, AlEqBand, i).gain_db), <=, 12);
  }
}

static void
test_texts(void)
{
  const AlEqBand bands[] = {
      {.form = AL_EQ_LOW_SHELF, .channel = AL_EQ_STEREO, .hz = 110, .gain_db = -1.4, .q = 0.707},
      {.form = AL_EQ_BELL, .channel = AL_EQ_SIDE, .hz = 3200, .gain_db = 0.8, .q = 0.7}};
  g_autoptr(GArray) moves = g_array_new(FALSE, FALSE, sizeof(AlEqBand));
  g_autofree char *words = NULL, *step = NULL;

  g_array_append_vals(moves, bands, 2);
  words = al_tone_moves_words(moves);
  step = al_tone_moves_step(moves);
  g_assert_cmpstr(words, ==, "low shelf -1.4 dB at 110 Hz, bell +0.8 dB at 3.2 kHz, Q 0.7 on side");
  g_assert_cmpstr(step, ==,
                  "eq: [{low-shelf: 110 Hz, gain: -1.4 dB}, {bell: 3.2 kHz, gain: 0.8 dB, q: 0.7, "
                  "on: side}]");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tone-moves/found", test_found);
  g_test_add_func("/tone-moves/flat", test_flat);
  g_test_add_func("/tone-moves/rough", test_rough_curves);
  g_test_add_func("/tone-moves/texts", test_texts);
  return g_test_run();
}
