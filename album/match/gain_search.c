/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/gain_search.h"

#include <math.h>

#include "album/match/root.h"

/* A target is met, or shown to be out of reach, long before. */
#define MOST_TRIES 20

/* What a held track would have needed is told to a tenth of a decibel. */
#define NEEDED_WITHIN_DB 0.05

#define SLOPE_STEP_DB 0.25

/* A search at work. */
typedef struct {
  const AlGainSearch *search;
  double max_reduction_db;
  double least_room;     /* the magnitude of what the best try left */
  AlGainOutcome outcome; /* of that try */
} Run;

/* How much more gain would do: until the target is met, or the limiter does all that it may. Falls
 * as the gain rises, and both limits have the same root finder. */
static gboolean
room_left(double gain_db, gpointer data, double *room, GError **error)
{
  Run *run = data;
  const AlGainSearch *search = run->search;
  AlGainOutcome outcome;

  if (!search->try(gain_db, search->data, &outcome, error))
    return FALSE;
  *room = MIN(search->target_lufs - outcome.lufs, run->max_reduction_db - outcome.sustained_db);
  if (fabs(*room) < run->least_room) {
    run->least_room = fabs(*room);
    run->outcome = outcome;
  }
  return TRUE;
}

gboolean
al_gain_search_run(const AlGainSearch *search, double guess_db, AlMatchedTrack *matched,
                   GError **error)
{
  Run run = {
      .search = search, .max_reduction_db = search->max_reduction_db, .least_room = HUGE_VAL};
  AlRoot root;
  double short_lu;

  if (!al_root_find(room_left, &run, guess_db, search->least_db, search->most_db,
                    search->tolerance_lu, MOST_TRIES, &root, error))
    return FALSE;
  short_lu = search->target_lufs - run.outcome.lufs;
  matched->gain_db = root.x;
  matched->held = AL_MATCH_HELD_NOT;
  if (root.x < search->most_db && short_lu > AL_MATCH_TOLERANCE_LU + fabs(root.value))
    matched->held = AL_MATCH_HELD_BY_REDUCTION;
  else if (fabs(root.value) > AL_MATCH_ACCURACY_LU)
    matched->held = search->held;
  return TRUE;
}

gboolean
al_gain_search_needed(const AlGainSearch *search, AlMatchedTrack *matched, GError **error)
{
  Run run = {.search = search, .max_reduction_db = HUGE_VAL, .least_room = HUGE_VAL};
  AlRoot root;

  if (!al_root_find(room_left, &run, matched->gain_db, search->least_db, search->most_db,
                    NEEDED_WITHIN_DB, MOST_TRIES, &root, error))
    return FALSE;
  matched->needed_gain_db = root.x;
  matched->out_of_reach = root.value > NEEDED_WITHIN_DB;
  matched->needed_reduction_db = run.outcome.sustained_db;
  return TRUE;
}

gboolean
al_gain_search_slope(const AlGainSearch *search, AlMatchedTrack *matched, GError **error)
{
  AlGainOutcome here, above;

  if (!search->try(matched->gain_db, search->data, &here, error) ||
      !search->try(matched->gain_db + SLOPE_STEP_DB, search->data, &above, error))
    return FALSE;
  matched->slope = (above.lufs - here.lufs) / SLOPE_STEP_DB;
  return TRUE;
}
