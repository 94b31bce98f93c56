/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/limiter_pass.h"

#include <math.h>
#include <string.h>

#include "album/limiter/smooth.h"
#include "album/vector.h"

#define BLOCK AL_LIMITER_BLOCK
#define CHANNELS 2

typedef struct {
  double *ring;
  guint length, oldest;
} Delay;

struct AlLimiterPass {
  double ceiling, link;
  AlPeakDetector *detectors[CHANNELS];
  AlGainPath *paths[CHANNELS]; /* the second only where the channels are not fully linked */
  Delay audio[CHANNELS];
  Delay peaks[CHANNELS]; /* from the detector to the gain */
  Delay gain;
};

static void
init_delay(Delay *delay, guint frames, double before)
{
  delay->length = frames;
  delay->ring = g_new(double, frames);
  for (guint n = 0; n < frames; n++)
    delay->ring[n] = before;
}

AL_VECTOR_CLONES static void
swap(double *restrict a, double *restrict b, gsize count)
{
  for (gsize n = 0; n < count; n++) {
    double kept = a[n];

    a[n] = b[n];
    b[n] = kept;
  }
}

static void
run_delay(Delay *delay, double *values)
{
  for (gsize n = 0; n < BLOCK;) {
    gsize count = MIN(BLOCK - n, delay->length - delay->oldest);

    swap(delay->ring + delay->oldest, values + n, count);
    delay->oldest += (guint)count;
    if (delay->oldest == delay->length)
      delay->oldest = 0;
    n += count;
  }
}

static gboolean
is_fully_linked(const AlLimiterPass *pass)
{
  return pass->link >= 1;
}

AlLimiterPass *
al_limiter_pass_new(const AlLimiterPassSettings *settings)
{
  AlLimiterPass *pass = g_new0(AlLimiterPass, 1);
  guint delay;

  pass->ceiling = settings->ceiling;
  pass->link = settings->link;
  for (gsize channel = 0; channel < CHANNELS; channel++) {
    pass->detectors[channel] = al_peak_detector_new(settings->gain.rate);
    if (channel == 0 || !is_fully_linked(pass))
      pass->paths[channel] = al_gain_path_new(&settings->gain);
  }
  delay = al_limiter_pass_delay(pass);
  for (gsize channel = 0; channel < CHANNELS; channel++) {
    init_delay(&pass->audio[channel], delay, 0);
    init_delay(&pass->peaks[channel], al_gain_path_delay(pass->paths[0]), 0);
  }
  init_delay(&pass->gain, delay, 1);
  return pass;
}

void
al_limiter_pass_free(AlLimiterPass *pass)
{
  if (pass == NULL)
    return;
  for (gsize channel = 0; channel < CHANNELS; channel++) {
    al_peak_detector_free(pass->detectors[channel]);
    al_gain_path_free(pass->paths[channel]);
    g_free(pass->audio[channel].ring);
    g_free(pass->peaks[channel].ring);
  }
  g_free(pass->gain.ring);
  g_free(pass);
}

guint
al_limiter_pass_delay(const AlLimiterPass *pass)
{
  return AL_PEAK_DETECTOR_DELAY + al_gain_path_delay(pass->paths[0]);
}

/* The reductions that the peaks of a channel need, rounded up; the bounds of the block become
 * what is known now: no peak is higher. */
static void
find_reductions(AlLimiterPass *pass, gsize channel, AlPeakBlock *block, guint32 *reductions)
{
  double ceiling = pass->ceiling, peaks[BLOCK];
  gboolean above = al_peak_detector_run(pass->detectors[channel], block, ceiling, peaks);

  memset(reductions, 0, BLOCK * sizeof *reductions);
  for (gsize n = 0; n < BLOCK; n++)
    block->bounds[n] = ceiling;
  for (gsize n = 0; n < BLOCK && above; n++)
    if (peaks[n] > ceiling) {
      block->bounds[n] = peaks[n];
      reductions[n] = (guint32)ceil((1 - ceiling / peaks[n]) * AL_SMOOTH_ONE);
    }
}

/* Draws each channel towards what the other needs. */
static void
link_reductions(double link, guint32 *left, guint32 *right)
{
  for (gsize n = 0; n < BLOCK; n++) {
    guint32 both = MAX(left[n], right[n]);

    left[n] += (guint32)(link * (both - left[n]));
    right[n] += (guint32)(link * (both - right[n]));
  }
}

/* The gains that are due, of both channels. FALSE where all are 1. */
static gboolean
find_gains(AlLimiterPass *pass, AlLimiterBlock *block, double gains[CHANNELS][BLOCK])
{
  guint32 reductions[CHANNELS][BLOCK];
  gboolean reduces;

  for (gsize channel = 0; channel < CHANNELS; channel++)
    find_reductions(pass, channel, &block->channels[channel], reductions[channel]);
  if (!is_fully_linked(pass)) {
    link_reductions(pass->link, reductions[0], reductions[1]);
    reduces = al_gain_path_run(pass->paths[0], reductions[0], gains[0], BLOCK);
    return al_gain_path_run(pass->paths[1], reductions[1], gains[1], BLOCK) || reduces;
  }
  for (gsize n = 0; n < BLOCK; n++)
    reductions[0][n] = MAX(reductions[0][n], reductions[1][n]);
  reduces = al_gain_path_run(pass->paths[0], reductions[0], gains[0], BLOCK);
  memcpy(gains[1], gains[0], sizeof gains[1]);
  return reduces;
}

AL_VECTOR_CLONES static void
apply_gains(const double *gains, AlPeakBlock *block)
{
  for (gsize n = 0; n < BLOCK; n++) {
    block->samples[n] *= gains[n];
    block->bounds[n] *= gains[n];
  }
}

void
al_limiter_pass_run(AlLimiterPass *pass, AlLimiterBlock *block)
{
  double gains[CHANNELS][BLOCK];
  gboolean reduces = find_gains(pass, block, gains);

  run_delay(&pass->gain, block->gain);
  for (gsize channel = 0; channel < CHANNELS; channel++) {
    run_delay(&pass->audio[channel], block->channels[channel].samples);
    run_delay(&pass->peaks[channel], block->channels[channel].bounds);
    memcpy(block->channels[channel].gains, gains[channel], sizeof gains[channel]);
    block->channels[channel].known = TRUE;
    if (reduces)
      apply_gains(gains[channel], &block->channels[channel]);
  }
  if (reduces)
    for (gsize n = 0; n < BLOCK; n++)
      block->gain[n] *= MIN(gains[0][n], gains[1][n]);
}
