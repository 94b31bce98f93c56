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

/* The album and the level it is to be brought to. */
typedef struct {
  const AlMatching *matching;
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
  double target_lufs;
  double max_reduction_db;
  Outcome outcome; /* of the last try */
} Search;

static AlTrialSettings
settings_of(const Album *album, double gain_db)
{
  return (AlTrialSettings){.gain_db = gain_db,
                           .limiter = album->level->has_ceiling ? &album->level->limiter : NULL};
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
  const AlTrialSettings settings = settings_of(album, gain_db);
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
  const AlTrialSettings settings = settings_of(album, gain_db);
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

/* What it would have taken to get beyond `from_db`, where max-reduction held it. */
static gboolean
solve_needed(Search *search, double from_db, AlMatchedTrack *matched, GError **error)
{
  AlRoot root;

  search->max_reduction_db = HUGE_VAL;
  if (!al_root_find(room_left, search, from_db, LEAST_GAIN_DB, AL_MATCH_MOST_GAIN_DB,
                    NEEDED_WITHIN_DB, MOST_NEEDED_PASSES, &root, error))
    return FALSE;
  matched->needed_gain_db = root.x;
  matched->out_of_reach = root.value > NEEDED_WITHIN_DB;
  matched->needed_reduction_db = search->outcome.sustained_db;
  return TRUE;
}

/* Finds the gain; `before_lufs` must exist. */
static gboolean
solve(Search *search, double before_lufs, AlMatchedTrack *matched, GError **error)
{
  double guess = search->target_lufs - before_lufs;
  gboolean at_most;
  AlRoot root;

  matched->before_lufs = before_lufs;
  matched->target_lufs = search->target_lufs;
  if (!search->album->level->has_ceiling) { /* then a gain is just a gain */
    matched->gain_db = MIN(guess, AL_MATCH_MOST_GAIN_DB);
    matched->held = matched->gain_db < guess;
    return TRUE;
  }
  if (!al_root_find(room_left, search, guess, LEAST_GAIN_DB, AL_MATCH_MOST_GAIN_DB,
                    AL_MATCH_TOLERANCE_LU, MOST_PASSES, &root, error))
    return FALSE;
  matched->gain_db = root.x;
  matched->passes = root.evaluations;
  at_most = root.x >= AL_MATCH_MOST_GAIN_DB;
  matched->held = search->target_lufs - search->outcome.lufs >
                  AL_MATCH_TOLERANCE_LU + (at_most ? 0 : fabs(root.value));
  return !matched->held || at_most || solve_needed(search, root.x, matched, error);
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

static gboolean
solve_track(guint i, gpointer data, GError **error)
{
  const Album *album = data;
  AlMatchedTrack *matched = matched_at(album, i + 1);
  Search search = {.album = album,
                   .number = i + 1,
                   .target_lufs = own_target(album, i + 1),
                   .max_reduction_db = album->level->max_reduction_db};

  return matched->before_lufs <= AL_LOUDNESS_NONE ||
         solve(&search, matched->before_lufs, matched, error);
}

static gboolean
solve_album(const Album *album, double before_lufs, GError **error)
{
  Search search = {.album = album,
                   .target_lufs = album->target_lufs,
                   .max_reduction_db = album->level->max_reduction_db};
  AlMatchedTrack whole = {0};

  if (before_lufs <= AL_LOUDNESS_NONE)
    return TRUE;
  if (!solve(&search, before_lufs, &whole, error))
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
solve_all(Album *album, const GArray *as_it_comes, GError **error)
{
  double album_lufs = album_loudness(album, as_it_comes);

  album->target_lufs = album->level->has_target ? album->level->target_lufs : album_lufs;
  switch (album->level->mode) {
  case AL_LOUDNESS_MODE_OFF:
    return TRUE;
  case AL_LOUDNESS_MODE_ALBUM:
    return !album->level->has_target || solve_album(album, album_lufs, error);
  case AL_LOUDNESS_MODE_TRACKS:
  case AL_LOUDNESS_MODE_STANDARD:
    return album->target_lufs <= AL_LOUDNESS_NONE ||
           al_job_each(album->job, "Matching loudness", as_it_comes->len, solve_track, album,
                       error);
  }
  g_assert_not_reached();
}

GArray *
al_solve(const AlMatching *matching, const GArray *as_it_comes, const AlDeliveredLevel *level,
         const AlJob *job, GError **error)
{
  g_autoptr(GArray) matched = al_match_new(matching);
  Album album = {.matching = matching, .level = level, .job = job, .matched = matched};

  for (guint number = 1; number < matched->len; number++)
    matched_at(&album, number)->before_lufs =
        al_trial_loudness(matching, &g_array_index(as_it_comes, AlTrial, number - 1), 1);
  if (!solve_all(&album, as_it_comes, error))
    return NULL;
  matched_at(&album, 0)->gain_db = matched_at(&album, 1)->gain_db;
  return g_steal_pointer(&matched);
}
