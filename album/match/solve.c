/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/solve.h"

#include <math.h>

#include "album/match/root.h"

/* Gains beyond these make nothing of a mix but noise or silence. */
#define LEAST_GAIN_DB (-80)

/* What a held track would have needed is told to a tenth of a decibel or so. */
#define NEEDED_WITHIN_DB 0.2
#define MOST_NEEDED_PASSES 3

/* A target is met, or shown to be out of reach, long before. */
#define MOST_PASSES 10

/* A limiter sees peaks a little higher than the meter does, but by no more than this. */
#define IDLE_LIMITER_DB 0.5

/* The album and the level it is to be brought to. */
typedef struct {
  const AlMatching *matching;
  const GArray *as_it_comes; /* of AlTrial, [0] for track 1 */
  const AlDeliveredLevel *level;
  const AlJob *job;
  double target_lufs; /* AL_LOUDNESS_NONE: it is silent, and there is none */
  GArray *matched;
} Album;

/* What a track, or the album, comes out as with a gain. */
typedef struct {
  double lufs;
  double sustained_db; /* of the limiter's reduction */
} Outcome;

/* One search for a gain: of track `number`, or with 0 of all of them. */
typedef struct {
  const Album *album;
  guint number;
  double gain_before_db; /* of the track before; NAN: as this */
  double target_lufs;
  double max_reduction_db;
  double least_db, most_db; /* of the gain */
  Outcome outcome;          /* of the last try */
} Search;

static AlTrialSettings
settings_of(const Search *search, double gain_db)
{
  const AlDeliveredLevel *level = search->album->level;

  return (AlTrialSettings){.gain_db = gain_db,
                           .gain_before_db =
                               isnan(search->gain_before_db) ? gain_db : search->gain_before_db,
                           .limiter = level->has_ceiling ? &level->limiter : NULL};
}

/* The loudness that album mode brings to its target: that of the anchor, or of the whole album. */
static double
album_loudness(const Album *album, const GArray *trials)
{
  guint anchor = al_match_anchor(album->matching, album->level);
  const AlTrial *all = (const AlTrial *)(gconstpointer)trials->data;

  return anchor != 0 ? al_trial_loudness(album->matching, all + anchor - 1, 1)
                     : al_trial_loudness(album->matching, all, trials->len);
}

static gboolean
try_album(Search *search, double gain_db, GError **error)
{
  const Album *album = search->album;
  const AlTrialSettings settings = settings_of(search, gain_db);
  g_autoptr(GArray) trials =
      al_trial_run_all(album->matching, &settings, "Matching loudness", album->job, error);

  if (trials == NULL)
    return FALSE;
  search->outcome = (Outcome){.lufs = album_loudness(album, trials)};
  for (guint i = 0; i < trials->len; i++)
    search->outcome.sustained_db =
        MAX(search->outcome.sustained_db, g_array_index(trials, AlTrial, i).sustained_db);
  return TRUE;
}

static gboolean
try_track(Search *search, double gain_db, GError **error)
{
  const Album *album = search->album;
  const AlTrialSettings settings = settings_of(search, gain_db);
  g_auto(AlTrial) trial = {0};

  if (!al_trial_run(album->matching, search->number, &settings, album->job, &trial, error))
    return FALSE;
  search->outcome = (Outcome){.lufs = al_trial_loudness(album->matching, &trial, 1),
                              .sustained_db = trial.sustained_db};
  return TRUE;
}

/* How much more gain would do: until the target is met, or the limiter does all that it may. Falls
 * as the gain rises, and both limits have the same root finder. */
static gboolean
room_left(double gain_db, gpointer data, double *room, GError **error)
{
  Search *search = data;

  if (!(search->number == 0 ? try_album(search, gain_db, error)
                            : try_track(search, gain_db, error)))
    return FALSE;
  *room = MIN(search->target_lufs - search->outcome.lufs,
              search->max_reduction_db - search->outcome.sustained_db);
  return TRUE;
}

