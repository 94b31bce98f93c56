/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/match.h"

#include <math.h>

#include "album/audio/resample.h"
#include "album/audio/stack.h"
#include "album/error.h"
#include "album/match/root.h"

/* Gains beyond these make nothing of a mix but noise or silence. */
#define LEAST_GAIN_DB (-80)

/* Finished audio is made again where it misses by more: with room to the accuracy that is promised.
 */
#define CORRECTED_BEYOND_LU 0.06

/* What a held track would have needed is told to a tenth of a decibel or so. */
#define NEEDED_WITHIN_DB 0.2
#define MOST_NEEDED_PASSES 3

/* A target is met, or shown to be out of reach, long before. */
#define MOST_PASSES 10

/* What a track, or the album, comes out as with a gain. */
typedef struct {
  double lufs;
  double sustained_db; /* of the limiter's reduction */
} Outcome;

/* One search for a gain: of track `number`, or with 0 of all of them. */
typedef struct {
  const AlMatching *matching;
  const AlJob *job;
  guint number;
  double target_lufs;
  double max_reduction_db;
  Outcome outcome; /* of the last try */
} Search;

static guint
track_count(const AlMatching *matching)
{
  return matching->timeline->slots->len;
}

/* The part of the program that is a track: from the start of its audio to that of the next. */
static void
find_region(const AlMatching *matching, guint number, AlProgramPart *part)
{
  const AlSlot *slot = al_timeline_slot(matching->timeline, number);
  gint64 end = slot->first_frame + slot->frames;

  if (number < track_count(matching))
    end = MIN(end, al_timeline_slot(matching->timeline, number + 1)->first_frame);
  part->first_frame = slot->first_frame;
  part->frames = MAX(end - slot->first_frame, 1);
}

/* That part with all gains alike, at the deliverable's rate. */
static AlSource *
open_region(const AlMatching *matching, guint number, const double *gains, GError **error)
{
  AlProgramPart part = {.timeline = matching->timeline,
                        .project = matching->project,
                        .open = matching->open,
                        .data = matching->data,
                        .gains = gains};
  AlSource *program, *stack;

  find_region(matching, number, &part);
  program = al_program_new(&part);
  stack = al_stack_new(program);
  if (program->rate == matching->rate ||
      al_stack_push(stack, al_resample_new(program, matching->rate, AL_RESAMPLE_WHOLE,
                                           matching->project->master.resampler, error)))
    return stack;
  al_source_free(stack);
  return NULL;
}

static gboolean
measure(AlSource *source, AlLoudness *meter, const AlJob *job, GError **error)
{
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_job_cancelled(job, error))
      return FALSE;
    al_loudness_feed(meter, block, (gsize)got);
  }
  al_loudness_finish(meter);
  return got == 0;
}

/* Plays a track with a gain and measures what comes out; `reduction` may be NULL: not limited. */
static AlLoudness *
try_track(const AlMatching *matching, guint number, double gain_db, double *reduction_db,
          const AlJob *job, GError **error)
{
  guint count = track_count(matching) + 1;
  g_autofree double *gains = g_new(double, count);
  g_autoptr(AlSource) source = NULL;
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(matching->rate);
  AlLimiterSettings settings = matching->level->limiter;
  static const gint64 start;

  for (guint i = 0; i < count; i++)
    gains[i] = pow(10, gain_db / 20);
  source = open_region(matching, number, gains, error);
  if (source == NULL)
    return NULL;
  settings.margin = matching->margin;
  if (reduction_db != NULL)
    al_stack_push(source, al_limiter_new(al_stack_top(source), &settings, &start, 1));
  if (!measure(source, meter, job, error))
    return NULL;
  if (reduction_db != NULL)
    *reduction_db = al_limiter_whole(al_stack_top(source)).sustained_db;
  return g_steal_pointer(&meter);
}

/* The loudness that is matched: of one track, or of several gated together. */
static double
loudness_of(const AlMatching *matching, AlLoudness *const *meters, guint count)
{
  if (matching->project->master.measure == AL_LOUDNESS_MEASURE_LOUD_SECTIONS)
    return al_loudness_album_loud_sections(meters, count);
  return al_loudness_album_integrated(meters, count);
}

/* All tracks, each on its own, with one gain. */
typedef struct {
  const AlMatching *matching;
  const AlJob *job;
  double gain_db;
  gboolean limited;
  AlLoudness **meters;   /* one per track */
  double *reductions_db; /* one per track */
} Trial;

static gboolean
try_one(guint i, gpointer data, GError **error)
{
  Trial *trial = data;

  trial->meters[i] = try_track(trial->matching, i + 1, trial->gain_db,
                               trial->limited ? &trial->reductions_db[i] : NULL, trial->job, error);
  return trial->meters[i] != NULL;
}

static void
trial_clear(Trial *trial)
{
  for (guint i = 0; trial->meters != NULL && i < track_count(trial->matching); i++)
    al_loudness_free(trial->meters[i]);
  g_free(trial->meters);
  g_free(trial->reductions_db);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Trial, trial_clear)

