/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/hearing.h"

#include <math.h>

#include "album/audio/resample.h"
#include "album/audio/stack.h"

/* Tracks are heard at no more. */
#define MOST_RATE 48000

/* From the start of its audio to that of the next. */
static void
find_region(const AlMatching *matching, guint number, AlProgramPart *part)
{
  const AlSlot *slot = al_timeline_slot(matching->timeline, number);
  gint64 end =
      MIN(slot->first_frame + slot->frames, al_timeline_track_end(matching->timeline, number));

  part->first_frame = slot->first_frame;
  part->frames = MAX(end - slot->first_frame, 1);
}

static int
hearing_rate(const AlMatching *matching)
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
  int rate = hearing_rate(matching);

  find_region(matching, number, &part);
  stack = al_stack_new(al_program_new(&part));
  if (rate == matching->timeline->rate ||
      al_stack_push(stack, al_resample_new(al_stack_top(stack), rate, AL_RESAMPLE_WHOLE,
                                           matching->project->master.resampler, error)))
    return stack;
  al_source_free(stack);
  return NULL;
}

static gboolean
feed(AlSource *source, AlForecast *forecast, const AlJob *job, GError **error)
{
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_job_cancelled(job, error))
      return FALSE;
    al_forecast_feed(forecast, block, (gsize)got);
  }
  al_forecast_finish(forecast);
  return got == 0;
}

AlForecast *
al_hear(const AlMatching *matching, guint number, double gain_db, double gain_before_db,
        const AlJob *job, GError **error)
{
  /* Of the tracks that can be heard in the part of this one. */
  g_autofree double *gains = g_new0(double, matching->timeline->slots->len + 1);
  g_autoptr(AlForecast) forecast = al_forecast_new(hearing_rate(matching));
  g_autoptr(AlSource) region = NULL;

  gains[number - 1] = pow(10, gain_before_db / 20);
  gains[number] = pow(10, gain_db / 20);
  region = open_region(matching, number, gains, error);
  if (region == NULL || !feed(region, forecast, job, error))
    return NULL;
  return g_steal_pointer(&forecast);
}

typedef struct {
  const AlMatching *matching;
  const AlJob *job;
  GPtrArray *forecasts;
} Run;

static gboolean
run_one(guint i, gpointer data, GError **error)
{
  const Run *run = data;

  run->forecasts->pdata[i] = al_hear(run->matching, i + 1, 0, 0, run->job, error);
  return run->forecasts->pdata[i] != NULL;
}

static gboolean
run_alone(guint i, gpointer data, GError **error)
{
  const Run *run = data;

  if (al_timeline_slot(run->matching->timeline, i + 1)->overlap_frames == 0)
    return TRUE;
  run->forecasts->pdata[i] = al_hear(run->matching, i + 1, 0, -INFINITY, run->job, error);
  return run->forecasts->pdata[i] != NULL;
}

/* NULL where one of the tracks fails. */
static GPtrArray *
hear_each(const AlMatching *matching, gboolean (*hear)(guint i, gpointer data, GError **error),
          const AlJob *job, GError **error)
{
  guint count = matching->timeline->slots->len;
  g_autoptr(GPtrArray) forecasts = g_ptr_array_new_with_free_func((GDestroyNotify)al_forecast_free);
  Run run = {.matching = matching, .job = job, .forecasts = forecasts};

  g_ptr_array_set_size(forecasts, (gint)count);
  if (!al_job_each(job, "Measuring the tracks", count, hear, &run, error))
    return NULL;
  return g_steal_pointer(&forecasts);
}

GPtrArray *
al_hear_all(const AlMatching *matching, const AlJob *job, GError **error)
{
  return hear_each(matching, run_one, job, error);
}

GPtrArray *
al_hear_alone(const AlMatching *matching, const AlJob *job, GError **error)
{
  return hear_each(matching, run_alone, job, error);
}
