/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/deesser.h"

#include "album/filter/decibel.h"
#include "album/filter/delay.h"
#include "album/filter/section.h"
#include "album/filter/short_fir.h"
#include "album/process/ballistics.h"
#include "album/process/gain_computer.h"
#include "album/process/processor.h"
#include "album/vector.h"

#include <math.h>
#include <string.h>

#define BLOCK_FRAMES 128
#define FAST_SECONDS 0.003
#define SLOW_SECONDS 0.06
/* As long as the band takes to be noticed. */
#define LOOK_AHEAD_SECONDS 0.003
#define KNEE_DB 2
/* The edges of the band: this share of their frequency wide, with this beside it. */
#define EDGE_WIDTH (1.0 / 3)
#define STOP_DB 51
/* -90 dBFS: around it and below nothing is sibilant, such as what comes out of silence. */
#define SILENT_POWER 1e-9
/* Here the mean is cleared before it can become denormal. */
#define NO_POWER 1e-100
#define DETECTOR_ORDER 4

const AlDeesserSettings al_deesser_defaults = {
    .frequency_hz = 6500,
    .threshold_db = -10,
    .range_db = 6,
    .attack_seconds = 0.001,
    .release_seconds = 0.06,
    .part = AL_PART_STEREO,
};

typedef struct {
  AlSection sections[DETECTOR_ORDER]; /* a high pass, then a low pass if the band has an end */
  gsize section_count;
  double fast_factor, slow_factor;
  double band_power, fast_power, slow_power;
} Detector;

typedef struct {
  AlProcessor processor;
  AlPart part;
  Detector detector;
  AlCurve curve;
  double quiet_share; /* at and below it the curve asks for nothing */
  AlBallistics ballistics;
  AlDelay *look_ahead; /* of everything, beyond what the FIR takes */
  AlDelay *dry;        /* as late as the FIR */
  AlShortFir *band;
  AlActivityMeter meter;
} Deesser;

gboolean
al_deesser_is_idle(const AlDeesserSettings *settings)
{
  return settings->range_db <= 0 || settings->threshold_db >= 0;
}

static double
factor_of(double seconds, int rate)
{
  return exp(-1 / (seconds * rate));
}

static void
detector_init(Detector *detector, const AlDeesserSettings *settings, int rate)
{
  *detector = (Detector){
      .fast_factor = factor_of(FAST_SECONDS, rate),
      .slow_factor = factor_of(SLOW_SECONDS, rate),
  };
  for (guint i = 0; i < al_prototype_butterworth_sections(DETECTOR_ORDER); i++) {
    double q = al_prototype_butterworth_q(DETECTOR_ORDER, i);
    AlPrototype high = al_prototype_high_pass(settings->frequency_hz, q);

    detector->sections[detector->section_count++] = al_section_bilinear(&high, rate);
    if (settings->upper_hz > 0) {
      AlPrototype low = al_prototype_low_pass(settings->upper_hz, q);

      detector->sections[detector->section_count++] = al_section_bilinear(&low, rate);
    }
  }
}

AL_VECTOR_CLONES static void
take_powers(AlPart part, const double *block, double *powers)
{
  const double sign = part == AL_PART_SIDE ? -1 : 1;

  for (gsize i = 0; i < BLOCK_FRAMES; i++) {
    double left = block[2 * i], right = block[2 * i + 1];
    double sum = left + sign * right;

    powers[i] = part == AL_PART_STEREO ? left * left + right * right : sum * sum;
  }
}

/* The share of the band in the power of all, for each frame. */
static void
take_shares(Detector *d, AlPart part, const double *block, double *shares)
{
  double band[2 * BLOCK_FRAMES], in_band[BLOCK_FRAMES], in_all[BLOCK_FRAMES];
  const double keep_fast = d->fast_factor, keep_slow = d->slow_factor;
  const double take_fast = 1 - keep_fast, take_slow = 1 - keep_slow;
  double band_power = d->band_power, fast = d->fast_power, slow = d->slow_power;

  memcpy(band, block, sizeof band);
  for (gsize i = 0; i < d->section_count; i++)
    al_section_process(&d->sections[i], band, BLOCK_FRAMES);
  take_powers(part, band, in_band);
  take_powers(part, block, in_all);
  for (gsize i = 0; i < BLOCK_FRAMES; i++) {
    double all = in_all[i] + SILENT_POWER;

    band_power = take_fast * in_band[i] + keep_fast * band_power;
    fast = take_fast * all + keep_fast * fast;
    slow = take_slow * all + keep_slow * slow;
    shares[i] = band_power / MAX(fast, slow);
  }
  d->band_power = band_power < NO_POWER ? 0 : band_power;
  d->fast_power = fast;
  d->slow_power = slow;
}

