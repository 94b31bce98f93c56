/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_target.h"

#include <stdlib.h>
#include <string.h>

static int
compare_levels(gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

static double
median(double *values, guint count)
{
  if (count == 0)
    return AL_TONE_NONE;
  qsort(values, count, sizeof *values, compare_levels);
  return 0.5 * (values[(count - 1) / 2] + values[count / 2]);
}

void
al_tone_target_median(AlToneTarget *target, const AlToneSpectrum *spectra, guint count)
{
  g_autofree double *levels = g_new(double, MAX(count, 1));

  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++) {
    for (guint band = 0; band < AL_TONE_BANDS; band++) {
      guint known = 0;

      for (guint i = 0; i < count; i++)
        if (spectra[i].heard_seconds > 0 && spectra[i].level_db[lane][band] > AL_TONE_NONE)
          levels[known++] = spectra[i].level_db[lane][band];
      target->level_db[lane][band] = median(levels, known);
    }
  }
}

void
al_tone_target_mean(AlToneTarget *target, const AlToneTarget *targets, const double *weights,
                    guint count)
{
  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++) {
    for (guint band = 0; band < AL_TONE_BANDS; band++) {
      double sum = 0, weight = 0;

      for (guint i = 0; i < count; i++) {
        double level_db = targets[i].level_db[lane][band];

        if (level_db <= AL_TONE_NONE)
          continue;
        sum += weights[i] * level_db;
        weight += weights[i];
      }
      target->level_db[lane][band] = weight > 0 ? sum / weight : AL_TONE_NONE;
    }
  }
}

void
al_tone_target_slope(AlToneTarget *target, double db_per_octave)
{
  /* A band is a third of an octave wide everywhere, so that pink noise has bands of one level. */
  const double pink_db_per_octave = 3;

  double line_db[AL_TONE_BANDS], loudness_db;

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    line_db[band] = (pink_db_per_octave - db_per_octave) * log2(al_tone_band_hz(band) / 1000);
  loudness_db = al_tone_bands_loudness_db(line_db);
  for (AlToneLane lane = 0; lane < AL_TONE_LANES; lane++)
    for (guint band = 0; band < AL_TONE_BANDS; band++)
      target->level_db[lane][band] = line_db[band] - loudness_db;
}

void
al_tone_target_of(AlToneTarget *target, const AlToneSpectrum *spectrum)
{
  memcpy(target->level_db, spectrum->level_db, sizeof target->level_db);
}

double
al_tone_target_distance_db(const AlToneTarget *target, const AlToneSpectrum *spectrum,
                           AlToneLane lane)
{
  double sum = 0;
  guint count = 0;

  for (guint band = AL_TONE_FIRST_JUDGED; band <= AL_TONE_LAST_JUDGED; band++) {
    double wanted = target->level_db[lane][band], is = spectrum->level_db[lane][band];

    if (wanted <= AL_TONE_NONE || is <= AL_TONE_NONE)
      continue;
    sum += (wanted - is) * (wanted - is);
    count++;
  }
  return count > 0 ? sqrt(sum / count) : 0;
}
