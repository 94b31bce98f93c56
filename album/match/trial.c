/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/trial.h"

#include <math.h>

#include "album/audio/resample.h"
#include "album/audio/stack.h"
#include "album/measure/levels.h"
#include "album/measure/true_peak.h"

/* Of a trial. */
#define MOST_RATE 48000

/* From the start of its audio to that of the next. */
static void
find_region(const AlMatching *matching, guint number, AlProgramPart *part)
{
  const AlSlot *slot = al_timeline_slot(matching->timeline, number);
  gint64 end = slot->first_frame + slot->frames;

  if (number < matching->timeline->slots->len)
    end = MIN(end, al_timeline_slot(matching->timeline, number + 1)->first_frame);
  part->first_frame = slot->first_frame;
  part->frames = MAX(end - slot->first_frame, 1);
}

static int
trial_rate(const AlMatching *matching)
{
  int rate = matching->timeline->rate;

  while (rate > MOST_RATE)
    rate /= 2;
  return rate;
}

/* NULL with an error where the rates cannot be converted. */
static AlSource *
open_region(const AlMatching *matching, guint number, const double *gains, GError **error)
{
  AlProgramPart part = {.timeline = matching->timeline,
                        .project = matching->project,
                        .open = matching->open,
                        .data = matching->data,
                        .gains = gains};
  AlSource *stack;
  int rate = trial_rate(matching);

  find_region(matching, number, &part);
  stack = al_stack_new(al_program_new(&part));
  if (rate == matching->timeline->rate ||
      al_stack_push(stack, al_resample_new(al_stack_top(stack), rate, AL_RESAMPLE_WHOLE,
                                           matching->project->master.resampler, error)))
    return stack;
  al_source_free(stack);
  return NULL;
}

/* `true_peak` may be NULL. */
static gboolean
measure(AlSource *source, AlLoudness *loudness, AlTruePeak *true_peak, const AlJob *job,
        GError **error)
{
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_job_cancelled(job, error))
      return FALSE;
    al_loudness_feed(loudness, block, (gsize)got);
    if (true_peak != NULL)
      al_true_peak_feed(true_peak, block, (gsize)got);
  }
  al_loudness_finish(loudness);
  if (true_peak != NULL)
    al_true_peak_finish(true_peak);
  return got == 0;
}

/* Of the tracks that can be heard in the part of track `number`. */
static double *
find_gains(const AlMatching *matching, guint number, const AlTrialSettings *settings)
{
  double *gains = g_new0(double, matching->timeline->slots->len + 1);

  gains[number - 1] = pow(10, settings->gain_before_db / 20);
  gains[number] = pow(10, settings->gain_db / 20);
  return gains;
}

gboolean
al_trial_run(const AlMatching *matching, guint number, const AlTrialSettings *settings,
             const AlJob *job, AlTrial *trial, GError **error)
{
  g_autofree double *gains = find_gains(matching, number, settings);
  g_autoptr(AlSource) stack = open_region(matching, number, gains, error);
  g_autoptr(AlTruePeak) true_peak = settings->limiter == NULL ? al_true_peak_new() : NULL;
  static const gint64 start;

  if (stack == NULL)
    return FALSE;
  if (settings->limiter != NULL)
    al_stack_push(stack, al_limiter_new(al_stack_top(stack), settings->limiter, &start, 1));
  trial->meter = al_loudness_new_stereo(trial_rate(matching));
  if (!measure(stack, trial->meter, true_peak, job, error))
    return FALSE;
  if (true_peak != NULL)
    trial->true_peak_dbtp = al_levels_db(al_true_peak_whole(true_peak));
  else
    trial->sustained_db = al_limiter_whole(al_stack_top(stack)).sustained_db;
  return TRUE;
}

void
al_trial_clear(AlTrial *trial)
{
  g_clear_pointer(&trial->meter, al_loudness_free);
}

typedef struct {
  const AlMatching *matching;
  const AlTrialSettings *settings;
  const AlJob *job;
  GArray *trials;
} Run;

static gboolean
run_one(guint i, gpointer data, GError **error)
{
  const Run *run = data;

  return al_trial_run(run->matching, i + 1, run->settings, run->job,
                      &g_array_index(run->trials, AlTrial, i), error);
}

GArray *
al_trial_run_all(const AlMatching *matching, const AlTrialSettings *settings, const char *stage,
                 const AlJob *job, GError **error)
{
  guint count = matching->timeline->slots->len;
  g_autoptr(GArray) trials = g_array_new(FALSE, TRUE, sizeof(AlTrial));
  Run run = {.matching = matching, .settings = settings, .job = job, .trials = trials};

  g_array_set_clear_func(trials, (GDestroyNotify)al_trial_clear);
  g_array_set_size(trials, count);
  if (!al_job_each(job, stage, count, run_one, &run, error))
    return NULL;
  return g_steal_pointer(&trials);
}

double
al_trial_loudness(const AlMatching *matching, const AlTrial *trials, guint count)
{
  g_autofree AlLoudness **meters = g_new(AlLoudness *, count);

  for (guint i = 0; i < count; i++)
    meters[i] = trials[i].meter;
  if (matching->project->master.measure == AL_LOUDNESS_MEASURE_LOUD_SECTIONS)
    return al_loudness_album_loud_sections(meters, count);
  return al_loudness_album_integrated(meters, count);
}
