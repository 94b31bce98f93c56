/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_REGION_MEASUREMENT_H
#define AL_REGION_MEASUREMENT_H

/* Measures the regions (tracks) of a program, one after the other, as its samples come by. A sink.
 */

#include "album/measure/measurement.h"

typedef struct AlRegionMeasurement AlRegionMeasurement;

/* `starts`: the first frame of each of `count` regions, rising; what is before the first is not
 * measured. A region ends where the next begins. */
AlRegionMeasurement *al_region_measurement_new(int rate, const gint64 *starts, guint count);
void al_region_measurement_free(AlRegionMeasurement *regions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlRegionMeasurement, al_region_measurement_free)

/* The samples that follow, stereo, interleaved. */
void al_region_measurement_feed(AlRegionMeasurement *regions, const double *samples, gsize frames);

/* All has been fed. */
void al_region_measurement_finish(AlRegionMeasurement *regions);

/* Only after the finish. One per region, owned by `regions`; for al_measurement_album() too. */
AlMeasurement *const *al_region_measurement_list(const AlRegionMeasurement *regions);

#endif
