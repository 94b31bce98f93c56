/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/dynamic_range.h"

#include <math.h>
#include <stdlib.h>

#define BLOCK_SECONDS 3
#define MIN_BLOCKS 3
#define CHANNELS 2

typedef struct {
  double peak;
  double square; /* of the RMS, on the scale where a sine has that of its peak */
} Block;

struct AlDynamicRange {
  gint64 block_frames;
  AlLevels levels;          /* of the block that is under way */
  AlLevels whole;           /* of those before it */
  GArray *blocks[CHANNELS]; /* of Block */
};

AlDynamicRange *
al_dynamic_range_new(int rate)
{
  AlDynamicRange *meter = g_new0(AlDynamicRange, 1);

  meter->block_frames = BLOCK_SECONDS * (rate == 44100 ? 44160 : rate);
  for (gsize channel = 0; channel < CHANNELS; channel++)
    meter->blocks[channel] = g_array_new(FALSE, FALSE, sizeof(Block));
  return meter;
}

void
al_dynamic_range_free(AlDynamicRange *meter)
{
  if (meter == NULL)
    return;
  for (gsize channel = 0; channel < CHANNELS; channel++)
    g_array_unref(meter->blocks[channel]);
  g_free(meter);
}

static void
close_block(AlDynamicRange *meter)
{
  const AlLevels *levels = &meter->levels;

  for (gsize channel = 0; channel < CHANNELS; channel++) {
    Block block = {
        .peak = levels->peak[channel],
        .square = 2 * levels->squares[channel] / (double)levels->frames,
    };

    g_array_append_val(meter->blocks[channel], block);
  }
  al_levels_add(&meter->whole, levels);
  al_levels_init(&meter->levels);
}

void
al_dynamic_range_feed(AlDynamicRange *meter, const double *samples, gsize frames)
{
  while (frames > 0) {
    gint64 left = meter->block_frames - meter->levels.frames;
    gsize taken = (gsize)MIN((gint64)frames, left);

    al_levels_feed(&meter->levels, samples, taken);
    samples += CHANNELS * taken;
    frames -= taken;
    if ((gint64)taken == left)
      close_block(meter);
  }
}

void
al_dynamic_range_finish(AlDynamicRange *meter)
{
  if (meter->levels.frames > 0)
    close_block(meter);
}

const AlLevels *
al_dynamic_range_levels(const AlDynamicRange *meter)
{
  return &meter->whole;
}

static int
compare_peaks(const void *a, const void *b)
{
  double first = ((const Block *)a)->peak, second = ((const Block *)b)->peak;

  return (first < second) - (first > second);
}

static int
compare_squares(const void *a, const void *b)
{
  double first = ((const Block *)a)->square, second = ((const Block *)b)->square;

  return (first < second) - (first > second);
}

double
al_dynamic_range_channel(const AlDynamicRange *meter, guint channel)
{
  g_autoptr(GArray) blocks = NULL;
  gsize loudest;
  double peak, sum = 0;

  g_assert(channel < CHANNELS);
  blocks = g_array_copy(meter->blocks[channel]);
  if (blocks->len < MIN_BLOCKS)
    return 0;
  qsort(blocks->data, blocks->len, sizeof(Block), compare_peaks);
  peak = g_array_index(blocks, Block, 1).peak;
  qsort(blocks->data, blocks->len, sizeof(Block), compare_squares);
  loudest = MAX(1, blocks->len / 5);
  for (gsize i = 0; i < loudest; i++)
    sum += g_array_index(blocks, Block, i).square;
  return peak > 0 && sum > 0 ? -20 * log10(sqrt(sum / (double)loudest) / peak) : 0;
}

int
al_dynamic_range_track(const AlDynamicRange *meter)
{
  return (int)floor((al_dynamic_range_channel(meter, 0) + al_dynamic_range_channel(meter, 1)) / 2 +
                    0.5);
}

int
al_dynamic_range_album(const int *tracks, gsize count)
{
  double sum = 0;

  for (gsize i = 0; i < count; i++)
    sum += tracks[i];
  return count > 0 ? (int)floor(sum / (double)count + 0.5) : 0;
}
