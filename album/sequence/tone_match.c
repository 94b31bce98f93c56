/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/tone_match.h"

#include <stdlib.h>
#include <string.h>

#include "album/audio/mix.h"
#include "album/measure/loudness.h"
#include "album/tone/tone_filter.h"

/* A filtered track that misses by more is filtered once more. */
#define REFINED_BEYOND_DB 0.05

/* An outlier lies so far from its target, or so much farther than the others and not near it. */
#define OUTLIER_DB 8.0
#define OUTLIER_RATIO 2.0
#define NO_OUTLIER_DB 3.0

struct AlToneMatch {
  const AlProject *project;
  AlToneTrack *tracks; /* [0] is track 1 */
  AlToneSpectrum *spectra;
  AlToneTarget centre;
  GHashTable *references; /* path -> AlToneSpectrum */
};

/* Hearing, a piece a track and then a piece a reference. */
typedef struct {
  AlToneMatch *match;
  AlOpenTrack open;
  gpointer data;
  const AlJob *job;
  GPtrArray *paths; /* of references */
} Hearing;

static guint
count_tracks(const AlToneMatch *match)
{
  return match->project->tracks->len;
}

static const AlTone *
tone_of(const AlProject *project, guint number)
{
  return &al_project_track(project, number)->tone;
}

gboolean
al_tone_match_is_wanted(const AlProject *project)
{
  for (guint number = 1; number <= project->tracks->len; number++)
    if (tone_of(project, number)->on)
      return TRUE;
  return FALSE;
}

/* The audio files among the references of all tracks that are moved, each once. */
static GPtrArray *
find_references(const AlProject *project, GArray *places)
{
  GPtrArray *paths = g_ptr_array_new();

  for (guint number = 1; number <= project->tracks->len; number++) {
    const AlTone *tone = tone_of(project, number);

    for (guint i = 0; tone->on && i < tone->references->len; i++) {
      const AlToneReference *reference = al_tone_reference(tone, i);

      if (reference->is_curve || reference->path == NULL ||
          g_ptr_array_find_with_equal_func(paths, reference->path, g_str_equal, NULL))
        continue;
      g_ptr_array_add(paths, reference->path);
      if (places != NULL)
        g_array_append_val(places, reference->place);
    }
  }
  return paths;
}

void
al_tone_match_check(const AlProject *project)
{
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(AlPlace));
  g_autoptr(GPtrArray) paths = find_references(project, places);

  for (guint i = 0; i < paths->len; i++) {
    g_autoptr(GError) error = NULL;
    AlMixInfo info;

    if (!al_mix_inspect(g_ptr_array_index(paths, i), &info, &error))
      al_diagnostics_add(project->diagnostics, g_array_index(places, AlPlace, i), NULL, "%s",
                         error->message);
  }
}

/* Feeds a source to its end. */
static gboolean
hear(AlSource *source, AlToneSpectrum *spectrum, const AlJob *job, GError **error)
{
  g_autoptr(AlToneAnalyser) analyser = al_tone_analyser_new(source->rate);
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_job_cancelled(job, error))
      return FALSE;
    al_tone_analyser_feed(analyser, block, (gsize)got);
  }
  al_tone_analyser_finish(analyser, spectrum);
  return got == 0;
}

static gboolean
hear_piece(guint i, gpointer data, GError **error)
{
  Hearing *hearing = data;
  guint tracks = count_tracks(hearing->match);
  const char *path = i < tracks ? NULL : g_ptr_array_index(hearing->paths, i - tracks);
  AlToneSpectrum *spectrum = path == NULL ? &hearing->match->spectra[i]
                                          : g_hash_table_lookup(hearing->match->references, path);
  g_autoptr(AlSource) source = path == NULL ? hearing->open(i + 1, hearing->data, error)
                                            : al_mix_open(path, 0, AL_MIX_END, error);

  return source != NULL && hear(source, spectrum, hearing->job, error);
}

static gboolean
hear_all(AlToneMatch *match, AlOpenTrack open, gpointer data, const AlJob *job, GError **error)
{
  g_autoptr(GPtrArray) paths = find_references(match->project, NULL);
  Hearing hearing = {.match = match, .open = open, .data = data, .job = job, .paths = paths};

  for (guint i = 0; i < paths->len; i++)
    g_hash_table_insert(match->references, g_ptr_array_index(paths, i), g_new0(AlToneSpectrum, 1));
  return al_job_each(job, "Hearing the tone", count_tracks(match) + paths->len, hear_piece,
                     &hearing, error);
}

