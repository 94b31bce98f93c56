/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/measurement.h"

#include "album/measure/dynamic_range.h"
#include "album/measure/true_peak.h"

/* The windows of the PSR, in seconds, and the values that the short-term series has in one. */
#define PSR_SECONDS 3
#define SERIES_PER_SECOND 10

struct AlMeasurement {
  int rate;
  AlLoudness *loudness;
  AlTruePeak *true_peak; /* a region is a second */
  AlDynamicRange *dynamic_range;
  AlMeasured measured;
};

AlMeasurement *
al_measurement_new(int rate)
{
  AlMeasurement *measurement = g_new0(AlMeasurement, 1);

  measurement->rate = rate;
  measurement->loudness = al_loudness_new_stereo(rate);
  measurement->true_peak = al_true_peak_new();
  measurement->dynamic_range = al_dynamic_range_new(rate);
  return measurement;
}

void
al_measurement_free(AlMeasurement *measurement)
{
  if (measurement == NULL)
    return;
  al_loudness_free(measurement->loudness);
  al_true_peak_free(measurement->true_peak);
  al_dynamic_range_free(measurement->dynamic_range);
  g_free(measurement);
}

void
al_measurement_feed(AlMeasurement *measurement, const double *samples, gsize frames)
{
  while (frames > 0) {
    gint64 left = measurement->rate - measurement->measured.frames % measurement->rate;
    gsize taken = (gsize)MIN((gint64)frames, left);

    al_loudness_feed(measurement->loudness, samples, taken);
    al_true_peak_feed(measurement->true_peak, samples, taken);
    al_dynamic_range_feed(measurement->dynamic_range, samples, taken);
    if ((gint64)taken == left)
      al_true_peak_mark(measurement->true_peak);
    measurement->measured.frames += (gint64)taken;
    samples += 2 * taken;
    frames -= taken;
  }
}

static double
difference(double peak, double loudness)
{
  return isfinite(peak) && isfinite(loudness) ? peak - loudness : AL_LOUDNESS_NONE;
}

/* The lower of two values, of which either may not exist. */
static double
lowest_of(double a, double b)
{
  return !isfinite(a) || (isfinite(b) && b < a) ? b : a;
}

static double
find_min_psr(const AlMeasurement *measurement, double gate_lufs)
{
  const AlTruePeak *meter = measurement->true_peak;
  double lowest = AL_LOUDNESS_NONE;
  gsize count;
  const double *series = al_loudness_series(measurement->loudness, &count);

  for (guint second = 0; (gsize)second * SERIES_PER_SECOND < count; second++) {
    double loudness = series[(gsize)second * SERIES_PER_SECOND], peak = 0;

    for (guint i = 0; i < PSR_SECONDS; i++)
      peak = MAX(peak, al_true_peak_region(meter, second + i));
    if (loudness >= gate_lufs)
      lowest = lowest_of(lowest, difference(al_levels_db(peak), loudness));
  }
  return lowest;
}

void
al_measurement_finish(AlMeasurement *measurement)
{
  const AlLoudness *loudness = measurement->loudness;
  AlMeasured *measured = &measurement->measured;

  al_loudness_finish(measurement->loudness);
  al_true_peak_finish(measurement->true_peak);
  al_dynamic_range_finish(measurement->dynamic_range);
  measured->levels = *al_dynamic_range_levels(measurement->dynamic_range);
  measured->loudness = (AlLoudnessValues){
      .integrated_lufs = al_loudness_integrated(loudness),
      .range_lu = al_loudness_range(loudness),
      .max_momentary_lufs = al_loudness_max_momentary(loudness),
      .max_short_term_lufs = al_loudness_max_short_term(loudness),
      .loud_sections_lufs = al_loudness_loud_sections(loudness),
  };
  measured->true_peak_dbtp = al_levels_db(al_true_peak_whole(measurement->true_peak));
  measured->plr_lu = difference(measured->true_peak_dbtp, measured->loudness.integrated_lufs);
  measured->min_psr_lu = find_min_psr(measurement, measured->loudness.integrated_lufs);
  measured->dynamic_range = al_dynamic_range_track(measurement->dynamic_range);
}

AlMeasurement *
al_measurement_of(AlSource *source, GError **error)
{
  g_autoptr(AlMeasurement) measurement = al_measurement_new(source->rate);
  double block[2 * AL_BLOCK_FRAMES];
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0)
    al_measurement_feed(measurement, block, (gsize)got);
  if (got < 0)
    return NULL;
  al_measurement_finish(measurement);
  return g_steal_pointer(&measurement);
}

const AlMeasured *
al_measurement_get(const AlMeasurement *measurement)
{
  return &measurement->measured;
}

double
al_measurement_channel_peak(const AlMeasurement *measurement, guint channel)
{
  double peak = 0;

  for (guint i = 0; i < al_true_peak_regions(measurement->true_peak); i++)
    peak = MAX(peak, al_true_peak_channel(measurement->true_peak, i, channel));
  return peak;
}

/* Adds to an album what does not need all tracks at once. */
static void
add_track(AlMeasured *album, const AlMeasured *track)
{
  album->frames += track->frames;
  al_levels_add(&album->levels, &track->levels);
  album->true_peak_dbtp = MAX(album->true_peak_dbtp, track->true_peak_dbtp);
  album->loudness.max_momentary_lufs =
      MAX(album->loudness.max_momentary_lufs, track->loudness.max_momentary_lufs);
  album->loudness.max_short_term_lufs =
      MAX(album->loudness.max_short_term_lufs, track->loudness.max_short_term_lufs);
  album->min_psr_lu = lowest_of(album->min_psr_lu, track->min_psr_lu);
}

AlMeasured
al_measurement_album(AlMeasurement *const *tracks, gsize count)
{
  g_autofree AlLoudness **meters = g_new(AlLoudness *, count);
  g_autofree int *ranges = g_new(int, count);
  AlMeasured album;

  g_assert(count > 0);
  album = tracks[0]->measured;
  for (gsize i = 0; i < count; i++) {
    if (i > 0)
      add_track(&album, &tracks[i]->measured);
    meters[i] = tracks[i]->loudness;
    ranges[i] = tracks[i]->measured.dynamic_range;
  }
  album.loudness.integrated_lufs = al_loudness_album_integrated(meters, count);
  album.loudness.range_lu = al_loudness_album_range(meters, count);
  album.loudness.loud_sections_lufs = al_loudness_album_loud_sections(meters, count);
  album.plr_lu = difference(album.true_peak_dbtp, album.loudness.integrated_lufs);
  album.dynamic_range = al_dynamic_range_album(ranges, count);
  return album;
}
