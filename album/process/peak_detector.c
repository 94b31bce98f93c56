/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/peak_detector.h"

#include <string.h>

#include "album/process/short_interpolation.h"

#define BLOCK AL_PEAK_DETECTOR_BLOCK
#define REACH AL_INTERPOLATION_REACH

/*   0       REACH              REACH + BLOCK      HISTORY
 *   | before | block to look at | behind |
 *            ^ REACH before the block that comes in: the delay */
#define HISTORY (REACH + BLOCK + REACH)

struct AlPeakDetector {
  double history[HISTORY];
  int factor;
};

AlPeakDetector *
al_peak_detector_new(int rate)
{
  AlPeakDetector *detector = g_new0(AlPeakDetector, 1);

  detector->factor = al_short_interpolation_factor(rate);
  return detector;
}

void
al_peak_detector_free(AlPeakDetector *detector)
{
  g_free(detector);
}

gboolean
al_peak_detector_run(AlPeakDetector *detector, const double *samples, double threshold,
                     double *peaks)
{
  double *history = detector->history;
  double found[BLOCK] = {0};
  gboolean above;

  memmove(history, history + BLOCK, (HISTORY - BLOCK) * sizeof(double));
  memcpy(history + HISTORY - BLOCK, samples, BLOCK * sizeof(double));
  above = al_interpolation_peaks(history + REACH, threshold, found);
  above |= al_short_interpolation_peaks(history + REACH, detector->factor, threshold, found);
  if (above)
    memcpy(peaks, found, sizeof found);
  return above;
}