/* Adds what the gains take away from the band. */
static void
apply(AlPart part, const double *gains, const double *band, double *block)
{
  const double sign = part == AL_PART_SIDE ? -1 : 1;

  for (gsize i = 0; i < BLOCK_FRAMES; i++) {
    double change = gains[i] - 1;

    if (part == AL_PART_STEREO) {
      block[2 * i] += change * band[2 * i];
      block[2 * i + 1] += change * band[2 * i + 1];
    } else {
      double taken = change * 0.5 * (band[2 * i] + sign * band[2 * i + 1]);

      block[2 * i] += taken;
      block[2 * i + 1] += sign * taken;
    }
  }
}

/* Most blocks that have such a value have it early; to look for the largest would take longer. */
static gboolean
any_above(const double *values, double limit)
{
  for (gsize i = 0; i < BLOCK_FRAMES; i++) {
    if (values[i] > limit)
      return TRUE;
  }
  return FALSE;
}

/* TRUE if nothing is asked for and nothing is left of what was. */
static gboolean
is_at_rest(const Deesser *deesser, const double *shares)
{
  return deesser->ballistics.reduction_db == 0 && !any_above(shares, deesser->quiet_share);
}

/* TRUE if any gain is not 1; shares become gains. */
static gboolean
take_gains(Deesser *deesser, double *values)
{
  static const double rest[BLOCK_FRAMES] = {0};

  if (is_at_rest(deesser, values)) {
    al_activity_meter_add(&deesser->meter, rest, BLOCK_FRAMES);
    return FALSE;
  }
  al_decibel_from_powers(values, BLOCK_FRAMES);
  al_gain_computer_process(&deesser->curve, values, BLOCK_FRAMES);
  al_ballistics_process(&deesser->ballistics, values, BLOCK_FRAMES, 1);
  al_activity_meter_add(&deesser->meter, values, BLOCK_FRAMES);
  if (!any_above(values, 0))
    return FALSE;
  for (gsize i = 0; i < BLOCK_FRAMES; i++)
    values[i] = -values[i];
  al_decibel_to_gains(values, BLOCK_FRAMES);
  return TRUE;
}

/* The band is worked out only where something is taken from it. */
static void
deesser_process(AlProcessor *processor, double *block)
{
  Deesser *deesser = (Deesser *)processor;
  double gains[BLOCK_FRAMES], band[2 * BLOCK_FRAMES];
  gboolean working;

  take_shares(&deesser->detector, deesser->part, block, gains);
  working = take_gains(deesser, gains);
  al_delay_process(deesser->look_ahead, block);
  al_short_fir_process(deesser->band, block, working ? band : NULL);
  al_delay_process(deesser->dry, block);
  if (working)
    apply(deesser->part, gains, band, block);
}

static void
deesser_free(AlProcessor *processor)
{
  Deesser *deesser = (Deesser *)processor;

  al_delay_free(deesser->look_ahead);
  al_delay_free(deesser->dry);
  al_short_fir_free(deesser->band);
  g_free(deesser);
}

static const AlProcessorClass deesser_class = {deesser_process, deesser_free};

/* In units of the rate. */
typedef struct {
  double from;
  double to;
} Band;

static double
band_magnitude(double frequency, gconstpointer data)
{
  const Band *band = data;

  return frequency >= band->from && frequency < band->to ? 1 : 0;
}

AlSource *
al_deesser_new(AlSource *input, const AlDeesserSettings *settings)
{
  Deesser *deesser = g_new0(Deesser, 1);
  const int rate = input->rate;
  const Band band = {settings->frequency_hz / rate,
                     settings->upper_hz > 0 ? settings->upper_hz / rate : 1};
  const gsize pairs = al_short_fir_pairs_for(EDGE_WIDTH * band.from, STOP_DB);
  const gsize delay_frames = MAX((gsize)lrint(LOOK_AHEAD_SECONDS * rate), pairs);

  g_assert(band.from > 0 && band.from < 0.5 && band.to > band.from);
  al_processor_init(&deesser->processor, &deesser_class, input, BLOCK_FRAMES, delay_frames);
  deesser->part = settings->part;
  detector_init(&deesser->detector, settings, rate);
  deesser->curve = (AlCurve){settings->threshold_db, HUGE_VAL, KNEE_DB, settings->range_db};
  deesser->quiet_share = pow(10, (settings->threshold_db - KNEE_DB / 2.0) / 10) - AL_POWER_FLOOR;
  al_ballistics_init(&deesser->ballistics,
                     &(AlBallisticsSettings){AL_SMOOTHING_BRANCHING, settings->attack_seconds,
                                             settings->release_seconds},
                     rate);
  deesser->look_ahead = al_delay_new(delay_frames - pairs, BLOCK_FRAMES);
  deesser->dry = al_delay_new(pairs, BLOCK_FRAMES);
  deesser->band = al_short_fir_new(pairs, STOP_DB, band_magnitude, &band, BLOCK_FRAMES);
  return &deesser->processor.source;
}

AlActivity
al_deesser_get_reduction(const AlSource *deesser)
{
  return al_activity_meter_get(&((const Deesser *)deesser)->meter);
}
