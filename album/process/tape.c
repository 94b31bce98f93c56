/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape.h"

#include "album/filter/decibel.h"
#include "album/filter/oversample.h"
#include "album/filter/section.h"
#include "album/filter/short_fir.h"
#include "album/process/processor.h"
#include "album/process/tape_hysteresis.h"

#include <math.h>
#include <string.h>

#define FACTOR 8
#define BLOCK_FRAMES 128
#define HIGH_FRAMES (BLOCK_FRAMES * FACTOR)

#define EMPHASIS_DB 4
#define MAX_BIAS 0.5
#define DC_HZ 2
#define CURVE_SCALE 0.5      /* of the wave in tanh() */
#define HYSTERESIS_SCALE 0.2 /* of the wave as a field */
#define LAYER_METRES 0.5e-6
#define LOSS_PAIRS 31
#define LOSS_STOP_DB 60
#define RAMP_FRAMES 64
#define REFERENCE_DB -18
#define REFERENCE_HZ 1000

/* What depends on the speed. */
typedef struct {
  double metres_per_second;
  double emphasis_hz; /* 1 / (2 pi tau) of the equalisation */
  double bump_hz;
  double bump_db;
} Machine;

static const Machine machines[] = {
    [AL_TAPE_7_5_IPS] = {7.5 * 0.0254, 2274, 30, 1.5},
    [AL_TAPE_15_IPS] = {15 * 0.0254, 4547, 60, 1.2},
    [AL_TAPE_30_IPS] = {30 * 0.0254, 9095, 120, 1},
};

const AlTapeSettings al_tape_defaults = {
    .drive_db = 3,
    .speed = AL_TAPE_15_IPS,
    .model = AL_TAPE_CURVE,
};

typedef struct {
  AlTapeModel model;
  double scale;  /* of the wave, drive and all */
  double offset; /* b */
  double rest;   /* what the offset alone gives */
  AlTapeHysteresis hysteresis;
} Magnetisation;

typedef struct {
  AlProcessor processor;
  AlSection emphasis, back, dc_block, bump;
  AlOversampler *oversampler;
  Magnetisation magnetisation;
  AlShortFir *loss;
  double level;
} Tape;

static void
magnetise(Magnetisation *m, double *high, gsize frames)
{
  for (gsize i = 0; i < 2 * frames; i++)
    high[i] = m->scale * high[i] + m->offset;
  if (m->model == AL_TAPE_CURVE) {
    al_decibel_tanh(high, 2 * frames);
  } else {
    al_tape_hysteresis_process(&m->hysteresis, high, frames);
  }
  for (gsize i = 0; i < 2 * frames; i++)
    high[i] -= m->rest;
}

/* At rest under the bias, which has been brought up slowly, so that it does not thump. */
static Magnetisation
magnetisation_of(const AlTapeSettings *settings)
{
  gboolean curve = settings->model == AL_TAPE_CURVE;
  double scale = curve ? CURVE_SCALE : HYSTERESIS_SCALE;
  double offset = 2 * scale * MAX_BIAS * settings->bias;
  double ramp[2 * RAMP_FRAMES];
  Magnetisation magnetisation = {.model = settings->model, .scale = offset};

  for (gsize i = 0; i < 2 * RAMP_FRAMES; i++)
    ramp[i] = MIN(2.0 * (double)(i / 2 + 1) / RAMP_FRAMES, 1.0);
  magnetise(&magnetisation, ramp, RAMP_FRAMES);
  magnetisation.scale = scale * al_decibel_to_gain(settings->drive_db);
  magnetisation.offset = offset;
  magnetisation.rest = ramp[2 * RAMP_FRAMES - 1];
  return magnetisation;
}

/* What the reference tone has to be turned up by after magnetisation: its own level over that of
 * the tone in what came out, over the last of some whole periods. */
