/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/tone_match.h"

#include "album/audio/mix.h"
#include "album/sequence/tone_filtering.h"

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
  al_tone_track_propose(track, &settings);
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

gboolean
al_tone_match_apply(AlToneMatch *match, guint number, AlFloatStore **store, const char *work_folder,
                    GCancellable *cancellable, GError **error)
{
  AlToneFiltering filtering = {
      .work_folder = work_folder,
      .cancellable = cancellable,
      .linear_phase = tone_of(match->project, number)->settings.linear_phase,
  };

  return al_tone_filtering_run(&filtering, &match->tracks[number - 1], store, error);
}
