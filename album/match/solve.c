/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/solve.h"

#include <math.h>

#include "album/match/gain_search.h"
#include "album/measure/loudness_steps.h"

/* Gains beyond these make nothing of a mix but noise or silence. */
#define LEAST_GAIN_DB (-80)

/* A forecast costs next to nothing. */
#define FORECAST_TOLERANCE_LU 0.002

/* The album and the level it is to be brought to. */
typedef struct {
  const AlMatching *matching;
  const GPtrArray *heard; /* of AlForecast, [0] for track 1 */
  const GPtrArray *alone; /* the same, without the end of the track before */
  const AlDeliveredLevel *level;
  const AlJob *job;
  double target_lufs; /* AL_LOUDNESS_NONE: it is silent, and there is none */
  GArray *matched;
} Album;

/* One track of it. */
typedef struct {
  const Album *album;
  guint number;
  double gain_before_db; /* of the track before, in a crossfade */
} Track;

static AlMatchedTrack *
matched_at(const Album *album, guint number)
{
  return &g_array_index(album->matched, AlMatchedTrack, number);
}

static const AlForecast *
heard_at(const Album *album, guint number)
{
  return g_ptr_array_index(album->heard, number - 1);
}

/* However loud the end of the track before is, it says nothing of the gain that this one needs. */
static const AlForecast *
alone_at(const Album *album, guint number)
{
  const AlForecast *alone = g_ptr_array_index(album->alone, number - 1);

  return alone != NULL ? alone : heard_at(album, number);
}

static const AlLimiterSettings *
limiter_of(const Album *album)
{
  return album->level->has_ceiling ? &album->level->limiter : NULL;
}

/* The loudness that is matched. */
static double
loudness_of(const Album *album, const AlLoudnessSteps *tracks, gsize count)
{
  return album->matching->project->master.measure == AL_LOUDNESS_MEASURE_LOUD_SECTIONS
             ? al_loudness_steps_loud_sections(tracks, count)
             : al_loudness_steps_integrated(tracks, count);
}

static AlGainOutcome
outcome_of_track(const Album *album, const AlForecast *heard, double gain_db,
                 const AlLimiterSettings *limiter)
{
  g_auto(AlForecasted) forecasted = {0};

  al_forecast_run(heard, gain_db, limiter, &forecasted);
  return (AlGainOutcome){.lufs = loudness_of(album, &forecasted.steps, 1),
                         .sustained_db = forecasted.sustained_db};
}

/* The loudness that album mode brings to its target: that of the anchor, or of the whole album. */
static AlGainOutcome
outcome_of_album(const Album *album, double gain_db, const AlLimiterSettings *limiter)
{
  guint count = album->heard->len, anchor = al_match_anchor(album->matching, album->level);
  g_autofree AlForecasted *forecasted = g_new0(AlForecasted, count);
  g_autofree AlLoudnessSteps *steps = g_new(AlLoudnessSteps, count);
  AlGainOutcome outcome = {0};

  for (guint i = 0; i < count; i++) {
    al_forecast_run(heard_at(album, i + 1), gain_db, limiter, &forecasted[i]);
    steps[i] = forecasted[i].steps;
    outcome.sustained_db = MAX(outcome.sustained_db, forecasted[i].sustained_db);
  }
  outcome.lufs =
      anchor != 0 ? loudness_of(album, steps + anchor - 1, 1) : loudness_of(album, steps, count);
  for (guint i = 0; i < count; i++)
    al_forecasted_clear(&forecasted[i]);
  return outcome;
}

static gboolean
try_album(double gain_db, gpointer data, AlGainOutcome *outcome, GError **error)
{
  const Album *album = data;

  *outcome = outcome_of_album(album, gain_db, limiter_of(album));
  return !al_job_cancelled(album->job, error);
}

static gboolean
try_track(double gain_db, gpointer data, AlGainOutcome *outcome, GError **error)
{
  const Track *track = data;
  const Album *album = track->album;

  *outcome = outcome_of_track(album, alone_at(album, track->number), gain_db, limiter_of(album));
  return !al_job_cancelled(album->job, error);
}

/* With the end of the track before as loud as it will be: then it must be heard again. */
static gboolean
try_crossfade(double gain_db, gpointer data, AlGainOutcome *outcome, GError **error)
{
  const Track *track = data;
  const Album *album = track->album;
  g_autoptr(AlForecast) heard =
      al_hear(album->matching, track->number, gain_db, track->gain_before_db, album->job, error);

  if (heard == NULL)
    return FALSE;
  *outcome = outcome_of_track(album, heard, 0, limiter_of(album));
  return TRUE;
}

static AlGainSearch
search_new(const Album *album, AlGainTry try, gpointer data, double target_lufs)
{
  return (AlGainSearch){.try = try,
                        .data = data,
                        .target_lufs = target_lufs,
                        .max_reduction_db = album->level->max_reduction_db,
                        .least_db = LEAST_GAIN_DB,
                        .most_db = AL_MATCH_MOST_GAIN_DB,
                        .held = AL_MATCH_HELD_BY_GAIN,
                        .tolerance_lu = FORECAST_TOLERANCE_LU};
}

/* `matched` knows how loud it is as it comes. */
static gboolean
solve(const AlGainSearch *search, AlMatchedTrack *matched, GError **error)
{
  matched->target_lufs = search->target_lufs;
  return al_gain_search_run(search, search->target_lufs - matched->before_lufs, matched, error) &&
         al_gain_search_slope(search, matched, error);
}

static gboolean
solve_needed(const AlGainSearch *search, AlMatchedTrack *matched, GError **error)
{
  return matched->held != AL_MATCH_HELD_BY_REDUCTION ||
         al_gain_search_needed(search, matched, error);
}

