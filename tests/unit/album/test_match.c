/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/match.h"

#include <math.h>

#include "tests/support/signal.h"
#include "tests/support/two_tracks.h"

#define RATE 44100
#define FRAMES ((gint64)2 * RATE)

/* Two finished tracks: 1 kHz in both channels, at -16 and -12 LUFS (BS.1770: a sine of amplitude a
 * in two channels has 20 lg a LUFS); together, gated, -13.5 LUFS. */
typedef struct {
  TestTwoTracks two;
  AlTimeline *timeline;
  AlMatching matching;
  AlMeasurement *finished[3]; /* [0] is the hidden audio: none */
  GArray *matched;
} Album;

static const double loudness[] = {-16, -12};

static AlMeasurement *
measure(double lufs)
{
  AlMeasurement *measurement = al_measurement_new(RATE);
  g_autofree double *tone = test_sine(1000, pow(10, lufs / 20), RATE, FRAMES);

  al_measurement_feed(measurement, tone, FRAMES);
  al_measurement_finish(measurement);
  return measurement;
}

static void
set_up(Album *album, gconstpointer data)
{
  static const gint64 frames[] = {0, FRAMES, FRAMES};

  (void)data;
  *album = (Album){0};
  test_two_tracks_init(&album->two, 0);
  album->timeline = al_timeline_new(&album->two.project, RATE, frames);
  album->matching = (AlMatching){.project = &album->two.project, .timeline = album->timeline};
  for (guint i = 0; i < 2; i++)
    album->finished[i + 1] = measure(loudness[i]);
  album->matched = al_match_new(&album->matching);
}

static void
tear_down(Album *album, gconstpointer data)
{
  (void)data;
  g_array_unref(album->matched);
  for (guint i = 1; i < G_N_ELEMENTS(album->finished); i++)
    al_measurement_free(album->finished[i]);
  al_timeline_free(album->timeline);
  test_two_tracks_clear(&album->two);
}

static AlMatchedTrack *
track_of(const Album *album, guint number)
{
  return &g_array_index(album->matched, AlMatchedTrack, number);
}

static gboolean
correct(Album *album, AlLoudnessMode mode)
{
  AlDeliveredLevel level;

  al_delivered_level_init(&level, mode);
  level.has_target = mode == AL_LOUDNESS_MODE_ALBUM;
  level.target_lufs = -14;
  return al_match_correct(&album->matching, &level, album->finished, album->matched);
}

/* What becomes of the gain of the first track, which was finished at -16 LUFS. */
typedef struct {
  const char *name;
  AlMatchedTrack before;
  double gain_db;
  AlMatchHeld held;
} Row;

static const Row rows[] = {
    {"a gain is a gain", {.gain_db = 3, .target_lufs = -15}, 4, AL_MATCH_HELD_NOT},
    {"too loud", {.gain_db = 3, .target_lufs = -18}, 1, AL_MATCH_HELD_NOT},
    {"half is limited", {.gain_db = 3, .target_lufs = -15, .slope = 0.5}, 5, AL_MATCH_HELD_NOT},
    {"nearly all is limited", {.target_lufs = -15, .slope = 0.01}, 4, AL_MATCH_HELD_NOT},
    {"a slope over one", {.target_lufs = -15, .slope = 1.7}, 1, AL_MATCH_HELD_NOT},
    {"near enough", {.gain_db = 3, .target_lufs = -15.93}, 3, AL_MATCH_HELD_NOT},
    {"no target", {.gain_db = 3, .target_lufs = AL_LOUDNESS_NONE}, 3, AL_MATCH_HELD_NOT},
    {"held before",
     {.gain_db = 3, .target_lufs = -10, .held = AL_MATCH_HELD_BY_REDUCTION},
     3,
     AL_MATCH_HELD_BY_REDUCTION},
    {"no end of gain", {.gain_db = 29.5, .target_lufs = -14}, 30, AL_MATCH_HELD_BY_GAIN},
};

static void
test_correct(Album *album, gconstpointer data)
{
  const Row *row = data;

  *track_of(album, 1) = row->before;
  g_assert_cmpint(correct(album, AL_LOUDNESS_MODE_TRACKS), ==, row->gain_db != row->before.gain_db);
  g_assert_cmpfloat_with_epsilon(track_of(album, 1)->gain_db, row->gain_db, 0.05);
  g_assert_cmpint(track_of(album, 1)->held, ==, row->held);
  g_assert_cmpfloat(track_of(album, 0)->gain_db, ==, track_of(album, 1)->gain_db);
  g_assert_cmpfloat(track_of(album, 2)->gain_db, ==, 0);
}

/* Of an album every gain moves by the same: by what all tracks together miss. */
static void
test_album(Album *album, gconstpointer data)
{
  double together_lufs = 10 * log10((pow(10, -1.6) + pow(10, -1.2)) / 2);

  (void)data;
  track_of(album, 1)->gain_db = 2;
  g_assert_true(correct(album, AL_LOUDNESS_MODE_ALBUM));
  g_assert_cmpfloat_with_epsilon(track_of(album, 1)->gain_db, 2 - 14 - together_lufs, 0.02);
  g_assert_cmpfloat_with_epsilon(track_of(album, 2)->gain_db, -14 - together_lufs, 0.02);
}

/* With an anchor it is what that misses. */
static void
test_anchor(Album *album, gconstpointer data)
{
  (void)data;
  album->two.project.master.anchor = 2;
  g_assert_true(correct(album, AL_LOUDNESS_MODE_ALBUM));
  g_assert_cmpfloat_with_epsilon(track_of(album, 1)->gain_db, -2, 0.02);
  g_assert_cmpfloat_with_epsilon(track_of(album, 2)->gain_db, -2, 0.02);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *path = g_strdup_printf("/match/correct/%s", rows[i].name);

    g_test_add(path, Album, &rows[i], set_up, test_correct, tear_down);
  }
  g_test_add("/match/correct/album", Album, NULL, set_up, test_album, tear_down);
  g_test_add("/match/correct/anchor", Album, NULL, set_up, test_anchor, tear_down);
  return g_test_run();
}
