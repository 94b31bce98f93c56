/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/forecast.h"

#include <math.h>

#include "album/limiter/smooth.h"
#include "album/measure/peak_blocks.h"

#define SEGMENTS_PER_SECOND 1500

/* Segments in one call of the gain path. */
#define BLOCK 512

struct AlForecast {
  int rate;
  guint segment_frames;
  AlLoudness *loudness;
  AlPeakBlocks *blocks;
  GArray *peaks; /* of float: the highest magnitude of each segment, of both channels */
};

/* Enters the part of a block that lies in one segment; gives the number of its frames. */
static gsize
enter_segment(AlForecast *forecast, gint64 first_frame, const float *left, const float *right,
              gsize frames)
{
  guint segment = (guint)(first_frame / forecast->segment_frames);
  gint64 end = ((gint64)segment + 1) * forecast->segment_frames;
  gsize taken = (gsize)MIN((gint64)frames, end - first_frame);
  float highest = 0;

  for (gsize n = 0; n < taken; n++)
    highest = MAX(highest, MAX(left[n], right[n]));
  if (segment >= forecast->peaks->len)
    g_array_set_size(forecast->peaks, segment + 1);
  g_array_index(forecast->peaks, float, segment) =
      MAX(g_array_index(forecast->peaks, float, segment), highest);
  return taken;
}

static void
look_at_block(gint64 first_frame, const double *const channels[2], gpointer data)
{
  float left[AL_PEAK_BLOCK_FRAMES], right[AL_PEAK_BLOCK_FRAMES];
  gsize entered = 0;

  al_interpolation_envelope(channels[0], left);
  al_interpolation_envelope(channels[1], right);
  while (entered < AL_PEAK_BLOCK_FRAMES)
    entered += enter_segment(data, first_frame + (gint64)entered, left + entered, right + entered,
                             AL_PEAK_BLOCK_FRAMES - entered);
}

AlForecast *
al_forecast_new(int rate)
{
  AlForecast *forecast = g_new0(AlForecast, 1);

  forecast->rate = rate;
  forecast->segment_frames = (guint)MAX(1, rate / SEGMENTS_PER_SECOND);
  forecast->loudness = al_loudness_new_stereo(rate);
  forecast->blocks = al_peak_blocks_new(look_at_block, forecast);
  forecast->peaks = g_array_new(FALSE, TRUE, sizeof(float));
  return forecast;
}

void
al_forecast_free(AlForecast *forecast)
{
  if (forecast == NULL)
    return;
  al_loudness_free(forecast->loudness);
  al_peak_blocks_free(forecast->blocks);
  g_array_unref(forecast->peaks);
  g_free(forecast);
}

void
al_forecast_feed(AlForecast *forecast, const double *samples, gsize frames)
{
  al_loudness_feed(forecast->loudness, samples, frames);
  al_peak_blocks_feed(forecast->blocks, samples, frames);
}

void
al_forecast_finish(AlForecast *forecast)
{
  al_loudness_finish(forecast->loudness);
  al_peak_blocks_finish(forecast->blocks);
}

/* The limiter at work on the segments. */
typedef struct {
  const AlForecast *forecast;
  double gain, ceiling;
  AlGainPath *path;
  AlReductionMeter *meter;
  double *powers; /* the sum of the squares of the limiter's gains in each step */
  guint *counts;  /* of segments in each step */
  gsize steps;
} Limiting;

/* What the peaks of a block of segments need; behind the last there is silence. */
static void
find_reductions(const Limiting *limiting, gsize first, guint32 *reductions)
{
  const GArray *peaks = limiting->forecast->peaks;

  for (gsize n = 0; n < BLOCK; n++) {
    double peak = first + n < peaks->len
                      ? limiting->gain * g_array_index(peaks, float, (guint)(first + n))
                      : 0;

    reductions[n] = peak > limiting->ceiling
                        ? (guint32)ceil((1 - limiting->ceiling / peak) * AL_SMOOTH_ONE)
                        : 0;
  }
}

/* Enters the gains of `count` segments into the steps that their middles lie in. */
static void
enter_gains(Limiting *limiting, gsize first, const double *gains, gsize count)
{
  const AlForecast *forecast = limiting->forecast;
  guint64 frames = forecast->segment_frames;

  for (gsize n = 0; n < count; n++) {
    gsize step = (gsize)(((first + n) * frames + frames / 2) * AL_LOUDNESS_STEPS_PER_SECOND /
                         (guint64)forecast->rate);

    if (step >= limiting->steps)
      break; /* the rest of the audio is no whole step */
    limiting->powers[step] += gains[n] * gains[n];
    limiting->counts[step]++;
  }
  al_reduction_meter_feed(limiting->meter, gains, count);
}

static void
run_limiter(Limiting *limiting)
{
  gsize delay = al_gain_path_delay(limiting->path), count = limiting->forecast->peaks->len;
  guint32 reductions[BLOCK];
  double gains[BLOCK];

  for (gsize first = 0; first < count + delay; first += BLOCK) {
    gsize late = first < delay ? MIN(delay - first, BLOCK) : 0;
    gsize end = MIN(count + delay - first, BLOCK);

    find_reductions(limiting, first, reductions);
    al_gain_path_run(limiting->path, reductions, gains, BLOCK);
    if (end > late)
      enter_gains(limiting, first + late - delay, gains + late, end - late);
  }
  al_reduction_meter_finish(limiting->meter);
}

/* Multiplies the energies by what the limiter leaves of each step; gives its sustained reduction.
 */
static double
limit(const AlForecast *forecast, double gain, const AlLimiterSettings *settings, double *energies,
      gsize steps)
{
  static const gint64 start;
  int rate = forecast->rate / (int)forecast->segment_frames;
  const AlGainPathSettings path_settings = al_limiter_gain_path(settings, rate);
  g_autoptr(AlGainPath) path = al_gain_path_new(&path_settings);
  g_autoptr(AlReductionMeter) meter = al_reduction_meter_new(rate, &start, 1);
  g_autofree double *powers = g_new0(double, steps);
  g_autofree guint *counts = g_new0(guint, steps);
  Limiting limiting = {.forecast = forecast,
                       .gain = gain,
                       .ceiling = pow(10, settings->ceiling_dbtp / 20),
                       .path = path,
                       .meter = meter,
                       .powers = powers,
                       .counts = counts,
                       .steps = steps};

  run_limiter(&limiting);
  for (gsize i = 0; i < steps; i++)
    if (counts[i] > 0)
      energies[i] *= powers[i] / counts[i];
  return al_reduction_meter_whole(meter).sustained_db;
}

void
al_forecast_run(const AlForecast *forecast, double gain_db, const AlLimiterSettings *limiter,
                AlForecasted *forecasted)
{
  AlLoudnessSteps steps = al_loudness_steps(forecast->loudness);
  double gain = pow(10, gain_db / 20);
  double *energies = g_new(double, steps.count);

  for (gsize i = 0; i < steps.count; i++)
    energies[i] = steps.energies[i] * gain * gain;
  *forecasted =
      (AlForecasted){.steps = {.energies = energies, .count = steps.count}, .energies = energies};
  if (limiter != NULL)
    forecasted->sustained_db = limit(forecast, gain, limiter, energies, steps.count);
}

void
al_forecasted_clear(AlForecasted *forecasted)
{
  g_free(forecasted->energies);
  *forecasted = (AlForecasted){0};
}
