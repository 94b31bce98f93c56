/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/measured_row.h"

#include <math.h>

static MeasuredRow
file_row(const AlFileMeasurement *file)
{
  return (MeasuredRow){
      .path = file->path,
      .format = file->info.format,
      .measured = al_measurement_get(file->measurement),
      .seconds = al_file_measurement_seconds(file),
      .rate = file->info.rate,
      .channels = file->info.channels,
  };
}

GArray *
measured_rows_new(const AlFileMeasurements *measurements)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(MeasuredRow));
  MeasuredRow album = {.measured = &measurements->album, .seconds = measurements->album_seconds};

  for (guint i = 0; i < measurements->files->len; i++) {
    const AlFileMeasurement *file = al_file_measurements_get(measurements, i);
    MeasuredRow row;

    if (file->measurement == NULL)
      continue;
    row = file_row(file);
    album.rate = rows->len == 0 || album.rate == row.rate ? row.rate : 0;
    album.channels = rows->len == 0 || album.channels == row.channels ? row.channels : 0;
    g_array_append_val(rows, row);
  }
  if (rows->len > 0)
    g_array_append_val(rows, album);
  return rows;
}

static double
integrated(const MeasuredRow *row)
{
  return row->measured->loudness.integrated_lufs;
}

static double
range(const MeasuredRow *row)
{
  return row->measured->loudness.range_lu;
}

static double
max_momentary(const MeasuredRow *row)
{
  return row->measured->loudness.max_momentary_lufs;
}

static double
max_short_term(const MeasuredRow *row)
{
  return row->measured->loudness.max_short_term_lufs;
}

static double
loud_sections(const MeasuredRow *row)
{
  return row->measured->loudness.loud_sections_lufs;
}

static double
true_peak(const MeasuredRow *row)
{
  return row->measured->true_peak_dbtp;
}

static double
sample_peak(const MeasuredRow *row)
{
  return al_levels_peak_dbfs(&row->measured->levels);
}

static double
plr(const MeasuredRow *row)
{
  return row->measured->plr_lu;
}

static double
min_psr(const MeasuredRow *row)
{
  return row->measured->min_psr_lu;
}

static double
dynamic_range(const MeasuredRow *row)
{
  return row->measured->dynamic_range != 0 ? row->measured->dynamic_range : AL_LOUDNESS_NONE;
}

static double
offset_left(const MeasuredRow *row)
{
  return 100 * al_levels_dc_offset(&row->measured->levels, 0);
}

static double
offset_right(const MeasuredRow *row)
{
  return row->channels == 1 ? AL_LOUDNESS_NONE
                            : 100 * al_levels_dc_offset(&row->measured->levels, 1);
}

static double
correlation(const MeasuredRow *row)
{
  return row->channels == 1 ? AL_LOUDNESS_NONE : al_levels_correlation(&row->measured->levels);
}

static double
length(const MeasuredRow *row)
{
  return row->seconds;
}

const MeasuredQuantity measured_quantities[MEASURED_QUANTITIES] = {
    {"integrated_lufs", ">LUFS", 3, 1, integrated},
    {"loudness_range_lu", ">LRA", 3, 1, range},
    {"max_momentary_lufs", ">Max M", 3, 1, max_momentary},
    {"max_short_term_lufs", ">Max S", 3, 1, max_short_term},
    {"loud_sections_lufs", ">Loud", 3, 1, loud_sections},
    {"true_peak_dbtp", ">dBTP", 3, 2, true_peak},
    {"sample_peak_dbfs", ">dBFS", 3, 2, sample_peak},
    {"plr_lu", ">PLR", 3, 1, plr},
    {"min_psr_lu", ">PSR", 3, 1, min_psr},
    {"dynamic_range_db", ">DR", 0, 0, dynamic_range},
    {"dc_offset_left_percent", ">DC L %", 4, 3, offset_left},
    {"dc_offset_right_percent", ">DC R %", 4, 3, offset_right},
    {"correlation", ">Corr", 4, 2, correlation},
    {"length_seconds", NULL, 3, 3, length},
};

/* "-0.0" is no news. */
char *
measured_format(double value, int decimals, const char *none)
{
  double unit = pow(10, -decimals);

  if (!isfinite(value))
    return g_strdup(none);
  return g_strdup_printf("%.*f", decimals, fabs(value) < unit / 2 ? 0 : value);
}
