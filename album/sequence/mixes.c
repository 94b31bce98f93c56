/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/mixes.h"

#include <math.h>

#include "album/audio/float_store.h"
#include "album/audio/mix.h"
#include "album/audio/resample.h"
#include "album/audio/scan.h"
#include "album/audio/stack.h"
#include "album/project/name_pattern.h"
#include "album/project/plain_text.h"
#include "album/sequence/processing.h"
#include "album/sequence/timeline.h"

/* While a track is matched in tone there are the one before, the one after, and a better one. */
#define TONED_STORES 3

/* One mix, as far as it is used. */
typedef struct {
  const AlExcerpt *excerpt;
  AlMixInfo info;
  gint64 first_frame, end_frame; /* of the excerpt, at the mix's rate */
  const AlStepList *chain;       /* NULL: none, as for hidden audio */
  AlFloatStore *store;           /* the processed track; NULL: the mix itself will do */
  GArray *done;                  /* of AlStepDone: what its chain did; NULL: nothing */
} Entry;

struct AlMixes {
  const AlProject *project;
  const AlJob *job;
  guint count; /* 1 + tracks: [0] is the hidden audio */
  Entry *entries;
  gint64 *frames;  /* at the working rate */
  GError **errors; /* what is wrong with each mix; taken up in order when all are read */
  int rate;
  AlToneMatch *tone; /* NULL: none */
  const char *work_folder;
  const char *dump_folder; /* NULL: none */
};

/* An entry, for opening its mix. */
typedef struct {
  const AlMixes *mixes;
  guint number;
} Opening;

static const AlExcerpt *
excerpt_of(const AlProject *project, guint number)
{
  return number == 0 ? &al_project_track(project, 1)->hidden
                     : &al_project_track(project, number)->mix;
}

/* The excerpt in frames of the file. */
static gboolean
find_excerpt(const AlMixes *mixes, Entry *entry)
{
  const AlExcerpt *excerpt = entry->excerpt;
  AlDiagnostics *diagnostics = mixes->project->diagnostics;
  double length = (double)entry->info.frames / entry->info.rate;

  entry->first_frame = llround(excerpt->start * entry->info.rate);
  entry->end_frame =
      excerpt->end < 0 ? entry->info.frames : llround(excerpt->end * entry->info.rate);
  if (entry->first_frame >= entry->info.frames)
    al_diagnostics_add(diagnostics, excerpt->start_place, "start counts from the start of the mix",
                       "start lies beyond the mix, which is %.3f s long", length);
  else if (entry->end_frame > entry->info.frames)
    al_diagnostics_add(diagnostics, excerpt->end_place, "leave end away to use the mix to its end",
                       "end lies beyond the mix, which is %.3f s long", length);
  else
    return TRUE;
  return FALSE;
}

/* Reads what is used of one mix from its first frame to its last. */
static gboolean
read_through(guint i, gpointer data, GError **error)
{
  AlMixes *mixes = data;
  Entry *entry = &mixes->entries[i];
  GCancellable *cancellable = mixes->job->cancellable;
  g_autoptr(AlSource) source = NULL;
  AlScan scan;

  if (entry->excerpt->path == NULL)
    return TRUE;
  source = al_mix_open(entry->excerpt->path, entry->first_frame, entry->end_frame, error);
  return source != NULL && al_scan(source, &scan, cancellable, error);
}

/* A mix's own trouble belongs to its line in the project file. */
static gboolean
keep_error(guint i, gpointer data, GError **error)
{
  AlMixes *mixes = data;

  read_through(i, data, &mixes->errors[i]);
  return !al_job_cancelled(mixes->job, error);
}

static void
diagnose(AlMixes *mixes, guint i, GError *error)
{
  al_diagnostics_add(mixes->project->diagnostics, mixes->entries[i].excerpt->place, NULL, "%s",
                     error->message);
}

static void
inspect(AlMixes *mixes, guint i)
{
  Entry *entry = &mixes->entries[i];
  g_autoptr(GError) error = NULL;

  entry->excerpt = excerpt_of(mixes->project, i);
  entry->chain = i > 0 ? &al_project_track(mixes->project, i)->chain : NULL;
  if (entry->excerpt->path == NULL)
    return;
  if (!al_mix_inspect(entry->excerpt->path, &entry->info, &error))
    diagnose(mixes, i, error);
  else
    find_excerpt(mixes, entry);
}

static int
working_rate(const AlMixes *mixes)
{
  static const int rates[] = {44100, 48000, 88200, 96000, 176400, 192000};
  int highest = 0;

  if (mixes->project->master.rate != 0)
    return mixes->project->master.rate;
  for (guint i = 0; i < mixes->count; i++)
    highest = MAX(highest, mixes->entries[i].info.rate);
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++)
    if (rates[i] >= highest)
      return rates[i];
  return rates[G_N_ELEMENTS(rates) - 1];
}

