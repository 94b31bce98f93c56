/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/oversample.h"

#include "album/filter/half_band.h"

#include <string.h>

#define MAX_DOUBLINGS 3
/* 20 kHz at 44.1 kHz. */
#define EDGE 0.4535
#define STOP_DB 120

struct AlOversampler {
  guint factor;
  guint doublings;
  gsize block_frames;
  gsize delay_frames;
  gsize pad_frames; /* of the high rate, to make the delay whole */
  AlHalfBand *up[MAX_DOUBLINGS];
  AlHalfBand *down[MAX_DOUBLINGS];
  double *blocks[MAX_DOUBLINGS + 1]; /* at every rate */
  double *padded;                    /* the last pad_frames of the high rate, then a block */
};

/* Doubling i passes what the first one passed, which is ever less of its rate. The delays are
 * summed in frames of the high rate. */
static gsize
make_doublings(AlOversampler *oversampler)
{
  gsize delay = 0;

  for (guint i = 0; i < oversampler->doublings; i++) {
    double edge = EDGE / (1 << i);
    gsize low_frames = oversampler->block_frames << i;

    oversampler->up[i] = al_half_band_new(edge, STOP_DB, low_frames);
    oversampler->down[i] = al_half_band_new(edge, STOP_DB, low_frames);
    oversampler->blocks[i] = g_new0(double, 2 * low_frames);
    delay += 2 * al_half_band_delay_frames(oversampler->up[i]) * (oversampler->factor >> i);
  }
  return delay;
}

AlOversampler *
al_oversampler_new(guint factor, gsize between, gsize block_frames)
{
  AlOversampler *oversampler = g_new0(AlOversampler, 1);
  gsize delay;

  g_assert(factor == 1 || factor == 2 || factor == 4 || factor == 8);
  oversampler->factor = factor;
  while (1u << oversampler->doublings < factor)
    oversampler->doublings++;
  oversampler->block_frames = block_frames;
  delay = make_doublings(oversampler) + between;
  oversampler->delay_frames = (delay + factor - 1) / factor;
  oversampler->pad_frames = oversampler->delay_frames * factor - delay;
  oversampler->blocks[oversampler->doublings] = g_new0(double, 2 * block_frames * factor);
  oversampler->padded = g_new0(double, 2 * (oversampler->pad_frames + block_frames * factor));
  return oversampler;
}

gsize
al_oversampler_delay_frames(const AlOversampler *oversampler)
{
  return oversampler->delay_frames;
}

double *
al_oversampler_up(AlOversampler *oversampler, const double *block)
{
  memcpy(oversampler->blocks[0], block, 2 * sizeof *block * oversampler->block_frames);
  for (guint i = 0; i < oversampler->doublings; i++)
    al_half_band_up(oversampler->up[i], oversampler->blocks[i], oversampler->blocks[i + 1]);
  return oversampler->blocks[oversampler->doublings];
}

/* Delays the high block by pad_frames. */
static const double *
pad(AlOversampler *oversampler)
{
  const gsize past = 2 * oversampler->pad_frames;
  const gsize size = 2 * oversampler->block_frames * oversampler->factor;
  double *high = oversampler->blocks[oversampler->doublings];

  if (past > 0) {
    memcpy(oversampler->padded + past, high, size * sizeof *high);
    memcpy(high, oversampler->padded, size * sizeof *high);
    memmove(oversampler->padded, oversampler->padded + size, past * sizeof *high);
  }
  return high;
}

void
al_oversampler_down(AlOversampler *oversampler, double *block)
{
  const double *high = pad(oversampler);

  for (guint i = oversampler->doublings; i > 0; i--) {
    double *low = i == 1 ? block : oversampler->blocks[i - 1];

    al_half_band_down(oversampler->down[i - 1], high, low);
    high = low;
  }
  if (oversampler->doublings == 0)
    memcpy(block, high, 2 * sizeof *block * oversampler->block_frames);
}

void
al_oversampler_free(AlOversampler *oversampler)
{
  if (oversampler == NULL)
    return;
  for (guint i = 0; i < MAX_DOUBLINGS; i++) {
    al_half_band_free(oversampler->up[i]);
    al_half_band_free(oversampler->down[i]);
  }
  for (guint i = 0; i <= MAX_DOUBLINGS; i++)
    g_free(oversampler->blocks[i]);
  g_free(oversampler->padded);
  g_free(oversampler);
}
