/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/balance.h"

#include <math.h>

#include "album/audio/fft.h"

#define SIZE 4096

struct AlBalance {
  int rate;
  AlFft *fft;
  double window[SIZE];
  double pending[2][SIZE]; /* left, right: frames that wait for a full block */
  gsize count;             /* of them */
  double power[AL_BALANCE_PARTS];
  gint64 blocks;
};

AlBalance *
al_balance_new(int rate)
{
  AlBalance *balance = g_new0(AlBalance, 1);

  balance->rate = rate;
  balance->fft = al_fft_new(SIZE);
  for (gsize i = 0; i < SIZE; i++)
    balance->window[i] = 0.5 - 0.5 * cos(2 * G_PI * (double)i / SIZE);
  return balance;
}

void
al_balance_free(AlBalance *balance)
{
  if (balance == NULL)
    return;
  al_fft_free(balance->fft);
  g_free(balance);
}

static AlBalancePart
part_of(double hz)
{
  if (hz < AL_BALANCE_LOW_HZ)
    return AL_BALANCE_LOW;
  return hz < AL_BALANCE_HIGH_HZ ? AL_BALANCE_MIDDLE : AL_BALANCE_HIGH;
}

static void
add_channel(AlBalance *balance, const double *samples)
{
  double *time = al_fft_time(balance->fft);
  const double *spectrum = al_fft_spectrum(balance->fft);

  for (gsize i = 0; i < SIZE; i++)
    time[i] = balance->window[i] * samples[i];
  al_fft_forward(balance->fft);
  for (gsize bin = 1; bin < SIZE / 2; bin++) {
    double hz = (double)bin * balance->rate / SIZE;

    balance->power[part_of(hz)] +=
        spectrum[2 * bin] * spectrum[2 * bin] + spectrum[2 * bin + 1] * spectrum[2 * bin + 1];
  }
}

void
al_balance_feed(AlBalance *balance, const double *samples, gsize frames)
{
  for (gsize i = 0; i < frames; i++) {
    balance->pending[0][balance->count] = samples[2 * i];
    balance->pending[1][balance->count] = samples[2 * i + 1];
    if (++balance->count < SIZE)
      continue;
    add_channel(balance, balance->pending[0]);
    add_channel(balance, balance->pending[1]);
    balance->blocks++;
    balance->count = 0;
  }
}

double
al_balance_db(const AlBalance *balance, AlBalancePart part)
{
  /* A sine of full scale has SIZE^2 / 16 in its bin under a Hann window, and half of that in each
   * of its neighbours' powers of a quarter: 1.5 in all; there are two channels. */
  double full_scale = 2 * 1.5 * (double)SIZE * SIZE / 16 * (double)balance->blocks;

  return balance->power[part] > 0 ? 10 * log10(balance->power[part] / full_scale) : -HUGE_VAL;
}