/* A length at another rate: as many frames as it takes to hold all of it. */
static gint64
frames_at(gint64 frames, int from_rate, int to_rate)
{
  return (frames * to_rate + from_rate - 1) / from_rate;
}

static void
measure_lengths(AlMixes *mixes)
{
  mixes->rate = working_rate(mixes);
  for (guint i = 0; i < mixes->count; i++) {
    const Entry *entry = &mixes->entries[i];

    if (entry->info.rate != 0)
      mixes->frames[i] =
          frames_at(entry->end_frame - entry->first_frame, entry->info.rate, mixes->rate);
  }
}

void
al_mixes_free(AlMixes *mixes)
{
  if (mixes == NULL)
    return;
  for (guint i = 0; i < mixes->count; i++) {
    g_clear_error(&mixes->errors[i]);
    al_float_store_free(mixes->entries[i].store);
    g_clear_pointer(&mixes->entries[i].done, g_array_unref);
  }
  al_tone_match_free(mixes->tone);
  g_free(mixes->entries);
  g_free(mixes->frames);
  g_free(mixes->errors);
  g_free(mixes);
}

int
al_mixes_rate(const AlMixes *mixes)
{
  return mixes->rate;
}

const gint64 *
al_mixes_frames(const AlMixes *mixes)
{
  return mixes->frames;
}

static gboolean
has_chain(const Entry *entry)
{
  return entry->chain != NULL && !al_processing_is_idle(entry->chain->steps);
}

/* Matching plays a track many times, and to decode it each time would take longer than the rest. */
static gboolean
is_played_often(const AlProject *project)
{
  if (project->master.loudness != AL_LOUDNESS_MODE_OFF || project->deliverables->len > 1)
    return TRUE;
  for (guint i = 0; i < project->deliverables->len; i++)
    if (al_project_deliverable(project, i)->level.has_ceiling)
      return TRUE;
  return FALSE;
}

static gboolean
is_toned(const AlMixes *mixes, guint i)
{
  return i > 0 && al_project_track(mixes->project, i)->tone.on;
}

static gboolean
needs_processing(const AlMixes *mixes, guint i)
{
  const Entry *entry = &mixes->entries[i];

  return entry->info.rate != 0 && (entry->info.rate != mixes->rate || has_chain(entry) ||
                                   is_toned(mixes, i) || is_played_often(mixes->project));
}

guint64
al_mixes_work_bytes(const AlMixes *mixes)
{
  guint64 bytes = 0;

  for (guint i = 0; i < mixes->count; i++)
    if (needs_processing(mixes, i))
      bytes +=
          (guint64)mixes->frames[i] * 2 * sizeof(float) * (is_toned(mixes, i) ? TONED_STORES : 1);
  return bytes;
}

static AlSource *
open_mix(const AlMixes *mixes, guint i, GError **error)
{
  const Entry *entry = &mixes->entries[i];

  return al_mix_open(entry->excerpt->path, entry->first_frame, entry->end_frame, error);
}

/* An AlOpener's: the mix at the working rate. */
static AlSource *
open_at_rate(gpointer data, GError **error)
{
  const Opening *opening = data;
  const AlMixes *mixes = opening->mixes;
  AlSource *mix = open_mix(mixes, opening->number, error), *stack;

  if (mix == NULL)
    return NULL;
  stack = al_stack_new(mix);
  if (mix->rate == mixes->rate ||
      al_stack_push(stack, al_resample_new(mix, mixes->rate, mixes->frames[opening->number],
                                           mixes->project->master.resampler, error)))
    return stack;
  al_source_free(stack);
  return NULL;
}

static AlProcessing
processing_of(const AlMixes *mixes, Opening *opening)
{
  return (AlProcessing){.steps = mixes->entries[opening->number].chain->steps,
                        .mix = {.open = open_at_rate, .data = opening},
                        .work_folder = mixes->work_folder,
                        .cancellable = mixes->job->cancellable};
}

/* Settings that do not go with the rate or with each other, before anything is written. */
static void
check_chains(AlMixes *mixes)
{
  for (guint i = 1; i < mixes->count; i++) {
    Opening opening = {.mixes = mixes, .number = i};
    const AlProcessing processing = processing_of(mixes, &opening);
    g_autoptr(GError) error = NULL;

    if (has_chain(&mixes->entries[i]) && !al_processing_check(&processing, &error))
      al_diagnostics_add(mixes->project->diagnostics,
                         al_step_list_place(mixes->entries[i].chain, 0), NULL, "%s",
                         error->message);
  }
}

