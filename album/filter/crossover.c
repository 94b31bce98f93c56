/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/crossover.h"

#include "album/audio/fft.h"
#include "album/filter/delay.h"
#include "album/filter/kernel.h"
#include "album/filter/section.h"

#include <math.h>
#include <string.h>

#define MAX_CROSSOVERS (AL_CROSSOVER_MAX_BANDS - 1)
#define MINIMUM_BLOCK_FRAMES 512
#define BUTTERWORTH_Q 0.70710678118654752440
/* Half a kernel lasts this many periods of the lowest crossover, so that the window blurs its slope
 * by less than half of its frequency. */
#define HALF_PERIODS 6
#define SHORTEST_HALF 1024

/* One crossover of MINIMUM. */
typedef struct {
  AlSection low[2];
  AlSection high[2];
  AlSection all_pass[MAX_CROSSOVERS]; /* one for each band below it */
} Split;

/*   lane   | 2 half frames of the past | block_frames = 2 half |     of each channel */
typedef struct {
  gsize half;
  AlFft *fft;
  double *lane[2];
  double *response[MAX_CROSSOVERS]; /* of the low pass at each crossover */
  AlDelay *delay;
} Linear;

struct AlCrossover {
  AlCrossoverSettings settings;
  gsize block_frames;
  Split splits[MAX_CROSSOVERS];
  Linear linear;
  double *bands[AL_CROSSOVER_MAX_BANDS];
};

static Split
split_of(double hz, int rate)
{
  const AlPrototype low = al_prototype_low_pass(hz, BUTTERWORTH_Q);
  const AlPrototype high = al_prototype_high_pass(hz, BUTTERWORTH_Q);
  const AlPrototype all_pass = {hz, {1, -1 / BUTTERWORTH_Q, 1}, {1, 1 / BUTTERWORTH_Q, 1}};
  Split split;

  split.low[0] = split.low[1] = al_section_bilinear(&low, rate);
  split.high[0] = split.high[1] = al_section_bilinear(&high, rate);
  for (gsize i = 0; i < MAX_CROSSOVERS; i++)
    split.all_pass[i] = al_section_bilinear(&all_pass, rate);
  return split;
}

/* 1 / (1 + (f / crossover)^4): the magnitude of a squared Butterworth filter of order 2. */
static double
low_pass_gain(double hz, gconstpointer data)
{
  const double *crossover_hz = data;

  return 1 / (1 + pow(hz / *crossover_hz, 4));
}

/* The spectrum of the kernel, with the scale of the transform there and back in it. */
static double *
response_new(Linear *linear, double hz, int rate)
{
  gsize size = al_fft_size(linear->fft);
  double *time = al_fft_time(linear->fft);

  memset(time, 0, size * sizeof *time);
  al_kernel_linear_phase(time, linear->half, rate, low_pass_gain, &hz);
  for (gsize i = 0; i < size; i++)
    time[i] /= (double)size;
  al_fft_forward(linear->fft);
  return g_memdup2(al_fft_spectrum(linear->fft), (size + 2) * sizeof(double));
}

static void
linear_init(Linear *linear, const AlCrossoverSettings *settings, int rate)
{
  gsize size;

  linear->half =
      al_fft_power_of_two(MAX((gsize)(HALF_PERIODS * rate / settings->hz[0]), SHORTEST_HALF));
  size = 4 * linear->half;
  linear->fft = al_fft_new(size);
  linear->lane[0] = g_new0(double, size);
  linear->lane[1] = g_new0(double, size);
  linear->delay = al_delay_new(linear->half, 2 * linear->half);
  for (gsize i = 0; i < settings->band_count - 1; i++)
    linear->response[i] = response_new(linear, settings->hz[i], rate);
}

AlCrossover *
al_crossover_new(const AlCrossoverSettings *settings, int rate)
{
  AlCrossover *crossover = g_new0(AlCrossover, 1);

  g_assert(settings->band_count >= 2 && settings->band_count <= AL_CROSSOVER_MAX_BANDS);
  for (gsize i = 0; i < settings->band_count - 1; i++)
    g_assert(settings->hz[i] > (i > 0 ? settings->hz[i - 1] : 0) && settings->hz[i] < rate / 2.0);
  crossover->settings = *settings;
  crossover->block_frames = MINIMUM_BLOCK_FRAMES;
  if (settings->phase == AL_PHASE_LINEAR) {
    linear_init(&crossover->linear, settings, rate);
    crossover->block_frames = 2 * crossover->linear.half;
  } else {
    for (gsize i = 0; i < settings->band_count - 1; i++)
      crossover->splits[i] = split_of(settings->hz[i], rate);
  }
  for (gsize i = 0; i < settings->band_count; i++)
    crossover->bands[i] = g_new0(double, 2 * crossover->block_frames);
  return crossover;
}

