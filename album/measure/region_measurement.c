/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/region_measurement.h"

struct AlRegionMeasurement {
  int rate;
  gint64 *starts;
  guint count;
  AlMeasurement **list;
  guint next; /* the first region that has not begun */
  gint64 position;
};

AlRegionMeasurement *
al_region_measurement_new(int rate, const gint64 *starts, guint count)
{
  AlRegionMeasurement *regions = g_new0(AlRegionMeasurement, 1);

  regions->rate = rate;
  regions->starts = g_memdup2(starts, count * sizeof *starts);
  regions->count = count;
  regions->list = g_new(AlMeasurement *, count);
  for (guint i = 0; i < count; i++)
    regions->list[i] = al_measurement_new(rate);
  return regions;
}

void
al_region_measurement_free(AlRegionMeasurement *regions)
{
  if (regions == NULL)
    return;
  for (guint i = 0; i < regions->count; i++)
    al_measurement_free(regions->list[i]);
  g_free(regions->list);
  g_free(regions->starts);
  g_free(regions);
}

void
al_region_measurement_feed(AlRegionMeasurement *regions, const double *samples, gsize frames)
{
  gint64 end = regions->position + (gint64)frames;

  while (regions->position < end) {
    gint64 until = end;

    while (regions->next < regions->count && regions->starts[regions->next] <= regions->position)
      regions->next++;
    if (regions->next < regions->count)
      until = MIN(until, regions->starts[regions->next]);
    if (regions->next > 0)
      al_measurement_feed(regions->list[regions->next - 1], samples,
                          (gsize)(until - regions->position));
    samples += 2 * (until - regions->position);
    regions->position = until;
  }
}

void
al_region_measurement_finish(AlRegionMeasurement *regions)
{
  for (guint i = 0; i < regions->count; i++)
    al_measurement_finish(regions->list[i]);
}

AlMeasurement *const *
al_region_measurement_list(const AlRegionMeasurement *regions)
{
  return regions->list;
}
