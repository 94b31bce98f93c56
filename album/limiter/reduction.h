/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_REDUCTION_H
#define AL_REDUCTION_H

/* How much a limiter worked, per region (track) of a program. A sink of gains. */

#include <glib.h>

typedef struct {
  double max_db;  /* the deepest reduction; >= 0, as the others */
  double mean_db; /* mean over the time that is limited; 0 where none is */
  double share;   /* of the time that is limited, 0 to 1 */

  /* The reduction on peaks that matter, for a rule that says how far a limiter may go: the one that
   * is reached for a tenth of a second of the region, all told. The maximum would not do: one click
   * of a few samples would forbid a whole track to be loud, though turning a click down harms
   * nothing. Nor would a percentile: it would let the more peaks be crushed the longer a track is.
   * One peak alone is let go within 0.1 s and hardly counts; a dozen drum hits count in full. */
  double sustained_db;
} AlReduction;

typedef struct AlReductionMeter AlReductionMeter;

/* `starts`: the first frame of each of `count` regions, rising; what lies before the first belongs
 * to it too. */
AlReductionMeter *al_reduction_meter_new(int rate, const gint64 *starts, guint count);
void al_reduction_meter_free(AlReductionMeter *meter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlReductionMeter, al_reduction_meter_free)

/* Gains (linear, up to 1) of the frames that follow. */
void al_reduction_meter_feed(AlReductionMeter *meter, const double *gains, gsize frames);

/* Of a region, of what was fed up to now in whole windows of 10 ms, and the rest once the next
 * region has begun or al_reduction_meter_finish() was called. A window is limited where its mean
 * reduction is above 0.01 dB. */
AlReduction al_reduction_meter_region(const AlReductionMeter *meter, guint region);

/* Of all regions together. */
AlReduction al_reduction_meter_whole(const AlReductionMeter *meter);

void al_reduction_meter_finish(AlReductionMeter *meter);

#endif
