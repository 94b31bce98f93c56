/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/matcher.h"

#include <math.h>

#include "album/error.h"
#include "tests/support/signal.h"
#include "tests/support/two_tracks.h"

#define RATE 44100
#define FRAMES (5 * RATE)

/* Two tracks of a 1 kHz tone in both channels, at -20 and -10 LUFS (BS.1770: a sine of amplitude a
 * in two channels has 20 lg a LUFS), the second to be 1.5 LU below the first. */
typedef struct {
  TestTwoTracks two;
  AlTimeline *timeline;
  gint opened;    /* how often tracks were */
  double soft_db; /* by which the second is softer than that */
  gboolean broken;
} Album;

static const AlJob job = {.threads = 2};

static void
set_up(Album *album, gconstpointer data)
{
  static const gint64 frames[] = {0, FRAMES, FRAMES};

  (void)data;
  *album = (Album){0};
  test_two_tracks_init(&album->two, 0);
  album->two.tracks[1].loudness_lu = -1.5;
  album->timeline = al_timeline_new(&album->two.project, RATE, frames);
}

/* Again, with the second track faded into the first. */
static void
lay_out_crossfade(Album *album)
{
  static const gint64 frames[] = {0, FRAMES, FRAMES};

  album->two.tracks[1].transition.crossfade.seconds = 2;
  al_timeline_free(album->timeline);
  album->timeline = al_timeline_new(&album->two.project, RATE, frames);
}

static void
tear_down(Album *album, gconstpointer data)
{
  (void)data;
  al_timeline_free(album->timeline);
  test_two_tracks_clear(&album->two);
}

static AlSource *
open_tone(guint number, gpointer data, GError **error)
{
  Album *album = data;
  g_autofree double *tone =
      test_sine(1000, pow(10, number == 1 ? -1 : -0.5 - album->soft_db / 20), RATE, FRAMES);

  g_atomic_int_inc(&album->opened);
  if (!album->broken)
    return test_source_new(tone, FRAMES, RATE);
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "the mix cannot be read");
  return NULL;
}

static AlMatcher *
matcher_new(Album *album)
{
  const AlMatching matching = {.project = &album->two.project,
                               .timeline = album->timeline,
                               .open = open_tone,
                               .data = album};

  return al_matcher_new(&matching);
}

static AlDeliveredLevel
level_of(AlLoudnessMode mode, double target_lufs)
{
  AlDeliveredLevel level;

  al_delivered_level_init(&level, mode);
  level.has_target = TRUE;
  level.target_lufs = target_lufs;
  return level;
}

static GArray *
get(AlMatcher *matcher, const AlDeliveredLevel *level)
{
  g_autoptr(GError) error = NULL;
  GArray *matched = al_matcher_get(matcher, level, &job, &error);

  g_assert_no_error(error);
  g_assert_cmpuint(matched->len, ==, 3);
  return matched;
}

static void
expect_gains(const GArray *matched, double first_db, double second_db)
{
  const AlMatchedTrack *tracks = (const AlMatchedTrack *)(gconstpointer)matched->data;

  g_assert_cmpfloat_with_epsilon(tracks[1].gain_db, first_db, 0.05);
  g_assert_cmpfloat_with_epsilon(tracks[2].gain_db, second_db, 0.05);
  g_assert_cmpfloat(tracks[0].gain_db, ==, tracks[1].gain_db);
}

/* What each mode makes of the same album, without a limiter: a gain is just a gain. */
static void
test_modes(Album *album, gconstpointer data)
{
  static const struct {
    AlLoudnessMode mode;
    double first_db, second_db;
  } modes[] = {
      {AL_LOUDNESS_MODE_OFF, 0, 0},
      {AL_LOUDNESS_MODE_TRACKS, 6, -5.5},
      {AL_LOUDNESS_MODE_STANDARD, 6, -4},
      /* Gated together the album has the mean power: 10 lg (0.01 + 0.1) / 2 = -12.6 LUFS. */
      {AL_LOUDNESS_MODE_ALBUM, -1.4, -1.4},
  };
  g_autoptr(AlMatcher) matcher = matcher_new(album);

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS(modes); i++) {
    const AlDeliveredLevel level = level_of(modes[i].mode, -14);
    g_autoptr(GArray) matched = get(matcher, &level);

    expect_gains(matched, modes[i].first_db, modes[i].second_db);
  }
  /* All of them from one hearing. */
  g_assert_cmpint(album->opened, ==, 2);
}

