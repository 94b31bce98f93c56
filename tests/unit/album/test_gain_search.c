/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/gain_search.h"

#include <math.h>

#include "album/error.h"

/* A track of -20 LUFS whose peaks are at 0 dBFS: what it is raised above that is limited, and half
 * of it lost. */
typedef struct {
  guint tries;
  gboolean broken;
} Track;

static gboolean
try_gain(double gain_db, gpointer data, AlGainOutcome *outcome, GError **error)
{
  Track *track = data;
  double limited_db = MAX(gain_db, 0);

  track->tries++;
  *outcome = (AlGainOutcome){.lufs = -20 + gain_db - limited_db / 2, .sustained_db = limited_db};
  if (track->broken)
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "the mix cannot be read");
  return !track->broken;
}

static AlGainSearch
search_for(Track *track, double target_lufs)
{
  return (AlGainSearch){.try = try_gain,
                        .data = track,
                        .target_lufs = target_lufs,
                        .max_reduction_db = 6,
                        .least_db = -80,
                        .most_db = 30,
                        .held = AL_MATCH_HELD_BY_GAIN,
                        .tolerance_lu = 0.01};
}

static void
test_gains(void)
{
  static const struct {
    double target_lufs, most_db, gain_db, slope;
    AlMatchHeld held;
  } rows[] = {
      {-30, 30, -10, 1, AL_MATCH_HELD_NOT}, /* softer */
      {-18, 30, 4, 0.5, AL_MATCH_HELD_NOT}, /* half of the gain is lost */
      {-14, 30, 6, 0.5, AL_MATCH_HELD_BY_REDUCTION},
      {-18, 3, 3, 0.5, AL_MATCH_HELD_BY_GAIN}, /* the range ends first */
      {-18, 4, 4, 0.5, AL_MATCH_HELD_NOT},     /* and here just behind */
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    Track track = {0};
    AlGainSearch search = search_for(&track, rows[i].target_lufs);
    AlMatchedTrack matched = {0};

    search.most_db = rows[i].most_db;
    g_assert_true(al_gain_search_run(&search, rows[i].target_lufs + 20, &matched, NULL));
    g_assert_cmpfloat_with_epsilon(matched.gain_db, rows[i].gain_db, 0.02);
    g_assert_cmpint(matched.held, ==, rows[i].held);
    g_assert_cmpuint(track.tries, <=, 8);
    g_assert_true(al_gain_search_slope(&search, &matched, NULL));
    g_assert_cmpfloat_with_epsilon(matched.slope, rows[i].slope, 0.05);
  }
}

/* Of what max-reduction holds: -16 LUFS take 8 dB; 10 LUFS more than there is. */
static void
test_needed(void)
{
  Track track = {0};
  AlGainSearch search = search_for(&track, -16);
  AlMatchedTrack matched = {0};

  g_assert_true(al_gain_search_run(&search, 4, &matched, NULL));
  g_assert_true(al_gain_search_needed(&search, &matched, NULL));
  g_assert_cmpfloat_with_epsilon(matched.needed_gain_db, 8, 0.2);
  g_assert_cmpfloat_with_epsilon(matched.needed_reduction_db, 8, 0.2);
  g_assert_false(matched.out_of_reach);
  g_assert_cmpfloat_with_epsilon(matched.gain_db, 6, 0.02);

  search.target_lufs = 5;
  g_assert_true(al_gain_search_needed(&search, &matched, NULL));
  g_assert_cmpfloat(matched.needed_gain_db, ==, 30);
  g_assert_true(matched.out_of_reach);
}

static void
test_error(void)
{
  Track track = {.broken = TRUE};
  const AlGainSearch search = search_for(&track, -16);
  AlMatchedTrack matched = {0};
  g_autoptr(GError) error = NULL;

  g_assert_false(al_gain_search_run(&search, 4, &matched, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_assert_false(al_gain_search_slope(&search, &matched, NULL));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gain_search/gains", test_gains);
  g_test_add_func("/gain_search/needed", test_needed);
  g_test_add_func("/gain_search/error", test_error);
  return g_test_run();
}
