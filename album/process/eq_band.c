/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/eq_band.h"

#include <math.h>

static guint
pass_sections(const AlEqBand *band, AlPrototype sections[AL_EQ_MAX_SECTIONS])
{
  gboolean low = band->form == AL_EQ_LOW_PASS;
  guint order = (guint)band->slope_db / 6;
  guint count = al_prototype_butterworth_sections(order);

  for (guint i = 0; i < count; i++) {
    double q = al_prototype_butterworth_q(order, i);

    if (q == 0.0)
      sections[i] = low ? al_prototype_low_pass_1(band->hz) : al_prototype_high_pass_1(band->hz);
    else
      sections[i] = low ? al_prototype_low_pass(band->hz, q) : al_prototype_high_pass(band->hz, q);
  }
  return count;
}

/* A bell or shelf of the band with another gain. */
static AlPrototype
section_of_gain(const AlEqBand *band, double gain_db)
{
  switch (band->form) {
  case AL_EQ_LOW_SHELF:
    return al_prototype_low_shelf(band->hz, gain_db, band->q);
  case AL_EQ_HIGH_SHELF:
    return al_prototype_high_shelf(band->hz, gain_db, band->q);
  default:
    return al_prototype_bell(band->hz, gain_db, band->q);
  }
}

guint
al_eq_band_sections(const AlEqBand *band, AlPrototype sections[AL_EQ_MAX_SECTIONS])
{
  switch (band->form) {
  case AL_EQ_LOW_PASS:
  case AL_EQ_HIGH_PASS:
    return pass_sections(band, sections);
  case AL_EQ_NOTCH:
    sections[0] = al_prototype_notch(band->hz, band->q);
    return 1;
  case AL_EQ_TILT:
    sections[0] = al_prototype_tilt(band->hz, band->gain_db);
    break;
  default:
    sections[0] = section_of_gain(band, band->gain_db);
  }
  return band->gain_db != 0.0 ? 1 : 0;
}

gboolean
al_eq_band_is_dynamic(const AlEqBand *band)
{
  const AlEqDynamics *dynamics = &band->dynamics;
  gboolean may_be =
      band->form == AL_EQ_BELL || band->form == AL_EQ_LOW_SHELF || band->form == AL_EQ_HIGH_SHELF;

  return may_be && isfinite(dynamics->threshold_db) && dynamics->ratio != 1.0 &&
         dynamics->range_db > 0.0;
}

AlPrototype
al_eq_band_full_change(const AlEqBand *band)
{
  double range_db = band->dynamics.range_db;

  return section_of_gain(band, band->dynamics.ratio > 1.0 ? -range_db : range_db);
}

gboolean
al_eq_band_is_idle(const AlEqBand *band)
{
  AlPrototype sections[AL_EQ_MAX_SECTIONS];

  return al_eq_band_sections(band, sections) == 0 && !al_eq_band_is_dynamic(band);
}

guint
al_eq_lanes_take(AlEqChannel channel, const double *block, gsize frames, double *lane[2])
{
  double left_share = channel == AL_EQ_RIGHT ? 0.0 : 1.0;
  double right_share = channel == AL_EQ_LEFT ? 0.0 : 1.0;

  if (channel == AL_EQ_STEREO) {
    for (gsize i = 0; i < frames; i++) {
      lane[0][i] = block[2 * i];
      lane[1][i] = block[2 * i + 1];
    }
    return 2;
  }
  if (channel == AL_EQ_MID || channel == AL_EQ_SIDE) {
    left_share = 0.5;
    right_share = channel == AL_EQ_MID ? 0.5 : -0.5;
  }
  for (gsize i = 0; i < frames; i++)
    lane[0][i] = left_share * block[2 * i] + right_share * block[2 * i + 1];
  return 1;
}

/* Adds what changed in mid or side to both channels: the other one of the two is not touched. */
static void
put_difference(double right_sign, double *block, gsize frames, const double *lane)
{
  for (gsize i = 0; i < frames; i++) {
    double left = block[2 * i], right = block[2 * i + 1];
    double change = lane[i] - 0.5 * (left + right_sign * right);

    block[2 * i] = left + change;
    block[2 * i + 1] = right + right_sign * change;
  }
}

void
al_eq_lanes_put(AlEqChannel channel, double *block, gsize frames, double *const lane[2])
{
  switch (channel) {
  case AL_EQ_STEREO:
    for (gsize i = 0; i < frames; i++) {
      block[2 * i] = lane[0][i];
      block[2 * i + 1] = lane[1][i];
    }
    break;
  case AL_EQ_LEFT:
  case AL_EQ_RIGHT:
    for (gsize i = 0; i < frames; i++)
      block[2 * i + (channel == AL_EQ_RIGHT)] = lane[0][i];
    break;
  case AL_EQ_MID:
    put_difference(1.0, block, frames, lane[0]);
    break;
  case AL_EQ_SIDE:
    put_difference(-1.0, block, frames, lane[0]);
    break;
  }
}
