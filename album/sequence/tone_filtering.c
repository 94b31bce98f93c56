/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/tone_filtering.h"

#include "album/measure/loudness.h"
#include "album/tone/tone_filter.h"

/* A filtered track that misses by more is filtered once more. */
#define REFINED_BEYOND_DB 0.05

/* A track with its filter at work. */
typedef struct {
  const AlToneFiltering *how;
  const AlFloatStore *store; /* what goes in */
  double before_lufs;        /* of it; AL_LOUDNESS_NONE where it is too short to have any */
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
      .linear_phase = filtering->how->linear_phase,
  };
  g_autoptr(AlSource) input = al_float_store_open(filtering->store, 0);
  g_autoptr(AlSource) output = al_tone_filter_new(input, &curves);

  filtered->store =
      al_float_store_new(output, filtering->how->work_folder, filtering->how->cancellable, error);
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

/* Filters, and again where that helps. */
static gboolean
filter_well(const Filtering *filtering, AlToneTrack *track, Filtered *filtered, GError **error)
{
  return filter(filtering, track, filtered, error) &&
         (miss_of(filtering, track, filtered) <= REFINED_BEYOND_DB ||
          refine(filtering, track, filtered, error));
}

gboolean
al_tone_filtering_run(const AlToneFiltering *how, AlToneTrack *track, AlFloatStore **store,
                      GError **error)
{
  Filtering filtering = {.how = how, .store = *store};
  Filtered filtered = {.store = NULL};

  if (al_tone_track_is_left_alone(track))
    return TRUE;
  if (!hear_store(*store, NULL, &filtering.before_lufs, error) ||
      !filter_well(&filtering, track, &filtered, error)) {
    al_float_store_free(filtered.store);
    return FALSE;
  }
  al_tone_track_keep_heard(track, &filtered.spectrum);
  al_float_store_free(*store);
  *store = filtered.store;
  return TRUE;
}
