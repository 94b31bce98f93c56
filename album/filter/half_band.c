/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/half_band.h"

#include "album/filter/pairs.h"
#include "album/filter/short_fir.h"
#include "album/vector.h"

#include <math.h>
#include <string.h>

/*   lines   | 2 taps frames of the past | a block |      of what the sum runs over
 *   even    |   taps frames of the past | a block |      of what is only delayed (down) */
struct AlHalfBand {
  gsize taps;
  gsize low_frames;
  double *c;
  double *lines;
  double *even;
};

/* As long as Kaiser's formula asks for; the filter has 4 taps - 1 places, every second one empty.
 */
AlHalfBand *
al_half_band_new(double edge, double stop_db, gsize low_frames)
{
  AlHalfBand *half = g_new0(AlHalfBand, 1);
  double sum = 0;

  g_assert(edge > 0 && edge < 0.5 && stop_db > 50 && low_frames % AL_PAIRS_FRAMES == 0);
  half->taps = al_short_fir_pairs_for(0.5 - edge, stop_db) / 2 + 1;
  half->low_frames = low_frames;
  half->c = g_new0(double, half->taps);
  half->lines = g_new0(double, 2 * (2 * half->taps + low_frames));
  half->even = g_new0(double, 2 * (half->taps + low_frames));
  for (gsize k = 0; k < half->taps; k++) {
    double place = 2.0 * (double)k + 1;
    double from_centre = place / (2.0 * (double)half->taps);

    half->c[k] = sin(G_PI * place / 2) / (G_PI * place) * al_kaiser(from_centre, stop_db);
    sum += 2 * half->c[k];
  }
  for (gsize k = 0; k < half->taps; k++)
    half->c[k] /= sum;
  return half;
}

gsize
al_half_band_delay_frames(const AlHalfBand *half)
{
  return half->taps;
}

/* Static, as clang gives clones no name that other files could link. */
AL_VECTOR_CLONES static void
go_up(AlHalfBand *half, const double *low, double *high)
{
  const gsize past = 4 * half->taps;
  const gsize size = 2 * half->low_frames;

  memcpy(half->lines + past, low, size * sizeof *low);
  for (gsize i = 0; i < size; i += AL_PAIRS_VALUES) {
    const double *centre = half->lines + i + past / 2 + 2;
    double odd[AL_PAIRS_VALUES] = {0};

    al_pairs_sum(half->c, half->taps, centre - 2, centre, odd);
    for (gsize j = 0; j < AL_PAIRS_FRAMES; j++) {
      memcpy(high + 2 * i + 4 * j, centre - 2 + 2 * j, 2 * sizeof *high);
      memcpy(high + 2 * i + 4 * j + 2, odd + 2 * j, 2 * sizeof *high);
    }
  }
  memmove(half->lines, half->lines + size, past * sizeof *half->lines);
}

AL_VECTOR_CLONES static void
go_down(AlHalfBand *half, const double *high, double *low)
{
  const gsize past = 4 * half->taps;
  const gsize size = 2 * half->low_frames;

  for (gsize i = 0; i < half->low_frames; i++) {
    memcpy(half->even + past / 2 + 2 * i, high + 4 * i, 2 * sizeof *high);
    memcpy(half->lines + past + 2 * i, high + 4 * i + 2, 2 * sizeof *high);
  }
  for (gsize i = 0; i < size; i += AL_PAIRS_VALUES) {
    const double *centre = half->lines + i + past / 2;
    double odd[AL_PAIRS_VALUES] = {0};

    al_pairs_sum(half->c, half->taps, centre - 2, centre, odd);
    for (gsize j = 0; j < AL_PAIRS_VALUES; j++)
      low[i + j] = 0.5 * (half->even[i + j] + odd[j]);
  }
  memmove(half->lines, half->lines + size, past * sizeof *half->lines);
  memmove(half->even, half->even + size, past / 2 * sizeof *half->even);
}

void
al_half_band_up(AlHalfBand *half, const double *low, double *high)
{
  go_up(half, low, high);
}

void
al_half_band_down(AlHalfBand *half, const double *high, double *low)
{
  go_down(half, high, low);
}

void
al_half_band_free(AlHalfBand *half)
{
  if (half == NULL)
    return;
  g_free(half->c);
  g_free(half->lines);
  g_free(half->even);
  g_free(half);
}
