/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/peaks.h"

#include <math.h>

typedef struct {
  AlSource source;
  AlSource *input;
  AlPeakRegion *regions;
  guint count;
  guint next; /* the first region that the audio has not reached */
  gint64 position;
} Peaks;

/* Rare, so apart from the loop that finds the peak. */
static void
count_overs(AlPeakRegion *region, const double *block, gsize frames, gint64 first_frame)
{
  for (gsize i = 0; i < 2 * frames; i++) {
    if (fabs(block[i]) <= 1)
      continue;
    if (region->over_full_scale++ == 0)
      region->first_over_frame = first_frame + (gint64)i / 2;
  }
}

static void
look_at(AlPeakRegion *region, const double *block, gsize frames, gint64 first_frame)
{
  double peak = 0;

  for (gsize i = 0; i < 2 * frames; i++) {
    double magnitude = fabs(block[i]);

    peak = magnitude > peak ? magnitude : peak;
  }
  region->peak = MAX(region->peak, peak);
  if (peak > 1)
    count_overs(region, block, frames, first_frame);
}

static gssize
peaks_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Peaks *peaks = (Peaks *)source;
  gssize got = al_source_read(peaks->input, block, frames, error);
  gint64 at = peaks->position, end = at + MAX(got, 0);

  while (at < end) {
    gint64 until = end;

    while (peaks->next < peaks->count && peaks->regions[peaks->next].first_frame <= at)
      peaks->next++;
    if (peaks->next < peaks->count)
      until = MIN(until, peaks->regions[peaks->next].first_frame);
    if (peaks->next > 0)
      look_at(&peaks->regions[peaks->next - 1], block + 2 * (at - peaks->position),
              (gsize)(until - at), at);
    at = until;
  }
  peaks->position = end;
  return got;
}

static void
peaks_free(AlSource *source)
{
  g_free(source);
}

AlSource *
al_peaks_new(AlSource *input, AlPeakRegion *regions, guint count)
{
  static const AlSourceClass class = {.read = peaks_read, .free = peaks_free};
  Peaks *peaks = g_new0(Peaks, 1);

  peaks->source = (AlSource){.class = &class, .rate = input->rate, .frames = input->frames};
  peaks->input = input;
  peaks->regions = regions;
  peaks->count = count;
  for (guint i = 0; i < count; i++) {
    regions[i].peak = 0;
    regions[i].over_full_scale = 0;
    regions[i].first_over_frame = -1;
  }
  return &peaks->source;
}