static void
mean_of_references(const AlToneMatch *match, const AlTone *tone, AlToneTarget *target)
{
  guint count = tone->references->len;
  g_autofree AlToneTarget *targets = g_new(AlToneTarget, count);
  g_autofree double *weights = g_new(double, count);

  for (guint i = 0; i < count; i++) {
    const AlToneReference *reference = al_tone_reference(tone, i);

    if (reference->is_curve)
      targets[i] = reference->curve;
    else
      al_tone_target_of(&targets[i], g_hash_table_lookup(match->references, reference->path));
    weights[i] = reference->weight;
  }
  al_tone_target_mean(target, targets, weights, count);
}

static void
find_target(const AlToneMatch *match, const AlTone *tone, AlToneTarget *target)
{
  switch (tone->toward) {
  case AL_TONE_TOWARD_ALBUM:
    *target = match->centre;
    break;
  case AL_TONE_TOWARD_TRACK:
    al_tone_target_of(target, &match->spectra[tone->track - 1]);
    break;
  case AL_TONE_TOWARD_FILES:
    mean_of_references(match, tone, target);
    break;
  case AL_TONE_TOWARD_SLOPE:
    al_tone_target_slope(target, tone->slope_db_per_octave);
    break;
  }
}

static double
distance(const double level_db[AL_TONE_BANDS], const AlToneTrack *track, AlToneLane lane)
{
  AlToneSpectrum spectrum;

  memcpy(spectrum.level_db[lane], level_db, sizeof spectrum.level_db[lane]);
  return al_tone_target_distance_db(&track->target, &spectrum, lane);
}

/* Keeps what came out of a lane, or is foreseen to. */
static void
keep_after(AlToneTrack *track, AlToneLaneDone *done, const double after_db[AL_TONE_BANDS])
{
  memcpy(done->after_db, after_db, sizeof done->after_db);
  done->distance_after_db = distance(after_db, track, done->lane);
}

static void
propose_lane(AlToneTrack *track, AlToneLaneDone *done, const AlToneSettings *settings)
{
  const double *before_db = track->spectrum.level_db[done->lane];
  double after_db[AL_TONE_BANDS];

  al_tone_correction_propose(&done->correction, &track->spectrum, &track->target, done->lane,
                             settings);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    after_db[band] = before_db[band] + done->correction.gain_db[band];
  done->distance_before_db = distance(before_db, track, done->lane);
  keep_after(track, done, after_db);
}

/* What tells most of why a track is as it is: a lane that was moved counts for more than one that
 * was left alone. */
static AlToneStop
stop_of(const AlToneTrack *track)
{
  AlToneStop stop = track->lane[0].correction.stop;

  for (guint i = 1; i < track->lanes; i++) {
    AlToneStop other = track->lane[i].correction.stop;
    gboolean idle = al_tone_correction_is_idle(&track->lane[i].correction);

    if (idle ? stop > other
             : stop < other || al_tone_correction_is_idle(&track->lane[0].correction))
      stop = other;
  }
  return stop;
}

static void
propose(AlToneMatch *match, guint number)
{
  const AlTone *tone = tone_of(match->project, number);
  AlToneTrack *track = &match->tracks[number - 1];
  AlToneSettings settings = tone->settings;

  if (!tone->on)
    settings.strength = 0;
  track->spectrum = match->spectra[number - 1];
  find_target(match, tone, &track->target);
  track->lanes = settings.side ? 2 : 1;
  track->lane[0].lane = settings.side ? AL_TONE_MID : AL_TONE_STEREO;
  track->lane[1].lane = AL_TONE_SIDE;
  for (guint i = 0; i < track->lanes; i++)
    propose_lane(track, &track->lane[i], &settings);
  track->stop = stop_of(track);
}

AlToneMatch *
al_tone_match_new(const AlProject *project, AlOpenTrack open, gpointer data, const AlJob *job,
                  GError **error)
{
  g_autoptr(AlToneMatch) match = g_new0(AlToneMatch, 1);

  match->project = project;
  match->tracks = g_new0(AlToneTrack, project->tracks->len);
  match->spectra = g_new0(AlToneSpectrum, project->tracks->len);
  match->references = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  if (!hear_all(match, open, data, job, error))
    return NULL;
  al_tone_target_median(&match->centre, match->spectra, project->tracks->len);
  for (guint number = 1; number <= project->tracks->len; number++)
    propose(match, number);
  return g_steal_pointer(&match);
}

void
al_tone_match_free(AlToneMatch *match)
{
  if (match == NULL)
    return;
  g_free(match->tracks);
  g_free(match->spectra);
  g_hash_table_unref(match->references);
  g_free(match);
}

