/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/levels.h"

#include <math.h>

#include "album/vector.h"

/* Samples side by side in one sum: four of each channel. */
#define LANES 8

void
al_levels_init(AlLevels *levels)
{
  *levels = (AlLevels){0};
}

static void
take_frame(AlLevels *levels, const double *frame)
{
  for (gsize channel = 0; channel < 2; channel++) {
    levels->peak[channel] = MAX(levels->peak[channel], fabs(frame[channel]));
    levels->sum[channel] += frame[channel];
    levels->squares[channel] += frame[channel] * frame[channel];
  }
  levels->products += frame[0] * frame[1];
}

/* Takes whole groups of lanes; how many frames that was. */
AL_VECTOR_CLONES static gsize
take_groups(AlLevels *levels, const double *samples, gsize frames)
{
  double peak[LANES] = {0}, sum[LANES] = {0}, squares[LANES] = {0};
  double products[LANES / 2] = {0};
  gsize groups = 2 * frames / LANES;

  for (gsize group = 0; group < groups; group++, samples += LANES) {
    for (gsize i = 0; i < LANES; i++) {
      double magnitude = fabs(samples[i]);

      peak[i] = magnitude > peak[i] ? magnitude : peak[i];
      sum[i] += samples[i];
      squares[i] += samples[i] * samples[i];
    }
    for (gsize i = 0; i < LANES / 2; i++)
      products[i] += samples[2 * i] * samples[2 * i + 1];
  }
  for (gsize i = 0; i < LANES; i++) {
    levels->peak[i % 2] = MAX(levels->peak[i % 2], peak[i]);
    levels->sum[i % 2] += sum[i];
    levels->squares[i % 2] += squares[i];
  }
  for (gsize i = 0; i < LANES / 2; i++)
    levels->products += products[i];
  return groups * LANES / 2;
}

void
al_levels_feed(AlLevels *levels, const double *samples, gsize frames)
{
  for (gsize n = take_groups(levels, samples, frames); n < frames; n++)
    take_frame(levels, samples + 2 * n);
  levels->frames += (gint64)frames;
}

void
al_levels_add(AlLevels *levels, const AlLevels *other)
{
  levels->frames += other->frames;
  for (gsize channel = 0; channel < 2; channel++) {
    levels->peak[channel] = MAX(levels->peak[channel], other->peak[channel]);
    levels->sum[channel] += other->sum[channel];
    levels->squares[channel] += other->squares[channel];
  }
  levels->products += other->products;
}

double
al_levels_db(double magnitude)
{
  return magnitude > 0 ? 20 * log10(magnitude) : -HUGE_VAL;
}

double
al_levels_peak_dbfs(const AlLevels *levels)
{
  return al_levels_db(MAX(levels->peak[0], levels->peak[1]));
}

double
al_levels_rms_dbfs(const AlLevels *levels)
{
  if (levels->frames == 0)
    return -HUGE_VAL;
  return al_levels_db(
      sqrt((levels->squares[0] + levels->squares[1]) / (2 * (double)levels->frames)));
}

double
al_levels_dc_offset(const AlLevels *levels, guint channel)
{
  g_assert(channel < 2);
  return levels->frames > 0 ? levels->sum[channel] / (double)levels->frames : 0;
}

double
al_levels_correlation(const AlLevels *levels)
{
  /* The roots apart: the product of two small sums can vanish. */
  double both = sqrt(levels->squares[0]) * sqrt(levels->squares[1]);

  return both > 0 ? CLAMP(levels->products / both, -1, 1) : -HUGE_VAL;
}

gboolean
al_levels_channels_equal(const AlLevels *levels)
{
  double sum = levels->squares[0] + levels->squares[1];

  /* The energy of the difference of the channels. */
  return sum > 0 && sum - 2 * levels->products <= 1e-14 * sum;
}

double
al_levels_crest_db(const AlLevels *levels)
{
  double rms = al_levels_rms_dbfs(levels);

  return isfinite(rms) ? al_levels_peak_dbfs(levels) - rms : -HUGE_VAL;
}