gsize
al_crossover_block_frames(const AlCrossover *crossover)
{
  return crossover->block_frames;
}

gsize
al_crossover_delay_frames(const AlCrossover *crossover)
{
  return crossover->linear.half;
}

static void
process_minimum(AlCrossover *crossover, double *block)
{
  const gsize frames = crossover->block_frames, last = crossover->settings.band_count - 1;
  double *rest = crossover->bands[last];

  memcpy(rest, block, 2 * frames * sizeof *block);
  for (gsize i = 0; i < last; i++) {
    Split *split = &crossover->splits[i];

    memcpy(crossover->bands[i], rest, 2 * frames * sizeof *rest);
    for (gsize pass = 0; pass < 2; pass++) {
      al_section_process(&split->low[pass], crossover->bands[i], frames);
      al_section_process(&split->high[pass], rest, frames);
    }
    for (gsize below = 0; below < i; below++)
      al_section_process(&split->all_pass[below], crossover->bands[below], frames);
  }
  memset(block, 0, 2 * frames * sizeof *block);
  for (gsize band = 0; band <= last; band++)
    for (gsize i = 0; i < 2 * frames; i++)
      block[i] += crossover->bands[band][i];
}

/* The low passes of one channel, into every second double of the bands. */
static void
low_pass_lane(AlCrossover *crossover, const double *spectrum, gsize channel)
{
  Linear *linear = &crossover->linear;
  double *bins = al_fft_spectrum(linear->fft);
  const double *time = al_fft_time(linear->fft) + 2 * linear->half;

  for (gsize band = 0; band < crossover->settings.band_count - 1; band++) {
    const double *response = linear->response[band];

    for (gsize i = 0; i < al_fft_size(linear->fft) + 2; i += 2) {
      bins[i] = spectrum[i] * response[i] - spectrum[i + 1] * response[i + 1];
      bins[i + 1] = spectrum[i] * response[i + 1] + spectrum[i + 1] * response[i];
    }
    al_fft_backward(linear->fft);
    for (gsize i = 0; i < crossover->block_frames; i++)
      crossover->bands[band][2 * i + channel] = time[i];
  }
}

static void
process_lane(AlCrossover *crossover, const double *block, gsize channel)
{
  Linear *linear = &crossover->linear;
  const gsize past = 2 * linear->half, frames = crossover->block_frames;
  double *lane = linear->lane[channel];
  g_autofree double *spectrum = NULL;

  memmove(lane, lane + frames, past * sizeof *lane);
  for (gsize i = 0; i < frames; i++)
    lane[past + i] = block[2 * i + channel];
  memcpy(al_fft_time(linear->fft), lane, (past + frames) * sizeof *lane);
  al_fft_forward(linear->fft);
  spectrum =
      g_memdup2(al_fft_spectrum(linear->fft), (al_fft_size(linear->fft) + 2) * sizeof(double));
  low_pass_lane(crossover, spectrum, channel);
}

/* From low passes to bands: each less the one below it, and the highest what is left. */
static void
process_linear(AlCrossover *crossover, double *block)
{
  const gsize last = crossover->settings.band_count - 1;

  process_lane(crossover, block, 0);
  process_lane(crossover, block, 1);
  al_delay_process(crossover->linear.delay, block);
  for (gsize i = 0; i < 2 * crossover->block_frames; i++)
    crossover->bands[last][i] = block[i] - crossover->bands[last - 1][i];
  for (gsize band = last - 1; band > 0; band--)
    for (gsize i = 0; i < 2 * crossover->block_frames; i++)
      crossover->bands[band][i] -= crossover->bands[band - 1][i];
}

void
al_crossover_process(AlCrossover *crossover, double *block)
{
  if (crossover->settings.phase == AL_PHASE_LINEAR)
    process_linear(crossover, block);
  else
    process_minimum(crossover, block);
}

double *
al_crossover_band(AlCrossover *crossover, gsize band)
{
  return crossover->bands[band];
}

void
al_crossover_free(AlCrossover *crossover)
{
  if (crossover == NULL)
    return;
  al_fft_free(crossover->linear.fft);
  al_delay_free(crossover->linear.delay);
  for (gsize i = 0; i < 2; i++)
    g_free(crossover->linear.lane[i]);
  for (gsize i = 0; i < MAX_CROSSOVERS; i++)
    g_free(crossover->linear.response[i]);
  for (gsize i = 0; i < AL_CROSSOVER_MAX_BANDS; i++)
    g_free(crossover->bands[i]);
  g_free(crossover);
}