static void
test_untouched(Album *album, gconstpointer data)
{
  g_autoptr(AlMatcher) matcher = matcher_new(album);
  AlDeliveredLevel level;
  g_autoptr(GArray) matched = NULL;

  (void)data;
  al_delivered_level_init(&level, AL_LOUDNESS_MODE_OFF);
  matched = get(matcher, &level);
  expect_gains(matched, 0, 0);
  g_assert_cmpint(album->opened, ==, 0);
}

/* The tracks are heard once for all levels; a level is the same whoever asks and wherever it was
 * written. */
static void
test_shared(Album *album, gconstpointer data)
{
  g_autoptr(AlMatcher) matcher = matcher_new(album);
  AlDeliveredLevel level = level_of(AL_LOUDNESS_MODE_TRACKS, -2.2);
  g_autoptr(GArray) first = NULL, again = NULL, other = NULL;

  (void)data;
  level.has_ceiling = TRUE;
  level.limiter.ceiling_dbtp = -2;
  first = get(matcher, &level);
  level.place.line = 7;
  again = get(matcher, &level);
  g_assert_cmpmem(first->data, 3 * sizeof(AlMatchedTrack), again->data, 3 * sizeof(AlMatchedTrack));

  /* They are the caller's: what one corrects, the next does not see. */
  g_array_index(again, AlMatchedTrack, 1).gain_db += 1;
  g_clear_pointer(&again, g_array_unref);
  again = get(matcher, &level);
  g_assert_cmpmem(first->data, 3 * sizeof(AlMatchedTrack), again->data, 3 * sizeof(AlMatchedTrack));

  level.limiter.ceiling_dbtp = -3;
  other = get(matcher, &level);
  g_assert_cmpint(g_array_index(other, AlMatchedTrack, 1).held, ==, AL_MATCH_HELD_BY_REDUCTION);
  g_assert_cmpint(g_array_index(first, AlMatchedTrack, 1).held, ==, AL_MATCH_HELD_NOT);
  g_assert_cmpint(album->opened, ==, 2);
}

/* A tone at the ceiling gets no louder: the limiter does all that it may, and that is told. */
static void
test_held(Album *album, gconstpointer data)
{
  g_autoptr(AlMatcher) matcher = matcher_new(album);
  AlDeliveredLevel level = level_of(AL_LOUDNESS_MODE_TRACKS, 0);
  g_autoptr(GArray) matched = NULL;
  const AlMatchedTrack *second;

  (void)data;
  level.has_ceiling = TRUE;
  level.limiter.ceiling_dbtp = -2;
  level.max_reduction_db = 4;
  matched = get(matcher, &level);
  second = &g_array_index(matched, AlMatchedTrack, 2);
  /* From -10 LUFS up to -2, and 4 dB into the limiter, but its 1.5 LU below the target are met. */
  g_assert_cmpint(second->held, ==, AL_MATCH_HELD_BY_REDUCTION);
  g_assert_cmpfloat_with_epsilon(second->gain_db, 12, 0.3);
  g_assert_true(second->out_of_reach);
}

/* The loudness of the second track in the program with these gains, from where its audio begins. */
static double
second_loudness(Album *album, const GArray *matched)
{
  g_autofree double *gains = al_match_gains(matched);
  const AlSlot *slot = al_timeline_slot(album->timeline, 2);
  g_autoptr(AlSource) program = al_program_new(&(AlProgramPart){.timeline = album->timeline,
                                                                .project = &album->two.project,
                                                                .open = open_tone,
                                                                .data = album,
                                                                .gains = gains,
                                                                .first_frame = slot->first_frame,
                                                                .frames = slot->frames});
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(RATE);
  gint64 frames;
  g_autofree double *samples = test_read_all(program, &frames);

  al_loudness_feed(meter, samples, (gsize)frames);
  al_loudness_finish(meter);
  return al_loudness_integrated(meter);
}

