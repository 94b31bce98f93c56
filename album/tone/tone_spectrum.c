/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_spectrum.h"

#include <string.h>

#include "album/audio/fft.h"

/* BS.1770-5: the constant that makes 997 Hz at full scale in one channel -3.01 LUFS, and the gates.
 */
#define LOUDNESS_OFFSET_DB (-0.691)
#define ABSOLUTE_GATE_LUFS (-70.0)
#define RELATIVE_GATE_LU (-10.0)

/* The powers of one block. */
typedef struct {
  double mid[AL_TONE_BANDS];
  double side[AL_TONE_BANDS];
  double mid_loudness, side_loudness; /* K-weighted, over all frequencies */
} Row;

/* The bins of a band; those at its edges belong to it in part. */
typedef struct {
  gsize first, last; /* first > last: beyond half the rate */
  double first_share, last_share;
} Bins;

struct AlToneAnalyser {
  int rate;
  AlFft *fft;
  gsize size;      /* of a block, frames */
  gsize pending;   /* frames in the lanes */
  double *lane[2]; /* mid, side */
  double *window;
  double scale; /* from a squared bin to mean square */
  Bins bins[AL_TONE_BANDS];
  double *weight; /* of the bins, K-weighting */
  GArray *rows;   /* of Row, of the blocks above the absolute gate */
};

/* The share of bin `i` that lies between two places, all in bins. */
static double
share(double low, double high, gsize i)
{
  return CLAMP(MIN(high, (double)i + 0.5) - MAX(low, (double)i - 0.5), 0, 1);
}

static Bins
bins_of(guint band, double hz_per_bin, gsize last_bin)
{
  double low = al_tone_band_low_hz(band) / hz_per_bin;
  double high = MIN(al_tone_band_high_hz(band) / hz_per_bin, (double)last_bin);
  Bins bins = {.first = (gsize)(low + 0.5), .last = (gsize)(high + 0.5)};

  if (low >= high)
    return (Bins){.first = 1, .last = 0};
  bins.first_share = share(low, high, bins.first);
  bins.last_share = share(low, high, bins.last);
  return bins;
}

AlToneAnalyser *
al_tone_analyser_new(int rate)
{
  AlToneAnalyser *analyser = g_new0(AlToneAnalyser, 1);
  double hz_per_bin, sum = 0;

  analyser->rate = rate;
  analyser->size = al_fft_power_of_two((gsize)rate / 3);
  hz_per_bin = (double)rate / (double)analyser->size;
  analyser->fft = al_fft_new(analyser->size);
  analyser->lane[0] = g_new0(double, analyser->size);
  analyser->lane[1] = g_new0(double, analyser->size);
  analyser->window = g_new(double, analyser->size);
  for (gsize i = 0; i < analyser->size; i++) {
    analyser->window[i] = 0.5 - 0.5 * cos(2 * G_PI * (double)i / (double)analyser->size);
    sum += analyser->window[i] * analyser->window[i];
  }
  analyser->scale = 2 / ((double)analyser->size * sum);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    analyser->bins[band] = bins_of(band, hz_per_bin, analyser->size / 2);
  analyser->weight = g_new(double, analyser->size / 2 + 1);
  for (gsize i = 0; i <= analyser->size / 2; i++)
    analyser->weight[i] = al_tone_weight((double)i * hz_per_bin);
  analyser->rows = g_array_new(FALSE, FALSE, sizeof(Row));
  return analyser;
}

void
al_tone_analyser_free(AlToneAnalyser *analyser)
{
  if (analyser == NULL)
    return;
  al_fft_free(analyser->fft);
  g_free(analyser->lane[0]);
  g_free(analyser->lane[1]);
  g_free(analyser->window);
  g_free(analyser->weight);
  g_array_unref(analyser->rows);
  g_free(analyser);
}

static double
bin_power(const double *spectrum, gsize i)
{
  return spectrum[2 * i] * spectrum[2 * i] + spectrum[2 * i + 1] * spectrum[2 * i + 1];
}

static double
band_power(const double *spectrum, const Bins *bins)
{
  double power = 0;

  for (gsize i = bins->first; i <= bins->last; i++) {
    double bin = bin_power(spectrum, i);

    power += i == bins->first  ? bin * bins->first_share
             : i == bins->last ? bin * bins->last_share
                               : bin;
  }
  return power;
}

/* Fills the powers of the bands, and returns the K-weighted power. */
static double
measure_lane(AlToneAnalyser *analyser, const double *lane, double power[AL_TONE_BANDS])
{
  const double *spectrum = al_fft_spectrum(analyser->fft);
  double loudness = 0;
  double *time = al_fft_time(analyser->fft);

  for (gsize i = 0; i < analyser->size; i++)
    time[i] = lane[i] * analyser->window[i];
  al_fft_forward(analyser->fft);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    power[band] = analyser->scale * band_power(spectrum, &analyser->bins[band]);
  for (gsize i = 0; i <= analyser->size / 2; i++)
    loudness += analyser->weight[i] * bin_power(spectrum, i);
  return analyser->scale * loudness;
}

