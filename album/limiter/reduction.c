/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/reduction.h"

#include <math.h>

/* Windows are counted by their mean reduction in steps of 0.02 dB; from the last on, together. */
#define STEPS_PER_DB 50
#define STEPS (40 * STEPS_PER_DB)

#define WINDOWS_PER_SECOND 100
#define SUSTAINED_WINDOWS 10 /* 0.1 s */
#define LIMITED_DB 0.01

typedef struct {
  gint64 start;
  double lowest_gain;
  double sum_db; /* of limited windows */
  guint windows, limited;
  guint counts[STEPS];
} Region;

struct AlReductionMeter {
  Region *regions;
  guint count;
  guint current;
  gint64 position; /* of the next frame */
  guint window_frames;
  double window_sum; /* of reductions, 1 - gain */
  guint window_filled;
};

AlReductionMeter *
al_reduction_meter_new(int rate, const gint64 *starts, guint count)
{
  AlReductionMeter *meter = g_new0(AlReductionMeter, 1);

  g_assert(count > 0);
  meter->regions = g_new0(Region, count);
  meter->count = count;
  meter->window_frames = (guint)MAX(1, rate / WINDOWS_PER_SECOND);
  for (guint i = 0; i < count; i++) {
    meter->regions[i].start = starts[i];
    meter->regions[i].lowest_gain = 1;
  }
  return meter;
}

void
al_reduction_meter_free(AlReductionMeter *meter)
{
  if (meter == NULL)
    return;
  g_free(meter->regions);
  g_free(meter);
}

static double
reduction_db(double gain)
{
  return gain > 0 ? 0 - 20 * log10(gain) : HUGE_VAL; /* not -0 where nothing was done */
}

static void
close_window(AlReductionMeter *meter)
{
  Region *region = &meter->regions[meter->current];
  double db;

  if (meter->window_filled == 0)
    return;
  region->windows++;
  db = reduction_db(1 - meter->window_sum / meter->window_filled);
  if (db > LIMITED_DB) {
    region->limited++;
    region->sum_db += db;
    region->counts[(guint)MIN(db * STEPS_PER_DB, STEPS - 1)]++;
  }
  meter->window_sum = 0;
  meter->window_filled = 0;
}

/* Frames left until the region or the window ends. */
static gsize
frames_left(const AlReductionMeter *meter)
{
  gint64 left = meter->window_frames - meter->window_filled;

  if (meter->current + 1 < meter->count)
    left = MIN(left, meter->regions[meter->current + 1].start - meter->position);
  return (gsize)left;
}

void
al_reduction_meter_feed(AlReductionMeter *meter, const double *gains, gsize frames)
{
  while (frames > 0) {
    Region *region = &meter->regions[meter->current];
    gsize taken = MIN(frames, frames_left(meter));

    for (gsize n = 0; n < taken; n++) {
      meter->window_sum += 1 - gains[n];
      region->lowest_gain = MIN(region->lowest_gain, gains[n]);
    }
    meter->window_filled += (guint)taken;
    meter->position += (gint64)taken;
    gains += taken;
    frames -= taken;
    if (meter->window_filled == meter->window_frames)
      close_window(meter);
    while (meter->current + 1 < meter->count &&
           meter->regions[meter->current + 1].start <= meter->position) {
      close_window(meter);
      meter->current++;
    }
  }
}

void
al_reduction_meter_finish(AlReductionMeter *meter)
{
  close_window(meter);
}

static double
sustained_db(const Region *region)
{
  guint reached = 0;

  for (guint step = STEPS; step-- > 0;) {
    reached += region->counts[step];
    if (reached >= SUSTAINED_WINDOWS)
      return (step + 0.5) / STEPS_PER_DB;
  }
  return 0;
}

static AlReduction
summarise(const Region *region)
{
  AlReduction reduction = {.max_db = reduction_db(region->lowest_gain)};

  if (region->limited > 0) {
    reduction.mean_db = region->sum_db / region->limited;
    reduction.share = (double)region->limited / region->windows;
    reduction.sustained_db = MIN(sustained_db(region), reduction.max_db);
  }
  return reduction;
}

AlReduction
al_reduction_meter_region(const AlReductionMeter *meter, guint region)
{
  g_assert(region < meter->count);
  return summarise(&meter->regions[region]);
}

AlReduction
al_reduction_meter_whole(const AlReductionMeter *meter)
{
  g_autofree Region *whole = g_new0(Region, 1);

  whole->lowest_gain = 1;
  for (guint i = 0; i < meter->count; i++) {
    const Region *region = &meter->regions[i];

    whole->lowest_gain = MIN(whole->lowest_gain, region->lowest_gain);
    whole->sum_db += region->sum_db;
    whole->windows += region->windows;
    whole->limited += region->limited;
    for (guint step = 0; step < STEPS; step++)
      whole->counts[step] += region->counts[step];
  }
  return summarise(whole);
}
