/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/short_fir.h"

#include "album/filter/pairs.h"
#include "album/vector.h"

#include <math.h>
#include <string.h>

/* Samples of the magnitude for each tap: enough that the response does not wrap round. */
#define SAMPLES_PER_PAIR 32

/*   lines   | 2 pairs frames of the past | a block |   */
struct AlShortFir {
  gsize pairs;
  gsize block_frames;
  double *c;
  double *lines;
};

/* The modified Bessel function of order 0. */
static double
bessel_i0(double x)
{
  double term = 1, sum = 1;

  for (int k = 1; term > 1e-18 * sum; k++) {
    term *= x * x / (4.0 * k * k);
    sum += term;
  }
  return sum;
}

/* J. F. Kaiser's design, as in Oppenheim and Schafer, "Discrete-Time Signal Processing", 7.6. */
double
al_kaiser(double place, double stop_db)
{
  double beta = 0.1102 * (stop_db - 8.7);

  return bessel_i0(beta * sqrt(MAX(1 - place * place, 0.0))) / bessel_i0(beta);
}

gsize
al_short_fir_pairs_for(double width, double stop_db)
{
  return (gsize)ceil((stop_db - 7.95) / (2.285 * 2 * G_PI * width) / 2);
}

/* Tap k of the impulse response: the integral of M(f) cos(2 pi f k) over the band. */
static double
tap_of(gsize k, gsize pairs, AlMagnitudeFunc magnitude, gconstpointer data)
{
  const gsize count = SAMPLES_PER_PAIR * (pairs + 1);
  double sum = 0;

  for (gsize i = 0; i < count; i++) {
    double frequency = 0.5 * ((double)i + 0.5) / (double)count;

    sum += magnitude(frequency, data) * cos(2 * G_PI * frequency * (double)k);
  }
  return sum / (double)count;
}

AlShortFir *
al_short_fir_new(gsize pairs, double stop_db, AlMagnitudeFunc magnitude, gconstpointer data,
                 gsize block_frames)
{
  AlShortFir *fir = g_new0(AlShortFir, 1);

  g_assert(block_frames % AL_PAIRS_FRAMES == 0);
  fir->pairs = pairs;
  fir->block_frames = block_frames;
  fir->c = g_new0(double, pairs + 1);
  fir->lines = g_new0(double, 2 * (2 * pairs + block_frames));
  for (gsize k = 0; k <= pairs; k++)
    fir->c[k] =
        tap_of(k, pairs, magnitude, data) * al_kaiser((double)k / (double)(pairs + 1), stop_db);
  return fir;
}

gsize
al_short_fir_delay_frames(const AlShortFir *fir)
{
  return fir->pairs;
}

static void
remember(AlShortFir *fir)
{
  memmove(fir->lines, fir->lines + 2 * fir->block_frames, 4 * fir->pairs * sizeof *fir->lines);
}

/* Static, as clang gives clones no name that other files could link. */
AL_VECTOR_CLONES static void
filter(const AlShortFir *fir, double *out)
{
  for (gsize i = 0; i < 2 * fir->block_frames; i += AL_PAIRS_VALUES) {
    const double *centre = fir->lines + i + 2 * fir->pairs;
    double sum[AL_PAIRS_VALUES];

    for (gsize j = 0; j < AL_PAIRS_VALUES; j++)
      sum[j] = fir->c[0] * centre[j];
    al_pairs_sum(fir->c + 1, fir->pairs, centre - 2, centre + 2, sum);
    memcpy(out + i, sum, sizeof sum);
  }
}

void
al_short_fir_process(AlShortFir *fir, const double *block, double *out)
{
  memcpy(fir->lines + 4 * fir->pairs, block, 2 * fir->block_frames * sizeof *block);
  if (out != NULL)
    filter(fir, out);
  remember(fir);
}

void
al_short_fir_free(AlShortFir *fir)
{
  if (fir == NULL)
    return;
  g_free(fir->c);
  g_free(fir->lines);
  g_free(fir);
}
