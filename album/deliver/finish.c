/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/finish.h"

#include "album/audio/grid.h"
#include "album/audio/read_ahead.h"

/* The noise of the dither is the same in every master that is made of the same program. */
#define DITHER_SEED 20

/* The stages behind the program; each reads from the one before it. */
typedef struct {
  AlSource *resampler; /* NULL where the program has the rate */
  AlSource *ahead[2];  /* threads of their own behind the two heavy stages; NULL on one thread */
  AlSource *limiter;   /* NULL where there is none */
  AlSource *peaks;
  AlQuantiser *quantiser;
} Stages;

typedef struct {
  AlSource source;
  AlFinishing finishing;
  const AlJob *job;
  Stages stages;
  AlFinishedRegions *regions;
  gint64 done;
  double scale;
  gint32 samples[2 * AL_BLOCK_FRAMES];
} Finish;

double
al_finish_margin(int bits, AlDither dither, int rate)
{
  return al_quantiser_max_error_steps(dither, rate) / al_grid_scale(bits);
}

static gssize
finish_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Finish *finish = (Finish *)source;
  gssize got = al_quantiser_read(finish->stages.quantiser, finish->samples,
                                 MIN(frames, AL_BLOCK_FRAMES), error);

  if (got <= 0)
    return got;
  for (gssize i = 0; i < 2 * got; i++)
    block[i] = finish->samples[i] / finish->scale;
  al_region_measurement_feed(finish->regions->measured, block, (gsize)got);
  finish->done += got;
  al_job_progress(finish->job, "Finishing the program",
                  (double)finish->done / (double)source->frames);
  return got;
}

static void
finish_free(AlSource *source)
{
  Finish *finish = (Finish *)source;

  al_quantiser_free(finish->stages.quantiser);
  al_source_free(finish->stages.peaks);
  al_source_free(finish->stages.ahead[1]);
  al_source_free(finish->stages.limiter);
  al_source_free(finish->stages.ahead[0]);
  al_source_free(finish->stages.resampler);
  al_finished_regions_free(finish->regions);
  g_free(finish);
}

static AlSource *
open_limiter(const AlFinishing *finishing, AlSource *input)
{
  AlLimiterSettings settings = *finishing->limiter;

  settings.margin = al_finish_margin(finishing->bits, finishing->dither, finishing->rate);
  return al_limiter_new(input, &settings, finishing->starts, finishing->regions);
}

static gboolean
open_stages(Finish *finish, GError **error)
{
  const AlFinishing *finishing = &finish->finishing;
  Stages *stages = &finish->stages;
  AlSource *top = finishing->program;

  if (top->rate != finishing->rate) {
    top = stages->resampler =
        al_resample_new(top, finishing->rate, finish->source.frames, finishing->resampler, error);
    if (top == NULL)
      return FALSE;
  }
  if (finish->job->threads > 1)
    top = stages->ahead[0] = al_read_ahead_new(top);
  if (finishing->limiter != NULL) {
    top = stages->limiter = open_limiter(finishing, top);
    if (finish->job->threads > 1)
      top = stages->ahead[1] = al_read_ahead_new(top);
  }
  stages->peaks = al_peaks_new(top, finish->regions->peaks, finishing->regions);
  stages->quantiser =
      al_quantiser_new(stages->peaks, finishing->bits, finishing->dither, DITHER_SEED);
  return TRUE;
}

static AlFinishedRegions *
regions_new(const AlFinishing *finishing)
{
  AlFinishedRegions *regions = g_new0(AlFinishedRegions, 1);

  regions->regions = finishing->regions;
  regions->peaks = g_new0(AlPeakRegion, finishing->regions);
  regions->reductions = g_new0(AlReduction, finishing->regions);
  regions->measured =
      al_region_measurement_new(finishing->rate, finishing->starts, finishing->regions);
  for (guint i = 0; i < finishing->regions; i++)
    regions->peaks[i].first_frame = finishing->starts[i];
  return regions;
}

AlSource *
al_finish_new(const AlFinishing *finishing, const AlJob *job, GError **error)
{
  static const AlSourceClass class = {.read = finish_read, .free = finish_free};
  Finish *finish = g_new0(Finish, 1);
  const AlSource *program = finishing->program;

  finish->source = (AlSource){.class = &class,
                              .rate = finishing->rate,
                              .frames = program->frames * finishing->rate / program->rate};
  finish->finishing = *finishing;
  finish->job = job;
  finish->scale = al_grid_scale(finishing->bits);
  finish->regions = regions_new(finishing);
  if (open_stages(finish, error))
    return &finish->source;
  finish_free(&finish->source);
  return NULL;
}

AlFinishedRegions *
al_finish_regions(AlSource *source)
{
  Finish *finish = (Finish *)source;

  g_assert(finish->done == source->frames);
  al_region_measurement_finish(finish->regions->measured);
  for (guint i = 0; finish->stages.limiter != NULL && i < finish->regions->regions; i++)
    finish->regions->reductions[i] = al_limiter_region(finish->stages.limiter, i);
  return g_steal_pointer(&finish->regions);
}

void
al_finished_regions_free(AlFinishedRegions *regions)
{
  if (regions == NULL)
    return;
  g_free(regions->peaks);
  g_free(regions->reductions);
  al_region_measurement_free(regions->measured);
  g_free(regions);
}