AlMixes *
al_mixes_new(const AlProject *project, const AlJob *job, GError **error)
{
  g_autoptr(AlMixes) mixes = g_new0(AlMixes, 1);

  mixes->project = project;
  mixes->job = job;
  mixes->count = project->tracks->len + 1;
  mixes->entries = g_new0(Entry, mixes->count);
  mixes->frames = g_new0(gint64, mixes->count);
  mixes->errors = g_new0(GError *, mixes->count);
  for (guint i = 0; i < mixes->count; i++)
    inspect(mixes, i);
  al_tone_match_check(project);
  if (al_diagnostics_count(project->diagnostics) > 0)
    return g_steal_pointer(&mixes);
  if (!al_job_each(job, "Reading the mixes", mixes->count, keep_error, mixes, error))
    return NULL;
  for (guint i = 0; i < mixes->count; i++)
    if (mixes->errors[i] != NULL)
      diagnose(mixes, i, mixes->errors[i]);
  measure_lengths(mixes);
  if (al_diagnostics_count(project->diagnostics) == 0)
    check_chains(mixes);
  return g_steal_pointer(&mixes);
}

static char *
dump_folder_of(const AlMixes *mixes, guint i)
{
  const char *title = al_plain_track_text(al_project_track(mixes->project, i), RB_TEXT_TITLE);
  g_autofree char *name = al_name_of_title(title);
  g_autofree char *folder = g_strdup_printf("%02u %s", i, name);

  return mixes->dump_folder != NULL ? g_build_filename(mixes->dump_folder, folder, NULL) : NULL;
}

static gboolean
run_chain(AlMixes *mixes, guint i, GError **error)
{
  Opening opening = {.mixes = mixes, .number = i};
  AlProcessing processing = processing_of(mixes, &opening);
  g_autofree char *folder = dump_folder_of(mixes, i);

  processing.dump_folder = folder;
  mixes->entries[i].store = al_processing_run(&processing, &mixes->entries[i].done, error);
  return mixes->entries[i].store != NULL;
}

static gboolean
keep_at_rate(AlMixes *mixes, guint i, GError **error)
{
  Opening opening = {.mixes = mixes, .number = i};
  g_autoptr(AlSource) source = open_at_rate(&opening, error);

  if (source != NULL)
    mixes->entries[i].store =
        al_float_store_new(source, mixes->work_folder, mixes->job->cancellable, error);
  return mixes->entries[i].store != NULL;
}

static gboolean
process(guint i, gpointer data, GError **error)
{
  AlMixes *mixes = data;

  if (!needs_processing(mixes, i))
    return TRUE;
  return has_chain(&mixes->entries[i]) ? run_chain(mixes, i, error) : keep_at_rate(mixes, i, error);
}

static gboolean
match_track(guint i, gpointer data, GError **error)
{
  AlMixes *mixes = data;

  return !is_toned(mixes, i + 1) ||
         al_tone_match_apply(mixes->tone, i + 1, &mixes->entries[i + 1].store, mixes->work_folder,
                             mixes->job->cancellable, error);
}

static gboolean
match_tone(AlMixes *mixes, GError **error)
{
  if (!al_tone_match_is_wanted(mixes->project))
    return TRUE;
  mixes->tone = al_tone_match_new(mixes->project, al_mixes_open, mixes, mixes->job, error);
  return mixes->tone != NULL &&
         al_job_each(mixes->job, "Matching tone", mixes->count - 1, match_track, mixes, error);
}

gboolean
al_mixes_process(AlMixes *mixes, const char *work_folder, const char *dump_folder, const AlJob *job,
                 GError **error)
{
  mixes->job = job;
  mixes->work_folder = work_folder;
  mixes->dump_folder = dump_folder;
  return al_job_each(job, "Processing the tracks", mixes->count, process, mixes, error) &&
         match_tone(mixes, error);
}

AlSource *
al_mixes_open(guint number, gpointer data, GError **error)
{
  const AlMixes *mixes = data;
  const Entry *entry = &mixes->entries[number];

  return entry->store != NULL ? al_float_store_open(entry->store, 0)
                              : open_mix(mixes, number, error);
}

AlSource *
al_mixes_hear(guint number, gpointer data, GError **error)
{
  AlMixes *mixes = data;
  Opening opening = {.mixes = mixes, .number = number};
  AlProcessing processing;

  if (!has_chain(&mixes->entries[number]))
    return open_mix(mixes, number, error);
  processing = processing_of(mixes, &opening);
  return al_processing_open(&processing, error);
}

AlToneMatch *
al_mixes_take_tone(AlMixes *mixes)
{
  return g_steal_pointer(&mixes->tone);
}

const GArray *
al_mixes_done(const AlMixes *mixes, guint number)
{
  return mixes->entries[number].done;
}
