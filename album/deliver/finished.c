/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/finished.h"

#include "album/deliver/shaping.h"

/* The first is nearly always enough. */
#define MOST_PASSES 4

gboolean
al_finish_equal(const AlFinish *a, const AlFinish *b)
{
  return a->rate == b->rate && a->bits == b->bits && a->dither == b->dither &&
         al_delivered_level_equal(a->level, b->level) && al_shaping_equal(a->shaping, b->shaping);
}

static gint64 *
find_starts(const AlTimeline *timeline, int rate)
{
  guint count = timeline->slots->len;
  gint64 *starts = g_new0(gint64, count + 2);

  for (guint number = 1; number <= count; number++)
    starts[number] = al_timeline_slot(timeline, number)->first_frame * rate / timeline->rate;
  starts[count + 1] = al_timeline_track_end(timeline, count) * rate / timeline->rate;
  return starts;
}

/* Plays the program with the gains found so far. */
static gboolean
finish_once(AlFinished *finished, const AlRendering *rendering, const AlFinish *wanted,
            const AlTaker *taker, GError **error)
{
  g_autofree double *gains = al_match_gains(finished->matched);
  const AlProgramPart part = {.timeline = rendering->timeline,
                              .project = rendering->project,
                              .open = al_mixes_open,
                              .data = rendering->mixes,
                              .gains = gains};
  g_autoptr(AlSource) program = al_shaping_new(al_program_new(&part), wanted->shaping, error);
  const AlFinishing finishing = {.program = program,
                                 .rate = wanted->rate,
                                 .bits = wanted->bits,
                                 .dither = wanted->dither,
                                 .resampler = rendering->project->master.resampler,
                                 .limiter =
                                     wanted->level->has_ceiling ? &wanted->level->limiter : NULL,
                                 .starts = finished->starts,
                                 .regions = finished->matched->len};
  g_autoptr(AlSource) source =
      program != NULL ? al_finish_new(&finishing, rendering->job, error) : NULL;

  if (source == NULL || !taker->take(source, taker->data, error))
    return FALSE;
  g_clear_pointer(&finished->regions, al_finished_regions_free);
  finished->regions = al_finish_regions(source);
  return TRUE;
}

AlFinished *
al_finished_new(const AlRendering *rendering, const AlFinish *wanted, const AlTaker *taker,
                GError **error)
{
  g_autoptr(AlFinished) finished = g_new0(AlFinished, 1);

  finished->matching = al_matcher_matching(rendering->matcher);
  finished->rate = wanted->rate;
  finished->starts = find_starts(rendering->timeline, wanted->rate);
  finished->matched = al_matcher_get(rendering->matcher, wanted->level, rendering->job, error);
  if (finished->matched == NULL)
    return NULL;
  /* At this rate and at the edges of tracks the program can differ from what matching tried. */
  for (finished->passes = 1;; finished->passes++) {
    if (!finish_once(finished, rendering, wanted, taker, error))
      return NULL;
    if (finished->passes == MOST_PASSES ||
        !al_match_correct(finished->matching, wanted->level,
                          al_region_measurement_list(finished->regions->measured),
                          finished->matched))
      return g_steal_pointer(&finished);
  }
}

void
al_finished_free(AlFinished *finished)
{
  if (finished == NULL)
    return;
  if (finished->matched != NULL)
    g_array_unref(finished->matched);
  al_finished_regions_free(finished->regions);
  g_free(finished->starts);
  g_free(finished);
}
