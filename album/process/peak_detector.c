/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/peak_detector.h"

#include <math.h>
#include <string.h>

#include "album/process/short_interpolation.h"
#include "album/vector.h"

#define BLOCK AL_PEAK_DETECTOR_BLOCK
#define REACH AL_INTERPOLATION_REACH
#define LANES 8

/*   0       REACH              REACH + BLOCK      HISTORY
 *   | before | block to look at | behind |
 *            ^ REACH before the block that comes in: the delay */
#define HISTORY (REACH + BLOCK + REACH)

G_STATIC_ASSERT(HISTORY % LANES == 0);

struct AlPeakDetector {
  double samples[HISTORY];
  double gains[HISTORY + 1]; /* the last again behind the end, for the steps between them */
  double bounds[HISTORY];
  int factor;
};

AlPeakDetector *
al_peak_detector_new(int rate)
{
  AlPeakDetector *detector = g_new0(AlPeakDetector, 1);

  detector->factor = al_short_interpolation_factor(rate);
  for (gsize n = 0; n <= HISTORY; n++)
    detector->gains[n] = 1;
  return detector;
}

void
al_peak_detector_free(AlPeakDetector *detector)
{
  g_free(detector);
}

static void
remember(double *history, const double *block)
{
  memmove(history, history + BLOCK, (HISTORY - BLOCK) * sizeof(double));
  memcpy(history + HISTORY - BLOCK, block, BLOCK * sizeof(double));
}

AL_VECTOR_CLONES static double
largest_sample(const double *samples)
{
  double highest[LANES] = {0}, result = 0;

  for (gsize n = 0; n < HISTORY; n += LANES)
    for (gsize i = 0; i < LANES; i++) {
      double magnitude = fabs(samples[n + i]);

      highest[i] = magnitude > highest[i] ? magnitude : highest[i];
    }
  for (gsize i = 0; i < LANES; i++)
    result = MAX(result, highest[i]);
  return result;
}

AL_VECTOR_CLONES static double
largest_step(const double *gains)
{
  double highest[LANES] = {0}, result = 0;

  for (gsize n = 0; n < HISTORY; n += LANES)
    for (gsize i = 0; i < LANES; i++) {
      double step = fabs(gains[n + i + 1] - gains[n + i]);

      highest[i] = step > highest[i] ? step : highest[i];
    }
  for (gsize i = 0; i < LANES; i++)
    result = MAX(result, highest[i]);
  return result;
}

/* Whether what is known says that no peak of the block is above the threshold: the bounds, and what
 * a changing gain can add to them. The samples before the gain are those behind it divided by the
 * smallest gain, or less. */
static gboolean
is_settled(const AlPeakDetector *detector, double threshold)
{
  double highest = 0, lowest_gain = 1, step;

  for (gsize n = REACH - 1; n <= REACH + BLOCK; n++)
    highest = MAX(highest, detector->bounds[n]);
  if (highest > threshold)
    return FALSE;
  step = largest_step(detector->gains);
  if (step == 0)
    return TRUE;
  for (gsize n = 0; n < HISTORY; n++)
    lowest_gain = MIN(lowest_gain, detector->gains[n]);
  return highest + AL_INTERPOLATION_STRICT_MOMENT * step * largest_sample(detector->samples) /
                       lowest_gain <=
         threshold;
}

gboolean
al_peak_detector_run(AlPeakDetector *detector, const AlPeakBlock *block, double threshold,
                     double *peaks)
{
  const double *samples = detector->samples + REACH;
  double found[BLOCK] = {0};
  gboolean above;

  remember(detector->samples, block->samples);
  remember(detector->gains, block->gains);
  detector->gains[HISTORY] = detector->gains[HISTORY - 1];
  remember(detector->bounds, block->bounds);
  if (is_settled(detector, threshold))
    return FALSE;
  above = al_interpolation_peaks(samples, AL_INTERPOLATION_STRICT, threshold, found);
  above |= al_short_interpolation_peaks(samples, detector->factor, threshold, found);
  if (above)
    memcpy(peaks, found, sizeof found);
  return above;
}