/* Where the end of the first track sounds in the second, that counts, as loud as it will be. */
static void
test_crossfade(Album *album, gconstpointer data)
{
  const AlDeliveredLevel level = level_of(AL_LOUDNESS_MODE_TRACKS, -14);
  g_autoptr(AlMatcher) matcher = NULL;
  g_autoptr(GArray) matched = NULL;

  (void)data;
  lay_out_crossfade(album);
  matcher = matcher_new(album);
  matched = get(matcher, &level);
  g_assert_cmpint(g_array_index(matched, AlMatchedTrack, 2).held, ==, AL_MATCH_HELD_NOT);
  g_assert_cmpfloat_with_epsilon(second_loudness(album, matched), -15.5, AL_MATCH_TOLERANCE_LU);
}

/* The tail of the first is louder than all of the second as it comes, and tells nothing of what
 * that needs. */
static void
test_quiet_mix_behind_loud(Album *album, gconstpointer data)
{
  const AlDeliveredLevel level = level_of(AL_LOUDNESS_MODE_TRACKS, -14);
  g_autoptr(AlMatcher) matcher = NULL;
  g_autoptr(GArray) matched = NULL;
  const AlMatchedTrack *second;

  (void)data;
  album->soft_db = 30;
  lay_out_crossfade(album);
  matcher = matcher_new(album);
  matched = get(matcher, &level);
  second = &g_array_index(matched, AlMatchedTrack, 2);
  g_assert_cmpint(second->held, ==, AL_MATCH_HELD_NOT);
  g_assert_cmpfloat_with_epsilon(second_loudness(album, matched), -15.5, AL_MATCH_TOLERANCE_LU);
  g_assert_cmpfloat_with_epsilon(second->before_lufs, -40, 0.7); /* it is faded in */
}

/* But it does not drown a track that is to be much softer. */
static void
test_soft_behind_loud(Album *album, gconstpointer data)
{
  const AlDeliveredLevel level = level_of(AL_LOUDNESS_MODE_TRACKS, -14);
  g_autoptr(AlMatcher) matcher = NULL;
  g_autoptr(GArray) matched = NULL;

  (void)data;
  album->two.tracks[1].loudness_lu = -20;
  lay_out_crossfade(album);
  matcher = matcher_new(album);
  matched = get(matcher, &level);
  g_assert_cmpint(g_array_index(matched, AlMatchedTrack, 2).held, ==, AL_MATCH_HELD_BY_CROSSFADE);
  g_assert_cmpfloat(g_array_index(matched, AlMatchedTrack, 2).gain_db, >,
                    -24 - AL_MATCH_CROSSFADE_DB - 2);
}

static void
test_error(Album *album, gconstpointer data)
{
  g_autoptr(AlMatcher) matcher = matcher_new(album);
  const AlDeliveredLevel level = level_of(AL_LOUDNESS_MODE_TRACKS, -14);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) matched = NULL;

  (void)data;
  album->broken = TRUE;
  g_assert_null(al_matcher_get(matcher, &level, &job, &error));
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  /* What went wrong once is tried again. */
  album->broken = FALSE;
  matched = get(matcher, &level);
  expect_gains(matched, 6, -5.5);
}

static void
add(const char *name, void (*test)(Album *album, gconstpointer data))
{
  g_test_add(name, Album, NULL, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  add("/matcher/modes", test_modes);
  add("/matcher/untouched", test_untouched);
  add("/matcher/shared", test_shared);
  add("/matcher/held", test_held);
  add("/matcher/crossfade", test_crossfade);
  add("/matcher/quiet mix behind loud", test_quiet_mix_behind_loud);
  add("/matcher/soft_behind_loud", test_soft_behind_loud);
  add("/matcher/error", test_error);
  return g_test_run();
}