static gboolean
try_all(Trial *trial, const char *stage, GError **error)
{
  guint count = track_count(trial->matching);

  trial->meters = g_new0(AlLoudness *, count);
  trial->reductions_db = g_new0(double, count);
  return al_job_each(trial->job, stage, count, try_one, trial, error);
}

static guint
anchor_of(const AlMatching *matching)
{
  return matching->level->anchor != 0 ? matching->level->anchor : matching->project->master.anchor;
}

/* The loudness that album mode brings to its target: that of the anchor, or of the whole album. */
static double
album_loudness(const Trial *trial)
{
  guint anchor = anchor_of(trial->matching);

  return anchor != 0 ? loudness_of(trial->matching, &trial->meters[anchor - 1], 1)
                     : loudness_of(trial->matching, trial->meters, track_count(trial->matching));
}

static gboolean
try_album(Search *search, double gain_db, GError **error)
{
  g_auto(Trial) trial = {.matching = search->matching,
                         .job = search->job,
                         .gain_db = gain_db,
                         .limited = search->matching->level->has_ceiling};

  if (!try_all(&trial, "Matching loudness", error))
    return FALSE;
  search->outcome = (Outcome){.lufs = album_loudness(&trial)};
  for (guint i = 0; i < track_count(search->matching); i++)
    search->outcome.sustained_db = MAX(search->outcome.sustained_db, trial.reductions_db[i]);
  return TRUE;
}

static gboolean
try_single(Search *search, double gain_db, GError **error)
{
  gboolean limited = search->matching->level->has_ceiling;
  g_autoptr(AlLoudness) meter =
      try_track(search->matching, search->number, gain_db,
                limited ? &search->outcome.sustained_db : NULL, search->job, error);

  if (meter == NULL)
    return FALSE;
  search->outcome.lufs = loudness_of(search->matching, &meter, 1);
  return TRUE;
}

/* How much more gain would do: until the target is met, or the limiter does all that it may. Falls
 * as the gain rises, and both limits have the same root finder. */
