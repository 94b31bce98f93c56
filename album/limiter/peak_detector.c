/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/peak_detector.h"

#include <math.h>
#include <string.h>

#include "album/limiter/short_interpolation.h"
#include "album/vector.h"

#define BLOCK AL_PEAK_DETECTOR_BLOCK
#define REACH AL_INTERPOLATION_REACH
#define LANES 32

/*   0       REACH              REACH + BLOCK      HISTORY
 *   | before | block to look at | behind |
 *            ^ REACH before the block that comes in: the delay */
#define HISTORY (REACH + BLOCK + REACH)
#define BLOCKS (HISTORY / BLOCK)

G_STATIC_ASSERT(HISTORY == BLOCKS * BLOCK && BLOCKS == 3 && BLOCK % LANES == 0);

/* The extremes of a block, its step from the block before included. */
typedef struct {
  double sample, step, reduction;
  double bound, first_bound, last_bound;
} Extremes;

struct AlPeakDetector {
  double samples[HISTORY];
  Extremes extremes[BLOCKS];
  double last_gain;
  int factor;
};

AlPeakDetector *
al_peak_detector_new(int rate)
{
  AlPeakDetector *detector = g_new0(AlPeakDetector, 1);

  detector->factor = al_short_interpolation_factor(rate);
  detector->last_gain = 1;
  return detector;
}

void
al_peak_detector_free(AlPeakDetector *detector)
{
  g_free(detector);
}

AL_VECTOR_CLONES static Extremes
find_extremes(const AlPeakBlock *block, double last_gain)
{
  double sample[LANES] = {0}, step[LANES] = {0}, reduction[LANES] = {0}, bound[LANES] = {0};
  double gains[1 + BLOCK];

  gains[0] = last_gain;
  memcpy(gains + 1, block->gains, sizeof block->gains);
  for (gsize n = 0; n < BLOCK; n += LANES)
    for (gsize i = 0; i < LANES; i++) {
      double magnitude = fabs(block->samples[n + i]), less = 1 - block->gains[n + i];
      double change = fabs(gains[n + i + 1] - gains[n + i]), above = block->bounds[n + i];

      sample[i] = magnitude > sample[i] ? magnitude : sample[i];
      step[i] = change > step[i] ? change : step[i];
      reduction[i] = less > reduction[i] ? less : reduction[i];
      bound[i] = above > bound[i] ? above : bound[i];
    }
  return (Extremes){
      .sample = al_vector_highest(sample, LANES),
      .step = al_vector_highest(step, LANES),
      .reduction = al_vector_highest(reduction, LANES),
      .bound = al_vector_highest(bound, LANES),
      .first_bound = block->bounds[0],
      .last_bound = block->bounds[BLOCK - 1],
  };
}

/* Whether what is known says that no peak of the block in the middle is above the threshold: the
 * bounds, and the most that a changing gain can have added. The samples before the gain are those
 * behind it divided by the smallest gain, or less. */
static gboolean
is_settled(const AlPeakDetector *detector, double threshold)
{
  const Extremes *blocks = detector->extremes;
  Extremes all = {.bound = MAX(blocks[1].bound, MAX(blocks[0].last_bound, blocks[2].first_bound))};

  for (gsize i = 0; i < BLOCKS; i++) {
    all.sample = MAX(all.sample, blocks[i].sample);
    all.step = MAX(all.step, blocks[i].step);
    all.reduction = MAX(all.reduction, blocks[i].reduction);
  }
  return all.bound <= threshold &&
         all.bound + AL_INTERPOLATION_STRICT_MOMENT * all.step * all.sample / (1 - all.reduction) <=
             threshold;
}

static void
remember(AlPeakDetector *detector, const AlPeakBlock *block)
{
  memmove(detector->samples, detector->samples + BLOCK, (HISTORY - BLOCK) * sizeof(double));
  memcpy(detector->samples + HISTORY - BLOCK, block->samples, sizeof block->samples);
  memmove(detector->extremes, detector->extremes + 1, (BLOCKS - 1) * sizeof(Extremes));
  if (!block->known) {
    detector->extremes[BLOCKS - 1] = (Extremes){.bound = HUGE_VAL};
    return;
  }
  detector->extremes[BLOCKS - 1] = find_extremes(block, detector->last_gain);
  detector->last_gain = block->gains[BLOCK - 1];
}

gboolean
al_peak_detector_run(AlPeakDetector *detector, const AlPeakBlock *block, double threshold,
                     double *peaks)
{
  const double *samples = detector->samples + REACH;
  double found[BLOCK] = {0};
  gboolean above;

  remember(detector, block);
  if (is_settled(detector, threshold))
    return FALSE;
  above = al_interpolation_peaks(samples, AL_INTERPOLATION_STRICT, threshold, found);
  above |= al_short_interpolation_peaks(samples, detector->factor, threshold, found);
  if (above)
    memcpy(peaks, found, sizeof found);
  return above;
}
