/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_BANDS_H
#define AL_TONE_BANDS_H

/* The bands in which tone is told: third octaves of IEC 61260-1 (base ten), from 25 Hz to 20 kHz.
 *
 *   band      0       1       ...    16      ...    29
 *   centre   25.1    31.6     ...   1000     ...   19953 Hz, 1000 * 10^((band - 16) / 10)
 *   edges    centre * 10^(-1/20) to centre * 10^(1/20)
 *
 * What is judged are the bands from 50 Hz to 12.5 kHz: beyond them recordings differ by more than
 * a dozen dB, and it means nothing. */

#include <glib.h>
#include <math.h>

#define AL_TONE_BANDS 30
#define AL_TONE_FIRST_JUDGED 3 /* 50 Hz */
#define AL_TONE_LAST_JUDGED 27 /* 12.5 kHz */
#define AL_TONE_JUDGED (AL_TONE_LAST_JUDGED - AL_TONE_FIRST_JUDGED + 1)

/* The level of a band that holds nothing, or lies beyond half the rate. */
#define AL_TONE_NONE (-HUGE_VAL)

/* Octaves from one band to the next. */
#define AL_TONE_BAND_OCTAVES 0.33219280948873623

double al_tone_band_hz(guint band);
double al_tone_band_low_hz(guint band);
double al_tone_band_high_hz(guint band);

/* Where a frequency lies on the scale of bands: 16.0 for 1 kHz. */
double al_tone_band_place(double hz);

/* The nominal frequency as it is written: "31.5", "1k", "12.5k". */
const char *al_tone_band_name(guint band);

/* The power gain of BS.1770's K-weighting: how much a frequency counts for loudness. */
double al_tone_weight(double hz);

/* 10 lg of the K-weighted sum of levels in dB, those that are AL_TONE_NONE left out: the loudness,
 * but for a constant. AL_TONE_NONE where there are none. */
double al_tone_bands_loudness_db(const double level_db[AL_TONE_BANDS]);

#endif
