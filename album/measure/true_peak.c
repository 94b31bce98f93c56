/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/true_peak.h"

#include "album/measure/peak_blocks.h"

#define CHANNELS 2
#define BLOCK AL_PEAK_BLOCK_FRAMES

typedef struct {
  gint64 first_frame;
  double peak[CHANNELS];
} Region;

struct AlTruePeak {
  AlPeakBlocks *blocks;
  GArray *regions; /* of Region */
  guint current;   /* region of the first frame of the block */
};

static void
begin_region(AlTruePeak *meter)
{
  Region region = {.first_frame = al_peak_blocks_frames(meter->blocks)};

  g_array_append_val(meter->regions, region);
}

static Region *
region_at(const AlTruePeak *meter, guint i)
{
  g_assert(i < meter->regions->len);
  return &g_array_index(meter->regions, Region, i);
}

/* Where a region ends; of the last one nobody knows yet. */
static gint64
region_end(const AlTruePeak *meter, guint i)
{
  return i + 1 < meter->regions->len ? region_at(meter, i + 1)->first_frame : G_MAXINT64;
}

/* The part of the block from frame `from` to `to`, which one region owns. */
static void
measure_part(const double *const *channels, Region *region, gsize from, gsize to)
{
  double peaks[BLOCK];

  for (gsize channel = 0; channel < CHANNELS; channel++) {
    double *peak = &region->peak[channel];

    if (al_interpolation_peaks(channels[channel], AL_INTERPOLATION_NORMAL, *peak, peaks))
      for (gsize n = from; n < to; n++)
        *peak = MAX(*peak, peaks[n]);
  }
}

static void
measure_block(gint64 first_frame, const double *const channels[CHANNELS], gpointer data)
{
  AlTruePeak *meter = data;
  gsize from = 0;

  while (from < BLOCK) {
    gint64 left = region_end(meter, meter->current) - first_frame;
    gsize to = (gsize)CLAMP(left, (gint64)from, BLOCK);

    if (to > from)
      measure_part(channels, region_at(meter, meter->current), from, to);
    if (left <= BLOCK && meter->current + 1 < meter->regions->len)
      meter->current++;
    from = to;
  }
}

AlTruePeak *
al_true_peak_new(void)
{
  AlTruePeak *meter = g_new0(AlTruePeak, 1);

  meter->blocks = al_peak_blocks_new(measure_block, meter);
  meter->regions = g_array_new(FALSE, FALSE, sizeof(Region));
  begin_region(meter);
  return meter;
}

void
al_true_peak_free(AlTruePeak *meter)
{
  if (meter == NULL)
    return;
  al_peak_blocks_free(meter->blocks);
  g_array_unref(meter->regions);
  g_free(meter);
}

void
al_true_peak_feed(AlTruePeak *meter, const double *samples, gsize frames)
{
  al_peak_blocks_feed(meter->blocks, samples, frames);
}

void
al_true_peak_mark(AlTruePeak *meter)
{
  begin_region(meter);
}

void
al_true_peak_finish(AlTruePeak *meter)
{
  al_peak_blocks_finish(meter->blocks);
}

guint
al_true_peak_regions(const AlTruePeak *meter)
{
  return meter->regions->len;
}

double
al_true_peak_channel(const AlTruePeak *meter, guint region, guint channel)
{
  g_assert(channel < CHANNELS);
  return region_at(meter, region)->peak[channel];
}

double
al_true_peak_region(const AlTruePeak *meter, guint region)
{
  return MAX(al_true_peak_channel(meter, region, 0), al_true_peak_channel(meter, region, 1));
}

double
al_true_peak_whole(const AlTruePeak *meter)
{
  double peak = 0;

  for (guint i = 0; i < meter->regions->len; i++)
    peak = MAX(peak, al_true_peak_region(meter, i));
  return peak;
}
