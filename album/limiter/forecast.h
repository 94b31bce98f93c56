/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FORECAST_H
#define AL_FORECAST_H

/* What the limiter will make of audio at any level, from one hearing of it: a sink that keeps the
 * energies of its steps of 10 ms, as the loudness meter weighs them, and its peaks, the highest of
 * every segment of two thirds of a millisecond. The limiter's gain is worked out segment by
 * segment, on the same path (gain_path.h), and every step is as much softer as its segments are on
 * average.
 *
 * Beside the limiter itself, on music, noise and tones, with up to 10 dB of limiting: loudness
 * within 0.03 LU, the sustained reduction within 0.3 dB; on nothing but drum hits within 0.06 LU
 * (tests/measure/test_forecast.c). Channels that are not linked are taken as linked. A minute of
 * audio is forecast in a millisecond, for which the limiter takes a fifth of a second. */

#include "album/limiter/limiter.h"
#include "album/measure/loudness.h"

typedef struct AlForecast AlForecast;

AlForecast *al_forecast_new(int rate);
void al_forecast_free(AlForecast *forecast);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlForecast, al_forecast_free)

/* `samples`: 2 * frames, left then right. */
void al_forecast_feed(AlForecast *forecast, const double *samples, gsize frames);

/* Tells that the audio ended. Nothing may be fed after, and nothing forecast before. */
void al_forecast_finish(AlForecast *forecast);

/* What the audio will be. */
typedef struct {
  AlLoudnessSteps steps; /* of `energies` */
  double *energies;
  double sustained_db; /* of the limiter's reduction (reduction.h) */
} AlForecasted;

/* Fills `forecasted`, which is empty before: with a gain, and behind it the limiter; NULL: none. */
void al_forecast_run(const AlForecast *forecast, double gain_db, const AlLimiterSettings *limiter,
                     AlForecasted *forecasted);
void al_forecasted_clear(AlForecasted *forecasted);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AlForecasted, al_forecasted_clear)

#endif