/* Finds the gain, from `guess_db` on. */
static gboolean
find_gain(Search *search, double guess_db, AlMatchedTrack *matched, GError **error)
{
  AlRoot root;
  double short_lu;

  if (!al_root_find(room_left, search, guess_db, search->least_db, search->most_db,
                    AL_MATCH_TOLERANCE_LU, MOST_PASSES, &root, error))
    return FALSE;
  short_lu = search->target_lufs - search->outcome.lufs;
  matched->gain_db = root.x;
  matched->passes += root.evaluations;
  matched->held = AL_MATCH_HELD_NOT;
  if (root.x >= AL_MATCH_MOST_GAIN_DB && short_lu > AL_MATCH_TOLERANCE_LU)
    matched->held = AL_MATCH_HELD_BY_GAIN;
  else if (short_lu > AL_MATCH_TOLERANCE_LU + fabs(root.value))
    matched->held = AL_MATCH_HELD_BY_REDUCTION;
  else if (!isnan(search->gain_before_db) && fabs(root.value) > AL_MATCH_ACCURACY_LU)
    matched->held = AL_MATCH_HELD_BY_CROSSFADE;
  return TRUE;
}

/* The limiter will not touch it: then a gain is just a gain. */
static gboolean
is_unlimited(const Album *album, double gain_db, double true_peak_dbtp)
{
  const AlDeliveredLevel *level = album->level;

  return !level->has_ceiling ||
         gain_db + true_peak_dbtp < level->limiter.ceiling_dbtp - IDLE_LIMITER_DB;
}

/* `true_peak_dbtp`, as `before_lufs`: as it comes; that must exist. */
static gboolean
solve(Search *search, double before_lufs, double true_peak_dbtp, AlMatchedTrack *matched,
      GError **error)
{
  double guess_db = search->target_lufs - before_lufs;

  matched->before_lufs = before_lufs;
  matched->target_lufs = search->target_lufs;
  if (!is_unlimited(search->album, guess_db, true_peak_dbtp))
    return find_gain(search, guess_db, matched, error);
  matched->gain_db = MIN(guess_db, AL_MATCH_MOST_GAIN_DB);
  matched->held = matched->gain_db < guess_db ? AL_MATCH_HELD_BY_GAIN : AL_MATCH_HELD_NOT;
  return TRUE;
}

/* What it would have taken to get beyond max-reduction, where that held it. */
static gboolean
solve_needed(Search *search, AlMatchedTrack *matched, GError **error)
{
  AlRoot root;

  if (matched->held != AL_MATCH_HELD_BY_REDUCTION)
    return TRUE;
  search->max_reduction_db = HUGE_VAL;
  if (!al_root_find(room_left, search, matched->gain_db, LEAST_GAIN_DB, AL_MATCH_MOST_GAIN_DB,
                    NEEDED_WITHIN_DB, MOST_NEEDED_PASSES, &root, error))
    return FALSE;
  matched->needed_gain_db = root.x;
  matched->out_of_reach = root.value > NEEDED_WITHIN_DB;
  matched->needed_reduction_db = search->outcome.sustained_db;
  return TRUE;
}

static AlMatchedTrack *
matched_at(const Album *album, guint number)
{
  return &g_array_index(album->matched, AlMatchedTrack, number);
}

/* A standard knows no offsets. */
static double
own_target(const Album *album, guint number)
{
  if (album->level->mode == AL_LOUDNESS_MODE_STANDARD)
    return album->target_lufs;
  return album->target_lufs + al_project_track(album->matching->project, number)->loudness_lu;
}

static Search
search_new(const Album *album, guint number)
{
  return (Search){.album = album,
                  .number = number,
                  .gain_before_db = NAN,
                  .target_lufs = number == 0 ? album->target_lufs : own_target(album, number),
                  .max_reduction_db = album->level->max_reduction_db,
                  .least_db = LEAST_GAIN_DB,
                  .most_db = AL_MATCH_MOST_GAIN_DB};
}

static const AlTrial *
as_it_comes(const Album *album, guint number)
{
  return &g_array_index(album->as_it_comes, AlTrial, number - 1);
}

static gboolean
solve_track(guint i, gpointer data, GError **error)
{
  const Album *album = data;
  AlMatchedTrack *matched = matched_at(album, i + 1);
  Search search = search_new(album, i + 1);

  return matched->before_lufs <= AL_LOUDNESS_NONE ||
         solve(&search, matched->before_lufs, as_it_comes(album, i + 1)->true_peak_dbtp, matched,
               error);
}