const AlToneTrack *
al_tone_match_track(const AlToneMatch *match, guint number)
{
  g_assert(number >= 1 && number <= count_tracks(match));
  return &match->tracks[number - 1];
}

const AlToneTarget *
al_tone_match_centre(const AlToneMatch *match)
{
  return &match->centre;
}

/* A track with its filter at work. */
typedef struct {
  const AlFloatStore *store; /* what goes in */
  double before_lufs;        /* of it; AL_LOUDNESS_NONE where it is too short to have any */
  const char *work_folder;
  GCancellable *cancellable;
  gboolean linear_phase;
} Filtering;

/* What came out of it. */
typedef struct {
  AlFloatStore *store;
  AlToneSpectrum spectrum;
  double lufs;
} Filtered;

/* Hears a store once, for its loudness and (where `spectrum` is not NULL) its tone. */
static gboolean
hear_store(const AlFloatStore *store, AlToneSpectrum *spectrum, double *lufs, GError **error)
{
  g_autoptr(AlSource) source = al_float_store_open(store, 0);
  g_autoptr(AlToneAnalyser) analyser = al_tone_analyser_new(source->rate);
  g_autoptr(AlLoudness) meter = al_loudness_new_stereo(source->rate);
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    al_loudness_feed(meter, block, (gsize)got);
    if (spectrum != NULL)
      al_tone_analyser_feed(analyser, block, (gsize)got);
  }
  al_loudness_finish(meter);
  *lufs = al_loudness_integrated(meter);
  if (spectrum != NULL)
    al_tone_analyser_finish(analyser, spectrum);
  return got == 0;
}

static gboolean
filter(const Filtering *filtering, const AlToneTrack *track, Filtered *filtered, GError **error)
{
  const AlToneCurves curves = {
      .first = track->lane[0].correction.gain_db,
      .second = track->lanes > 1 ? track->lane[1].correction.gain_db : NULL,
      .linear_phase = filtering->linear_phase,
  };
  g_autoptr(AlSource) input = al_float_store_open(filtering->store, 0);
  g_autoptr(AlSource) output = al_tone_filter_new(input, &curves);

  filtered->store =
      al_float_store_new(output, filtering->work_folder, filtering->cancellable, error);
  return filtered->store != NULL &&
         hear_store(filtered->store, &filtered->spectrum, &filtered->lufs, error);
}

/* The bands are compared over the whole track: a gate that opens elsewhere would look like a move.
 * The loudness that counts is that of the whole track; the side channel has only its own. */
static AlToneMoved
moved(const Filtering *filtering, const AlToneTrack *track, const Filtered *filtered,
      AlToneLane lane)
{
  const AlToneSpectrum *before = &track->spectrum, *after = &filtered->spectrum;
  double lane_db = after->loudness_db[lane] - before->loudness_db[lane];
  gboolean whole =
      lane != AL_TONE_SIDE && isfinite(filtering->before_lufs) && isfinite(filtered->lufs);
  AlToneMoved moved = {.loudness_db = whole ? filtered->lufs - filtering->before_lufs : lane_db};

  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    double from = before->whole_db[lane][band], to = after->whole_db[lane][band];

    if (from > AL_TONE_NONE && to > AL_TONE_NONE)
      moved.band_db[band] = to - from;
  }
  return moved;
}

/* The largest of the lanes' misses. */
static double
miss_of(const Filtering *filtering, const AlToneTrack *track, const Filtered *filtered)
{
  double miss_db = 0;

  for (guint i = 0; i < track->lanes; i++) {
    const AlToneLaneDone *done = &track->lane[i];
    const AlToneMoved of_lane = moved(filtering, track, filtered, done->lane);

    if (!al_tone_correction_is_idle(&done->correction))
      miss_db = MAX(miss_db, al_tone_correction_miss_db(&done->correction, &of_lane));
  }
  return miss_db;
}

/* Filters once more with what was missing; keeps it where it misses by less. */
static gboolean
refine(const Filtering *filtering, AlToneTrack *track, Filtered *filtered, GError **error)
{
  AlToneTrack refined = *track;
  Filtered again = {.store = NULL};
  gboolean done;

  for (guint i = 0; i < refined.lanes; i++) {
    AlToneLaneDone *lane = &refined.lane[i];
    const AlToneMoved of_lane = moved(filtering, track, filtered, lane->lane);

    if (!al_tone_correction_is_idle(&lane->correction))
      al_tone_correction_refine(&lane->correction, &track->spectrum, lane->lane, &of_lane);
  }
  done = filter(filtering, &refined, &again, error);
  if (done && miss_of(filtering, &refined, &again) < miss_of(filtering, track, filtered)) {
    Filtered worse = *filtered;

    *filtered = again;
    again = worse;
    *track = refined;
    track->refined = TRUE;
  }
  al_float_store_free(again.store);
  return done;
}

