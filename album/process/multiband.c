/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/multiband.h"

#include "album/filter/decibel.h"
#include "album/filter/delay.h"
#include "album/process/processor.h"

#include <math.h>
#include <string.h>

#define BAND_DEFAULTS                                                                   \
  {                                                                                     \
    .dynamics = {                                                                       \
        .curve = {.threshold_db = -24, .ratio = 2, .knee_db = 6, .range_db = HUGE_VAL}, \
        .ballistics = {.smoothing = AL_SMOOTHING_AUTOMATIC, .attack_seconds = 0.02},    \
        .detector = AL_DETECTOR_RMS,                                                    \
        .link = 1,                                                                      \
    },                                                                                  \
  }

const AlMultibandSettings al_multiband_defaults = {
    .crossover = {.phase = AL_PHASE_MINIMUM, .band_count = 3, .hz = {120, 4500}},
    .bands = {BAND_DEFAULTS, BAND_DEFAULTS, BAND_DEFAULTS, BAND_DEFAULTS, BAND_DEFAULTS},
    .mix = 1,
};

typedef struct {
  AlDynamics *dynamics;
  AlDelay *delay;
  double make_up_db;
} Band;

typedef struct {
  AlProcessor processor;
  AlCrossover *crossover;
  gsize band_count;
  double mix;
  Band bands[AL_CROSSOVER_MAX_BANDS];
  AlDelay *delay;    /* of the sum */
  double *sidechain; /* becomes the gains of a band */
} Multiband;

gboolean
al_multiband_is_idle(const AlMultibandSettings *settings)
{
  for (gsize i = 0; i < settings->crossover.band_count && settings->mix > 0; i++)
    if (settings->bands[i].make_up_db != 0 ||
        !al_gain_computer_is_idle(&settings->bands[i].dynamics.curve))
      return FALSE;
  return TRUE;
}

/* Reductions become what is added for each unit of the band: mix (gain - 1). FALSE if that is
 * nothing at all. */
static gboolean
take_changes(const Band *band, double mix, double *values, gsize count)
{
  double largest = 0;

  for (gsize i = 0; i < count; i++) {
    largest = MAX(largest, values[i]);
    values[i] = band->make_up_db - values[i];
  }
  if (largest == 0 && band->make_up_db == 0)
    return FALSE;
  al_decibel_to_gains(values, count);
  for (gsize i = 0; i < count; i++)
    values[i] = mix * (values[i] - 1);
  return TRUE;
}

static void
add_band(Multiband *multiband, Band *band, double *audio, double *block)
{
  const gsize frames = multiband->processor.block_frames;
  const gsize outputs = al_dynamics_outputs(band->dynamics);
  double *changes = multiband->sidechain;
  gboolean working;

  memcpy(changes, audio, 2 * frames * sizeof *audio);
  al_dynamics_process(band->dynamics, changes, frames);
  working = take_changes(band, multiband->mix, changes, frames * outputs);
  al_delay_process(band->delay, audio);
  for (gsize i = 0; working && i < 2 * frames; i++)
    block[i] += changes[outputs == 2 ? i : i / 2] * audio[i];
}

static void
multiband_process(AlProcessor *processor, double *block)
{
  Multiband *multiband = (Multiband *)processor;

  al_crossover_process(multiband->crossover, block);
  al_delay_process(multiband->delay, block);
  for (gsize i = 0; i < multiband->band_count; i++)
    add_band(multiband, &multiband->bands[i], al_crossover_band(multiband->crossover, i), block);
}

static void
multiband_free(AlProcessor *processor)
{
  Multiband *multiband = (Multiband *)processor;

  al_crossover_free(multiband->crossover);
  al_delay_free(multiband->delay);
  for (gsize i = 0; i < multiband->band_count; i++) {
    al_dynamics_free(multiband->bands[i].dynamics);
    al_delay_free(multiband->bands[i].delay);
  }
  g_free(multiband->sidechain);
  g_free(multiband);
}

static const AlProcessorClass multiband_class = {multiband_process, multiband_free};

AlSource *
al_multiband_new(AlSource *input, const AlMultibandSettings *settings)
{
  Multiband *multiband = g_new0(Multiband, 1);
  AlCrossover *crossover = al_crossover_new(&settings->crossover, input->rate);
  const gsize block_frames = al_crossover_block_frames(crossover);
  const gsize crossover_frames = al_crossover_delay_frames(crossover);
  const gsize look_ahead_frames = (gsize)lrint(settings->look_ahead_seconds * input->rate);

  g_assert(settings->look_ahead_seconds >= 0 &&
           settings->look_ahead_seconds <= AL_MULTIBAND_MAX_LOOK_AHEAD_SECONDS);
  al_processor_init(&multiband->processor, &multiband_class, input, block_frames,
                    crossover_frames + look_ahead_frames);
  multiband->crossover = crossover;
  multiband->band_count = settings->crossover.band_count;
  multiband->mix = settings->mix;
  multiband->delay = al_delay_new(look_ahead_frames, block_frames);
  multiband->sidechain = g_new0(double, 2 * block_frames);
  for (gsize i = 0; i < multiband->band_count; i++)
    multiband->bands[i] = (Band){
        .dynamics = al_dynamics_new(&settings->bands[i].dynamics, 2, input->rate,
                                    input->frames + (gint64)crossover_frames),
        .delay = al_delay_new(look_ahead_frames, block_frames),
        .make_up_db = settings->bands[i].make_up_db,
    };
  return &multiband->processor.source;
}

gsize
al_multiband_band_count(const AlSource *multiband)
{
  return ((const Multiband *)multiband)->band_count;
}

AlActivity
al_multiband_get_reduction(const AlSource *multiband, gsize band)
{
  return al_dynamics_get_reduction(((const Multiband *)multiband)->bands[band].dynamics);
}