static double
reference_level(const AlTapeSettings *settings, int rate)
{
  const double amplitude = G_SQRT2 * al_decibel_to_gain(REFERENCE_DB);
  const gsize period = (gsize)(rate * FACTOR / REFERENCE_HZ), settled = 32 * period;
  const gsize frames = settled + 8 * period;
  g_autofree double *tone = g_new(double, 2 * frames);
  Magnetisation magnetisation = magnetisation_of(settings);
  double in_phase = 0, across = 0;

  for (gsize i = 0; i < 2 * frames; i++)
    tone[i] = amplitude * sin(2 * G_PI * (double)(i / 2) / (double)period);
  magnetise(&magnetisation, tone, frames);
  for (gsize i = settled; i < frames; i++) {
    in_phase += tone[2 * i] * sin(2 * G_PI * (double)i / (double)period);
    across += tone[2 * i] * cos(2 * G_PI * (double)i / (double)period);
  }
  return amplitude * (double)(frames - settled) / (2 * hypot(in_phase, across));
}

typedef struct {
  const Machine *machine;
  int rate;
} Loss;

/* 54.6 dB is e^(-2 pi). */
static double
loss_at(double frequency, gconstpointer data)
{
  const Loss *loss = data;

  return exp(-2 * G_PI * frequency * loss->rate * LAYER_METRES / loss->machine->metres_per_second);
}

static void
tape_process(AlProcessor *processor, double *block)
{
  Tape *tape = (Tape *)processor;
  double *high;

  al_section_process(&tape->emphasis, block, BLOCK_FRAMES);
  high = al_oversampler_up(tape->oversampler, block);
  magnetise(&tape->magnetisation, high, HIGH_FRAMES);
  al_oversampler_down(tape->oversampler, block);
  al_section_process(&tape->dc_block, block, BLOCK_FRAMES);
  al_section_process(&tape->back, block, BLOCK_FRAMES);
  al_section_process(&tape->bump, block, BLOCK_FRAMES);
  al_short_fir_process(tape->loss, block, block);
  for (gsize i = 0; i < 2 * BLOCK_FRAMES; i++)
    block[i] *= tape->level;
}

static void
tape_free(AlProcessor *processor)
{
  Tape *tape = (Tape *)processor;

  al_oversampler_free(tape->oversampler);
  al_short_fir_free(tape->loss);
  g_free(tape);
}

static const AlProcessorClass tape_class = {tape_process, tape_free};

/* The emphasis lies EMPHASIS_DB above its corner, undone by its very inverse. */
static void
make_filters(Tape *tape, const Machine *machine, int rate)
{
  double root = al_decibel_to_gain(EMPHASIS_DB / 2.0);
  const AlPrototype emphasis = {machine->emphasis_hz, {root, root * root, 0}, {root, 1, 0}};
  const AlPrototype dc_block = {DC_HZ, {0, 1, 0}, {1, 1, 0}};
  const AlPrototype bump = al_prototype_bell(machine->bump_hz, machine->bump_db, 1);
  const Loss loss = {machine, rate};

  tape->emphasis = al_section_bilinear(&emphasis, rate);
  tape->back.biquad = al_biquad_inverse(&tape->emphasis.biquad);
  tape->dc_block = al_section_bilinear(&dc_block, rate);
  tape->bump = al_section_bilinear(&bump, rate);
  tape->loss = al_short_fir_new(LOSS_PAIRS, LOSS_STOP_DB, loss_at, &loss, BLOCK_FRAMES);
}

AlSource *
al_tape_new(AlSource *input, const AlTapeSettings *settings)
{
  Tape *tape = g_new0(Tape, 1);
  const Machine *machine = &machines[settings->speed];

  g_assert(settings->bias >= 0 && settings->bias <= 1);
  tape->oversampler = al_oversampler_new(
      FACTOR, settings->model == AL_TAPE_HYSTERESIS ? AL_TAPE_HYSTERESIS_DELAY_FRAMES : 0,
      BLOCK_FRAMES);
  make_filters(tape, machine, input->rate);
  al_processor_init(&tape->processor, &tape_class, input, BLOCK_FRAMES,
                    al_oversampler_delay_frames(tape->oversampler) +
                        al_short_fir_delay_frames(tape->loss));
  tape->magnetisation = magnetisation_of(settings);
  tape->level = reference_level(settings, input->rate) * al_decibel_to_gain(settings->make_up_db);
  return &tape->processor.source;
}