static gboolean
is_left_alone(const AlToneTrack *track)
{
  for (guint i = 0; i < track->lanes; i++)
    if (!al_tone_correction_is_idle(&track->lane[i].correction))
      return FALSE;
  return TRUE;
}

/* Filters, and again where that helps. */
static gboolean
filter_well(const Filtering *filtering, AlToneTrack *track, Filtered *filtered, GError **error)
{
  return filter(filtering, track, filtered, error) &&
         (miss_of(filtering, track, filtered) <= REFINED_BEYOND_DB ||
          refine(filtering, track, filtered, error));
}

gboolean
al_tone_match_apply(AlToneMatch *match, guint number, AlFloatStore **store, const char *work_folder,
                    GCancellable *cancellable, GError **error)
{
  AlToneTrack *track = &match->tracks[number - 1];
  Filtering filtering = {.store = *store,
                         .work_folder = work_folder,
                         .cancellable = cancellable,
                         .linear_phase = tone_of(match->project, number)->settings.linear_phase};
  Filtered filtered = {.store = NULL};

  if (is_left_alone(track))
    return TRUE;
  if (!hear_store(*store, NULL, &filtering.before_lufs, error) ||
      !filter_well(&filtering, track, &filtered, error)) {
    al_float_store_free(filtered.store);
    return FALSE;
  }
  for (guint i = 0; i < track->lanes; i++)
    keep_after(track, &track->lane[i], filtered.spectrum.level_db[track->lane[i].lane]);
  al_float_store_free(*store);
  *store = filtered.store;
  return TRUE;
}

static int
compare_distances(gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

/* The median of the distances of the tracks that can be heard. */
static double
usual_distance(const AlToneMatch *match)
{
  g_autofree double *distances = g_new(double, count_tracks(match));
  guint count = 0;

  for (guint i = 0; i < count_tracks(match); i++)
    if (match->spectra[i].heard_seconds > 0)
      distances[count++] = match->tracks[i].lane[0].distance_before_db;
  qsort(distances, count, sizeof *distances, compare_distances);
  return count > 0 ? distances[(count - 1) / 2] : 0;
}

/* "6.3k to 20k" and the like: the bands that are never lifted, up to the first gap. */
static char *
empty_bands(const AlToneCorrection *correction)
{
  guint first = 0, last;

  while (first < AL_TONE_BANDS && correction->ceiling_db[first] >= -correction->floor_db)
    first++;
  if (first == AL_TONE_BANDS)
    return NULL;
  last = first;
  while (last + 1 < AL_TONE_BANDS && correction->ceiling_db[last + 1] < -correction->floor_db)
    last++;
  return g_strdup_printf(first == last ? "%s" : "%s to %s", al_tone_band_name(first),
                         al_tone_band_name(last));
}

static void
judge_track(const AlToneTrack *track, double usual_db, const char *place, RbFindings *findings)
{
  double distance_db = track->lane[0].distance_before_db;
  g_autofree char *empty = empty_bands(&track->lane[0].correction);

  if (track->stop == AL_TONE_STOP_SILENCE || track->stop == AL_TONE_STOP_SHORT) {
    rb_findings_add(findings, "T02", RB_SEVERITY_NOTE, place, "Its tone was left alone: %s.",
                    track->stop == AL_TONE_STOP_SILENCE ? "nothing can be heard"
                                                        : "there is too little sound to judge by");
    return;
  }
  if (distance_db > OUTLIER_DB || distance_db > MAX(OUTLIER_RATIO * usual_db, NO_OUTLIER_DB))
    rb_findings_add(findings, "T01", RB_SEVERITY_WARNING, place,
                    "Its tone lies %.1f dB from the target, the usual track %.1f dB: it may be of "
                    "another kind; tone: off leaves it alone.",
                    distance_db, usual_db);
  if (empty != NULL)
    rb_findings_add(findings, "T03", RB_SEVERITY_NOTE, place,
                    "Nothing that belongs there is in the bands %s Hz; they are not lifted.",
                    empty);
}

void
al_tone_match_judge(const AlToneMatch *match, RbFindings *findings)
{
  double usual_db = usual_distance(match);

  for (guint number = 1; number <= count_tracks(match); number++) {
    g_autofree char *place = g_strdup_printf("track %u", number);

    if (tone_of(match->project, number)->on)
      judge_track(&match->tracks[number - 1], usual_db, place, findings);
  }
}