/* A standard knows no offsets. */
static double
own_target(const Album *album, guint number)
{
  if (album->level->mode == AL_LOUDNESS_MODE_STANDARD)
    return album->target_lufs;
  return album->target_lufs + al_project_track(album->matching->project, number)->loudness_lu;
}

static AlGainSearch
track_search(Track *track)
{
  return search_new(track->album, try_track, track, own_target(track->album, track->number));
}

static gboolean
solve_track(guint i, gpointer data, GError **error)
{
  const Album *album = data;
  Track track = {.album = album, .number = i + 1};
  AlMatchedTrack *matched = matched_at(album, i + 1);
  const AlGainSearch search = track_search(&track);

  return matched->before_lufs <= AL_LOUDNESS_NONE || solve(&search, matched, error);
}

static gboolean
solve_track_needed(guint i, gpointer data, GError **error)
{
  const Album *album = data;
  Track track = {.album = album, .number = i + 1};
  const AlGainSearch search = track_search(&track);

  return solve_needed(&search, matched_at(album, i + 1), error);
}

/* The album, and the gains of its tracks before any of them is changed for a crossfade. */
typedef struct {
  const Album *album;
  double *gains_db; /* by number */
} Crossfades;

static gboolean
solve_crossfade(guint i, gpointer data, GError **error)
{
  const Crossfades *crossfades = data;
  const Album *album = crossfades->album;
  AlMatchedTrack *matched = matched_at(album, i + 1);
  Track track = {.album = album, .number = i + 1, .gain_before_db = crossfades->gains_db[i]};
  AlGainSearch search = search_new(album, try_crossfade, &track, own_target(album, i + 1));

  if (g_ptr_array_index(album->alone, i) == NULL || matched->before_lufs <= AL_LOUDNESS_NONE ||
      matched->held == AL_MATCH_HELD_BY_GAIN)
    return TRUE;
  search.least_db = matched->gain_db - AL_MATCH_CROSSFADE_DB;
  search.most_db = MIN(matched->gain_db + AL_MATCH_CROSSFADE_DB, AL_MATCH_MOST_GAIN_DB);
  search.held = AL_MATCH_HELD_BY_CROSSFADE;
  search.tolerance_lu = AL_MATCH_TOLERANCE_LU;
  return al_gain_search_run(&search, matched->gain_db, matched, error);
}

static gboolean
solve_crossfades(const Album *album, GError **error)
{
  g_autofree double *gains_db = g_new(double, album->matched->len);
  Crossfades crossfades = {.album = album, .gains_db = gains_db};

  for (guint number = 0; number < album->matched->len; number++)
    gains_db[number] = matched_at(album, number)->gain_db;
  return al_job_each(album->job, "Matching loudness", album->heard->len, solve_crossfade,
                     &crossfades, error);
}

static gboolean
solve_tracks(Album *album, GError **error)
{
  guint count = album->heard->len;

  for (guint number = 1; number <= count; number++)
    matched_at(album, number)->before_lufs =
        outcome_of_track(album, alone_at(album, number), 0, NULL).lufs;
  return al_job_each(album->job, "Matching loudness", count, solve_track, album, error) &&
         solve_crossfades(album, error) &&
         al_job_each(album->job, "Matching loudness", count, solve_track_needed, album, error);
}

/* One gain for all. */
static gboolean
solve_album(Album *album, double before_lufs, GError **error)
{
  const AlGainSearch search = search_new(album, try_album, album, album->target_lufs);
  AlMatchedTrack whole = {.before_lufs = before_lufs};

  if (before_lufs <= AL_LOUDNESS_NONE)
    return TRUE;
  if (!solve(&search, &whole, error) || !solve_needed(&search, &whole, error))
    return FALSE;
  whole.target_lufs = AL_LOUDNESS_NONE;
  for (guint number = 1; number < album->matched->len; number++) {
    whole.before_lufs = matched_at(album, number)->before_lufs;
    *matched_at(album, number) = whole;
  }
  return TRUE;
}

/* The target: the deliverable's, the anchor's, or the album's as they come. */
static gboolean
solve_all(Album *album, GError **error)
{
  double album_lufs = outcome_of_album(album, 0, NULL).lufs;

  album->target_lufs = album->level->has_target ? album->level->target_lufs : album_lufs;
  switch (album->level->mode) {
  case AL_LOUDNESS_MODE_OFF:
    return TRUE;
  case AL_LOUDNESS_MODE_ALBUM:
    return !album->level->has_target || solve_album(album, album_lufs, error);
  case AL_LOUDNESS_MODE_TRACKS:
  case AL_LOUDNESS_MODE_STANDARD:
    return album->target_lufs <= AL_LOUDNESS_NONE || solve_tracks(album, error);
  }
  g_assert_not_reached();
}

GArray *
al_solve(const AlMatching *matching, const GPtrArray *heard, const GPtrArray *alone,
         const AlDeliveredLevel *level, const AlJob *job, GError **error)
{
  g_autoptr(GArray) matched = al_match_new(matching);
  Album album = {.matching = matching,
                 .heard = heard,
                 .alone = alone,
                 .level = level,
                 .job = job,
                 .matched = matched};

  for (guint number = 1; number < matched->len; number++)
    matched_at(&album, number)->before_lufs =
        outcome_of_track(&album, heard_at(&album, number), 0, NULL).lufs;
  if (!solve_all(&album, error))
    return NULL;
  matched_at(&album, 0)->gain_db = matched_at(&album, 1)->gain_db;
  return g_steal_pointer(&matched);
}
