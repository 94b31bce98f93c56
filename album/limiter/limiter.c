/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/limiter.h"

#include <math.h>
#include <string.h>

#include "album/limiter/limiter_pass.h"

#define PASSES 2
#define BLOCK AL_LIMITER_BLOCK

/* The longest gap between peaks that the gain does not rise in: one period of 40 Hz. */
#define BRIDGE_SECONDS 0.025

/* Aimed at below the ceiling: 0.0026 dB, for the ripple that the filters of meters have in their
 * pass band, and for single precision. */
#define GUARD 3e-4

typedef struct {
  AlSource source;
  AlSource *input;
  AlLimiterPass *passes[PASSES];
  AlReductionMeter *reduction;
  AlLimiterBlock block; /* what came out last; frames from `next` on are not read yet */
  gsize next;
  gint64 late;      /* frames still to come out before the first */
  gint64 left;      /* frames still to give */
  gboolean drained; /* the input has ended */
} Limiter;

void
al_limiter_settings_init(AlLimiterSettings *settings)
{
  *settings = (AlLimiterSettings){
      .ceiling_dbtp = -1,
      .look_ahead_seconds = AL_LIMITER_LOOK_AHEAD,
      .link = 1,
  };
}

/* Reads a block of the input, silence behind its end. */
static gboolean
read_block(Limiter *limiter, GError **error)
{
  double samples[2 * BLOCK];
  gssize got = 0;

  if (!limiter->drained)
    got = al_source_read(limiter->input, samples, BLOCK, error);
  if (got < 0)
    return FALSE;
  limiter->drained = got < BLOCK;
  memset(samples + 2 * got, 0, (gsize)(BLOCK - got) * 2 * sizeof(double));
  for (gsize channel = 0; channel < 2; channel++) {
    limiter->block.channels[channel].known = FALSE;
    for (gsize n = 0; n < BLOCK; n++)
      limiter->block.channels[channel].samples[n] = samples[2 * n + channel];
  }
  for (gsize n = 0; n < BLOCK; n++)
    limiter->block.gain[n] = 1;
  return TRUE;
}

/* Makes the next block, and leaves out of it what comes before the first frame. */
static gboolean
next_block(Limiter *limiter, GError **error)
{
  gsize length;

  if (!read_block(limiter, error))
    return FALSE;
  for (gsize i = 0; i < PASSES; i++)
    al_limiter_pass_run(limiter->passes[i], &limiter->block);
  limiter->next = (gsize)MIN(limiter->late, BLOCK);
  limiter->late -= (gint64)limiter->next;
  length = (gsize)MIN((gint64)(BLOCK - limiter->next), limiter->left);
  al_reduction_meter_feed(limiter->reduction, limiter->block.gain + limiter->next, length);
  return TRUE;
}

static gssize
limiter_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Limiter *limiter = (Limiter *)source;
  gsize given;

  if (limiter->left == 0)
    return 0;
  while (limiter->next == BLOCK)
    if (!next_block(limiter, error))
      return -1;
  given = MIN(frames, (gsize)MIN((gint64)(BLOCK - limiter->next), limiter->left));
  for (gsize n = 0; n < given; n++) {
    block[2 * n] = limiter->block.channels[0].samples[limiter->next + n];
    block[2 * n + 1] = limiter->block.channels[1].samples[limiter->next + n];
  }
  limiter->next += given;
  limiter->left -= (gint64)given;
  if (limiter->left == 0)
    al_reduction_meter_finish(limiter->reduction);
  return (gssize)given;
}

static void
limiter_free(AlSource *source)
{
  Limiter *limiter = (Limiter *)source;

  for (gsize i = 0; i < PASSES; i++)
    al_limiter_pass_free(limiter->passes[i]);
  al_reduction_meter_free(limiter->reduction);
  g_free(limiter);
}

static const AlSourceClass limiter_class = {
    .read = limiter_read,
    .free = limiter_free,
};

AlGainPathSettings
al_limiter_gain_path(const AlLimiterSettings *settings, int rate)
{
  double look_ahead =
      CLAMP(settings->look_ahead_seconds, AL_LIMITER_MIN_LOOK_AHEAD, AL_LIMITER_MAX_LOOK_AHEAD);

  return (AlGainPathSettings){
      .bridge_frames = (guint)(BRIDGE_SECONDS * rate),
      .look_ahead_frames = MAX(2, (guint)(look_ahead * rate + 0.5)),
      .release_seconds = settings->release_seconds,
      .rate = rate,
  };
}

static AlLimiterPassSettings
pass_settings(const AlLimiterSettings *settings, int rate)
{
  return (AlLimiterPassSettings){
      .ceiling = (pow(10, settings->ceiling_dbtp / 20) - settings->margin) * (1 - GUARD),
      .link = CLAMP(settings->link, 0, 1),
      .gain = al_limiter_gain_path(settings, rate),
  };
}

AlSource *
al_limiter_new(AlSource *input, const AlLimiterSettings *settings, const gint64 *region_starts,
               guint regions)
{
  Limiter *limiter = g_new0(Limiter, 1);
  AlLimiterPassSettings pass = pass_settings(settings, input->rate);

  g_assert(pass.ceiling > 0);
  limiter->source = (AlSource){
      .class = &limiter_class,
      .rate = input->rate,
      .frames = input->frames,
  };
  limiter->input = input;
  for (gsize i = 0; i < PASSES; i++) {
    limiter->passes[i] = al_limiter_pass_new(&pass);
    limiter->late += al_limiter_pass_delay(limiter->passes[i]);
  }
  limiter->reduction = al_reduction_meter_new(input->rate, region_starts, regions);
  limiter->next = BLOCK;
  limiter->left = input->frames;
  return &limiter->source;
}

AlReduction
al_limiter_region(const AlSource *limiter, guint region)
{
  return al_reduction_meter_region(((const Limiter *)limiter)->reduction, region);
}

AlReduction
al_limiter_whole(const AlSource *limiter)
{
  return al_reduction_meter_whole(((const Limiter *)limiter)->reduction);
}
