/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/compressor.h"

#include "album/filter/decibel.h"
#include "album/filter/delay.h"
#include "album/filter/section.h"
#include "album/process/processor.h"

#include <math.h>
#include <string.h>

const AlCompressorSettings al_compressor_defaults = {
    .dynamics =
        {
            .curve = {.threshold_db = -20, .ratio = 2, .knee_db = 6, .range_db = HUGE_VAL},
            .ballistics = {.smoothing = AL_SMOOTHING_AUTOMATIC, .attack_seconds = 0.03},
            .detector = AL_DETECTOR_RMS,
            .link = 1,
        },
    .high_pass_hz = 90,
    .part = AL_PART_STEREO,
    .mix = 1,
};

typedef struct {
  AlProcessor processor;
  AlCompressorSettings settings;
  AlDynamics *dynamics;
  AlDelay *delay;
  AlSection high_pass;
  double sidechain[2 * AL_PROCESSOR_FRAMES]; /* becomes the gains */
} Compressor;

gboolean
al_compressor_is_idle(const AlCompressorSettings *settings)
{
  return settings->make_up_db == 0 &&
         (settings->mix <= 0 || al_gain_computer_is_idle(&settings->dynamics.curve));
}

/* The gain of every reduction. Where nothing is turned down it is exactly the make-up. */
static void
take_gains(const AlCompressorSettings *settings, double *reductions_db, gsize count)
{
  const double make_up = al_decibel_to_gain(settings->make_up_db);
  const double mix = settings->mix;

  for (gsize i = 0; i < count; i++)
    reductions_db[i] = -reductions_db[i];
  al_decibel_to_gains(reductions_db, count);
  for (gsize i = 0; i < count; i++)
    reductions_db[i] = make_up * (1 - mix * (1 - reductions_db[i]));
}

static void
make_sidechain(Compressor *compressor, const double *block)
{
  double *sidechain = compressor->sidechain;
  const double side = compressor->settings.part == AL_PART_SIDE ? -0.5 : 0.5;

  memcpy(sidechain, block, sizeof compressor->sidechain);
  if (compressor->settings.high_pass_hz > 0)
    al_section_process(&compressor->high_pass, sidechain, AL_PROCESSOR_FRAMES);
  if (compressor->settings.part != AL_PART_STEREO)
    for (gsize i = 0; i < AL_PROCESSOR_FRAMES; i++)
      sidechain[i] = 0.5 * sidechain[2 * i] + side * sidechain[2 * i + 1];
}

static void
apply_to_stereo(const Compressor *compressor, double *block)
{
  const double *gains = compressor->sidechain;

  if (al_dynamics_outputs(compressor->dynamics) == 2)
    for (gsize i = 0; i < 2 * AL_PROCESSOR_FRAMES; i++)
      block[i] *= gains[i];
  else
    for (gsize i = 0; i < 2 * AL_PROCESSOR_FRAMES; i++)
      block[i] *= gains[i / 2];
}

/* What the part loses is taken from both channels: with a gain of 1 nothing is rounded. */
static void
apply_to_part(const Compressor *compressor, double *block)
{
  const double sign = compressor->settings.part == AL_PART_SIDE ? -1 : 1;
  const double make_up = al_decibel_to_gain(compressor->settings.make_up_db);

  for (gsize i = 0; i < AL_PROCESSOR_FRAMES; i++) {
    double part = 0.5 * (block[2 * i] + sign * block[2 * i + 1]);
    double change = (compressor->sidechain[i] - make_up) * part;

    block[2 * i] = make_up * block[2 * i] + change;
    block[2 * i + 1] = make_up * block[2 * i + 1] + sign * change;
  }
}

static void
compressor_process(AlProcessor *processor, double *block)
{
  Compressor *compressor = (Compressor *)processor;

  make_sidechain(compressor, block);
  al_dynamics_process(compressor->dynamics, compressor->sidechain, AL_PROCESSOR_FRAMES);
  take_gains(&compressor->settings, compressor->sidechain,
             AL_PROCESSOR_FRAMES * al_dynamics_outputs(compressor->dynamics));
  al_delay_process(compressor->delay, block);
  if (compressor->settings.part == AL_PART_STEREO)
    apply_to_stereo(compressor, block);
  else
    apply_to_part(compressor, block);
}

static void
compressor_free(AlProcessor *processor)
{
  Compressor *compressor = (Compressor *)processor;

  al_dynamics_free(compressor->dynamics);
  al_delay_free(compressor->delay);
  g_free(compressor);
}

static const AlProcessorClass compressor_class = {compressor_process, compressor_free};

AlSource *
al_compressor_new(AlSource *input, const AlCompressorSettings *settings)
{
  Compressor *compressor = g_new0(Compressor, 1);
  gsize delay_frames;

  g_assert(settings->look_ahead_seconds >= 0 &&
           settings->look_ahead_seconds <= AL_COMPRESSOR_MAX_LOOK_AHEAD_SECONDS);
  delay_frames = (gsize)lrint(settings->look_ahead_seconds * input->rate);
  al_processor_init(&compressor->processor, &compressor_class, input, AL_PROCESSOR_FRAMES,
                    delay_frames);
  compressor->settings = *settings;
  compressor->dynamics = al_dynamics_new(
      &settings->dynamics, settings->part == AL_PART_STEREO ? 2 : 1, input->rate, input->frames);
  compressor->delay = al_delay_new(delay_frames, AL_PROCESSOR_FRAMES);
  if (settings->high_pass_hz > 0) {
    AlPrototype high_pass = al_prototype_high_pass(settings->high_pass_hz, G_SQRT2 / 2);

    compressor->high_pass = al_section_bilinear(&high_pass, input->rate);
  }
  return &compressor->processor.source;
}

AlActivity
al_compressor_get_reduction(const AlSource *compressor)
{
  return al_dynamics_get_reduction(((const Compressor *)compressor)->dynamics);
}