static gboolean
room_left(double gain_db, gpointer data, double *room, GError **error)
{
  Search *search = data;

  if (!(search->number == 0 ? try_album(search, gain_db, error)
                            : try_single(search, gain_db, error)))
    return FALSE;
  *room = MIN(search->target_lufs - search->outcome.lufs,
              search->max_reduction_db - search->outcome.sustained_db);
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
  if (!search->matching->level->has_ceiling) { /* then a gain is just a gain */
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
  if (!matched->held || at_most)
    return TRUE;
  search->max_reduction_db = HUGE_VAL;
  if (!al_root_find(room_left, search, root.x, LEAST_GAIN_DB, AL_MATCH_MOST_GAIN_DB,
                    NEEDED_WITHIN_DB, MOST_NEEDED_PASSES, &root, error))
    return FALSE;
  matched->needed_gain_db = root.x;
  matched->out_of_reach = root.value > NEEDED_WITHIN_DB;
  matched->needed_reduction_db = search->outcome.sustained_db;
  return TRUE;
}

/* What matching starts from: every track as it comes. */
typedef struct {
  const AlMatching *matching;
  const AlJob *job;
  double target_lufs;
  GArray *matched;
} Album;

static AlMatchedTrack *
matched_at(const Album *album, guint number)
{
  return &g_array_index(album->matched, AlMatchedTrack, number);
}

/* A standard knows no offsets. */
static double
own_target(const Album *album, guint number)
{
  if (album->matching->level->mode == AL_LOUDNESS_MODE_STANDARD)
    return album->target_lufs;
  return album->target_lufs + al_project_track(album->matching->project, number)->loudness_lu;
}

static gboolean
solve_track(guint i, gpointer data, GError **error)
{
  Album *album = data;
  AlMatchedTrack *matched = matched_at(album, i + 1);
  Search search = {
      .matching = album->matching,
      .job = album->job,
      .number = i + 1,
      .target_lufs = own_target(album, i + 1),
      .max_reduction_db = album->matching->level->max_reduction_db,
  };

  return matched->before_lufs <= AL_LOUDNESS_NONE ||
         solve(&search, matched->before_lufs, matched, error);
}

static gboolean
solve_album(const Album *album, double before_lufs, GError **error)
{
  Search search = {
      .matching = album->matching,
      .job = album->job,
      .target_lufs = album->target_lufs,
      .max_reduction_db = album->matching->level->max_reduction_db,
  };
  AlMatchedTrack whole = {0};

  if (before_lufs <= AL_LOUDNESS_NONE)
    return TRUE;
  if (!solve(&search, before_lufs, &whole, error))
    return FALSE;
  for (guint number = 1; number <= track_count(album->matching); number++) {
    double own = matched_at(album, number)->before_lufs;

    *matched_at(album, number) = whole;
    matched_at(album, number)->before_lufs = own;
    matched_at(album, number)->target_lufs = AL_LOUDNESS_NONE;
  }
  return TRUE;
}

/* The target: the deliverable's, the anchor's, or the album's as they come. */
static double
find_target(const Album *album, const Trial *as_it_comes)
{
  return album->matching->level->has_target ? album->matching->level->target_lufs
                                            : album_loudness(as_it_comes);
}

static gboolean
solve_all(Album *album, const Trial *as_it_comes, GError **error)
{
  album->target_lufs = find_target(album, as_it_comes);
  switch (album->matching->level->mode) {
  case AL_LOUDNESS_MODE_OFF:
    return TRUE;
  case AL_LOUDNESS_MODE_ALBUM:
    return !album->matching->level->has_target ||
           solve_album(album, album_loudness(as_it_comes), error);
  case AL_LOUDNESS_MODE_TRACKS:
  case AL_LOUDNESS_MODE_STANDARD:
    return album->target_lufs <= AL_LOUDNESS_NONE ||
           al_job_each(album->job, "Matching loudness", track_count(album->matching), solve_track,
                       album, error);
  }
  g_assert_not_reached();
}

double *
al_match_gains(const GArray *matched)
{
  double *gains = g_new(double, matched->len);

  for (guint i = 0; i < matched->len; i++) {
    double gain_db = g_array_index(matched, AlMatchedTrack, i).gain_db;

    gains[i] = gain_db == 0 ? 1 : pow(10, gain_db / 20);
  }
  return gains;
}

double
al_match_loudness(const AlMatching *matching, AlMeasurement *const *finished, guint count)
{
  AlMeasured measured =
      count == 1 ? *al_measurement_get(finished[0]) : al_measurement_album(finished, count);

  return matching->project->master.measure == AL_LOUDNESS_MEASURE_LOUD_SECTIONS
             ? measured.loudness.loud_sections_lufs
             : measured.loudness.integrated_lufs;
}

/* How much louder a finished track should be; 0 where it is right, or has no target, or is held. */
static double
shortfall(const AlMatchedTrack *track, double finished_lufs, double target_lufs)
{
  double short_lu = target_lufs - finished_lufs;

  if (track->held || target_lufs <= AL_LOUDNESS_NONE || finished_lufs <= AL_LOUDNESS_NONE ||
      fabs(short_lu) <= CORRECTED_BEYOND_LU)
    return 0;
  return short_lu;
}

gboolean
al_match_correct(const AlMatching *matching, AlMeasurement *const *finished, GArray *matched)
{
  gboolean album = matching->level->mode == AL_LOUDNESS_MODE_ALBUM;
  guint anchor = anchor_of(matching);
  double album_lufs = anchor != 0 ? al_match_loudness(matching, &finished[anchor], 1)
                                  : al_match_loudness(matching, finished + 1, matched->len - 1);
  gboolean changed = FALSE;

  for (guint number = 1; number < matched->len; number++) {
    AlMatchedTrack *track = &g_array_index(matched, AlMatchedTrack, number);
    double lufs = album ? album_lufs : al_match_loudness(matching, &finished[number], 1);
    double target =
        album && matching->level->has_target ? matching->level->target_lufs : track->target_lufs;
    double most_lu = AL_MATCH_MOST_GAIN_DB - track->gain_db;
    double short_lu = shortfall(track, lufs, target);

    if (short_lu > most_lu) { /* what is clipped gets no louder, however often it is raised */
      short_lu = most_lu;
      track->held = TRUE;
    }
    track->gain_db += short_lu;
    changed = changed || short_lu != 0;
  }
  g_array_index(matched, AlMatchedTrack, 0).gain_db =
      g_array_index(matched, AlMatchedTrack, 1).gain_db;
  return changed;
}

GArray *
al_match(const AlMatching *matching, const AlJob *job, GError **error)
{
  g_autoptr(GArray) matched = g_array_new(FALSE, TRUE, sizeof(AlMatchedTrack));
  g_auto(Trial) as_it_comes = {.matching = matching, .job = job};
  Album album = {.matching = matching, .job = job, .matched = matched};

  g_array_set_size(matched, track_count(matching) + 1);
  for (guint number = 0; number <= track_count(matching); number++)
    *matched_at(&album, number) =
        (AlMatchedTrack){.before_lufs = AL_LOUDNESS_NONE, .target_lufs = AL_LOUDNESS_NONE};
  if (matching->level->mode == AL_LOUDNESS_MODE_OFF && !matching->level->has_ceiling)
    return g_steal_pointer(&matched);
  if (!try_all(&as_it_comes, "Measuring the tracks", error))
    return NULL;
  for (guint number = 1; number <= track_count(matching); number++)
    matched_at(&album, number)->before_lufs =
        loudness_of(matching, &as_it_comes.meters[number - 1], 1);
  if (!solve_all(&album, &as_it_comes, error))
    return NULL;
  matched_at(&album, 0)->gain_db = matched_at(&album, 1)->gain_db;
  return g_steal_pointer(&matched);
}