/* Of both channels: L^2 + R^2 = 2 (M^2 + S^2). */
static double
row_lufs(const Row *row)
{
  return LOUDNESS_OFFSET_DB + 10 * log10(2 * (row->mid_loudness + row->side_loudness));
}

static void
measure_block(AlToneAnalyser *analyser)
{
  Row row;

  row.mid_loudness = measure_lane(analyser, analyser->lane[0], row.mid);
  row.side_loudness = measure_lane(analyser, analyser->lane[1], row.side);
  if (row_lufs(&row) > ABSOLUTE_GATE_LUFS)
    g_array_append_val(analyser->rows, row);
}

void
al_tone_analyser_feed(AlToneAnalyser *analyser, const double *samples, gsize frames)
{
  gsize hop = analyser->size / 2;

  for (gsize i = 0; i < frames; i++) {
    analyser->lane[0][analyser->pending] = 0.5 * (samples[2 * i] + samples[2 * i + 1]);
    analyser->lane[1][analyser->pending] = 0.5 * (samples[2 * i] - samples[2 * i + 1]);
    if (++analyser->pending < analyser->size)
      continue;
    measure_block(analyser);
    for (guint k = 0; k < 2; k++)
      memcpy(analyser->lane[k], analyser->lane[k] + hop, hop * sizeof(double));
    analyser->pending = hop;
  }
}

/* Sums the rows above a loudness; how many there are. */
static guint
sum_rows(const AlToneAnalyser *analyser, double gate_lufs, Row *sum)
{
  guint count = 0;

  *sum = (Row){.mid_loudness = 0};
  for (guint i = 0; i < analyser->rows->len; i++) {
    const Row *row = &g_array_index(analyser->rows, Row, i);

    if (row_lufs(row) <= gate_lufs)
      continue;
    count++;
    sum->mid_loudness += row->mid_loudness;
    sum->side_loudness += row->side_loudness;
    for (guint band = 0; band < AL_TONE_BANDS; band++) {
      sum->mid[band] += row->mid[band];
      sum->side[band] += row->side[band];
    }
  }
  return count;
}

static double
of_lane(AlToneLane lane, double mid, double side)
{
  switch (lane) {
  case AL_TONE_MID:
    return mid;
  case AL_TONE_SIDE:
    return side;
  default:
    return 2 * (mid + side);
  }
}

static double
mean_db(double power, guint count)
{
  return power > 0 ? 10 * log10(power / count) : AL_TONE_NONE;
}

static void
level_lane(AlToneSpectrum *spectrum, AlToneLane lane, const Row *sum, guint count)
{
  double *level_db = spectrum->level_db[lane];

  spectrum->loudness_db[lane] =
      mean_db(of_lane(lane, sum->mid_loudness, sum->side_loudness), count);
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    level_db[band] = mean_db(of_lane(lane, sum->mid[band], sum->side[band]), count);
    if (level_db[band] > AL_TONE_NONE)
      level_db[band] -= spectrum->loudness_db[lane];
  }
}

void
al_tone_analyser_finish(AlToneAnalyser *analyser, AlToneSpectrum *spectrum)
{
  double mean_lufs;
  guint count;
  Row whole, sum;

  /* A track of less than a block is one with silence behind it. */
  if (analyser->rows->len == 0 && analyser->pending > 0) {
    for (guint k = 0; k < 2; k++)
      memset(analyser->lane[k] + analyser->pending, 0,
             (analyser->size - analyser->pending) * sizeof(double));
    measure_block(analyser);
  }
  count = sum_rows(analyser, ABSOLUTE_GATE_LUFS, &whole);
  mean_lufs = row_lufs(&whole) - 10 * log10(MAX(count, 1));
  count = sum_rows(analyser, mean_lufs + RELATIVE_GATE_LU, &sum);
  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++) {
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      spectrum->whole_db[lane][band] =
          mean_db(of_lane(lane, whole.mid[band], whole.side[band]), analyser->rows->len);
    level_lane(spectrum, lane, &sum, count);
  }
  spectrum->heard_seconds = 0.5 * count * (double)analyser->size / analyser->rate;
}

gboolean
al_tone_spectrum_of(AlSource *source, AlToneSpectrum *spectrum, GError **error)
{
  g_autoptr(AlToneAnalyser) analyser = al_tone_analyser_new(source->rate);
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0)
    al_tone_analyser_feed(analyser, block, (gsize)got);
  al_tone_analyser_finish(analyser, spectrum);
  return got == 0;
}