/* The album, and the gains of its tracks before any of them is changed for a crossfade. */
typedef struct {
  const Album *album;
  double *gains_db; /* by number */
} Crossfades;

/* With the end of the track before as loud as it will be, not as loud as this. */
static gboolean
solve_crossfade(guint i, gpointer data, GError **error)
{
  const Crossfades *crossfades = data;
  const Album *album = crossfades->album;
  AlMatchedTrack *matched = matched_at(album, i + 1);
  Search search = search_new(album, i + 1);

  if (al_timeline_slot(album->matching->timeline, i + 1)->overlap_frames == 0 ||
      matched->before_lufs <= AL_LOUDNESS_NONE || matched->held == AL_MATCH_HELD_BY_GAIN)
    return TRUE;
  search.gain_before_db = crossfades->gains_db[i];
  search.least_db = matched->gain_db - AL_MATCH_CROSSFADE_DB;
  search.most_db = MIN(matched->gain_db + AL_MATCH_CROSSFADE_DB, AL_MATCH_MOST_GAIN_DB);
  return find_gain(&search, matched->gain_db, matched, error);
}

static gboolean
solve_crossfades(const Album *album, GError **error)
{
  g_autofree double *gains_db = g_new(double, album->matched->len);
  Crossfades crossfades = {.album = album, .gains_db = gains_db};

  for (guint number = 0; number < album->matched->len; number++)
    gains_db[number] = matched_at(album, number)->gain_db;
  return al_job_each(album->job, "Matching loudness", album->as_it_comes->len, solve_crossfade,
                     &crossfades, error);
}

static gboolean
solve_track_needed(guint i, gpointer data, GError **error)
{
  const Album *album = data;
  Search search = search_new(album, i + 1);

  return solve_needed(&search, matched_at(album, i + 1), error);
}

static gboolean
solve_tracks(Album *album, GError **error)
{
  guint count = album->as_it_comes->len;

  return al_job_each(album->job, "Matching loudness", count, solve_track, album, error) &&
         solve_crossfades(album, error) &&
         al_job_each(album->job, "Matching loudness", count, solve_track_needed, album, error);
}

/* The highest of any track, as it comes. */
static double
album_peak(const Album *album)
{
  double peak_dbtp = -HUGE_VAL;

  for (guint number = 1; number < album->matched->len; number++)
    peak_dbtp = MAX(peak_dbtp, as_it_comes(album, number)->true_peak_dbtp);
  return peak_dbtp;
}

static gboolean
solve_album(const Album *album, double before_lufs, GError **error)
{
  Search search = search_new(album, 0);
  AlMatchedTrack whole = {0};

  if (before_lufs <= AL_LOUDNESS_NONE)
    return TRUE;
  if (!solve(&search, before_lufs, album_peak(album), &whole, error) ||
      !solve_needed(&search, &whole, error))
    return FALSE;
  for (guint number = 1; number < album->matched->len; number++) {
    double own = matched_at(album, number)->before_lufs;

    *matched_at(album, number) = whole;
    matched_at(album, number)->before_lufs = own;
    matched_at(album, number)->target_lufs = AL_LOUDNESS_NONE;
  }
  return TRUE;
}

/* The target: the deliverable's, the anchor's, or the album's as they come. */
static gboolean
solve_all(Album *album, GError **error)
{
  double album_lufs = album_loudness(album, album->as_it_comes);

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
al_solve(const AlMatching *matching, const GArray *as_it_comes_trials,
         const AlDeliveredLevel *level, const AlJob *job, GError **error)
{
  g_autoptr(GArray) matched = al_match_new(matching);
  Album album = {.matching = matching,
                 .as_it_comes = as_it_comes_trials,
                 .level = level,
                 .job = job,
                 .matched = matched};

  for (guint number = 1; number < matched->len; number++)
    matched_at(&album, number)->before_lufs =
        al_trial_loudness(matching, as_it_comes(&album, number), 1);
  if (!solve_all(&album, error))
    return NULL;
  matched_at(&album, 0)->gain_db = matched_at(&album, 1)->gain_db;
  return g_steal_pointer(&matched);
}
