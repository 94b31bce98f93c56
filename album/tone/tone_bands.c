/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_bands.h"

#include "album/filter/prototype.h"

#define BAND_OF_1_KHZ 16

static double
scale_hz(double place)
{
  return 1000 * pow(10, (place - BAND_OF_1_KHZ) / 10);
}

double
al_tone_band_hz(guint band)
{
  return scale_hz(band);
}

double
al_tone_band_low_hz(guint band)
{
  return scale_hz(band - 0.5);
}

double
al_tone_band_high_hz(guint band)
{
  return scale_hz(band + 0.5);
}

double
al_tone_band_place(double hz)
{
  return BAND_OF_1_KHZ + 10 * log10(hz / 1000);
}

const char *
al_tone_band_name(guint band)
{
  static const char *const names[AL_TONE_BANDS] = {
      "25",   "31.5",  "40",  "50",  "63",   "80",  "100", "125",   "160",  "200",
      "250",  "315",   "400", "500", "630",  "800", "1k",  "1.25k", "1.6k", "2k",
      "2.5k", "3.15k", "4k",  "5k",  "6.3k", "8k",  "10k", "12.5k", "16k",  "20k",
  };

  g_assert(band < AL_TONE_BANDS);
  return names[band];
}

/* The analogue filters whose bilinear transform at 48 kHz has the coefficients of BS.1770-5, tables
 * 1 and 2: a shelf of 4 dB and a high pass. */
double
al_tone_weight(double hz)
{
  static const AlPrototype shelf = {
      1681.974450955533,
      {1, 1.2587209302325579 / 0.7071752369554196, 1.5848647011308556},
      {1, 1 / 0.7071752369554196, 1}};
  static const AlPrototype high_pass = {
      38.13547087602444, {0, 0, 1}, {1, 1 / 0.5003270373238773, 1}};

  return al_prototype_power(&shelf, hz) * al_prototype_power(&high_pass, hz);
}

double
al_tone_bands_loudness_db(const double level_db[AL_TONE_BANDS])
{
  double power = 0;

  for (guint band = 0; band < AL_TONE_BANDS; band++)
    power += al_tone_weight(al_tone_band_hz(band)) * pow(10, level_db[band] / 10);
  return 10 * log10(power);
}
