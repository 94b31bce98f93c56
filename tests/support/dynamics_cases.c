/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/dynamics_cases.h"

#include "album/process/clipper.h"
#include "album/process/compressor.h"
#include "album/process/deesser.h"
#include "album/process/multiband.h"
#include "album/process/tape.h"

static AlSource *
compressor_rms(AlSource *input)
{
  return al_compressor_new(input, &al_compressor_defaults);
}

static AlSource *
compressor_peak(AlSource *input)
{
  AlCompressorSettings settings = al_compressor_defaults;

  settings.dynamics.detector = AL_DETECTOR_PEAK;
  settings.dynamics.ballistics = (AlBallisticsSettings){AL_SMOOTHING_BRANCHING, 0.005, 0.1};
  settings.look_ahead_seconds = 0.005;
  settings.mix = 0.8;
  return al_compressor_new(input, &settings);
}

static AlSource *
compressor_unlinked(AlSource *input)
{
  AlCompressorSettings settings = al_compressor_defaults;

  settings.dynamics.ballistics = (AlBallisticsSettings){AL_SMOOTHING_DECOUPLED, 0.005, 0.1};
  settings.dynamics.link = 0.3;
  return al_compressor_new(input, &settings);
}

static AlSource *
compressor_side(AlSource *input)
{
  AlCompressorSettings settings = al_compressor_defaults;

  settings.part = AL_PART_SIDE;
  return al_compressor_new(input, &settings);
}

static AlSource *
multiband_minimum(AlSource *input)
{
  return al_multiband_new(input, &al_multiband_defaults);
}

static AlSource *
multiband_linear(AlSource *input)
{
  AlMultibandSettings settings = al_multiband_defaults;

  settings.crossover.phase = AL_PHASE_LINEAR;
  settings.look_ahead_seconds = 0.002;
  return al_multiband_new(input, &settings);
}

static AlSource *
deesser(AlSource *input)
{
  return al_deesser_new(input, &al_deesser_defaults);
}

/* Nearly everything is sibilant. */
static AlSource *
deesser_busy(AlSource *input)
{
  AlDeesserSettings settings = al_deesser_defaults;

  settings.threshold_db = -25;
  return al_deesser_new(input, &settings);
}

static AlSource *
tape(AlSource *input)
{
  AlTapeSettings settings = al_tape_defaults;

  settings.bias = 0.3;
  return al_tape_new(input, &settings);
}

static AlSource *
tape_hysteresis(AlSource *input)
{
  AlTapeSettings settings = al_tape_defaults;

  settings.model = AL_TAPE_HYSTERESIS;
  return al_tape_new(input, &settings);
}

static AlSource *
clipper(AlSource *input)
{
  AlClipperSettings settings = al_clipper_defaults;

  settings.drive_db = 6;
  return al_clipper_new(input, &settings);
}

const DynamicsCase dynamics_cases[] = {
    {"compressor/rms", compressor_rms, FALSE},
    {"compressor/peak", compressor_peak, FALSE},
    {"compressor/unlinked", compressor_unlinked, FALSE},
    {"compressor/side", compressor_side, FALSE},
    {"multiband/minimum", multiband_minimum, TRUE},
    {"multiband/linear", multiband_linear, FALSE},
    {"deesser", deesser, FALSE},
    {"deesser/busy", deesser_busy, FALSE},
    {"tape", tape, FALSE},
    {"tape/hysteresis", tape_hysteresis, FALSE},
    {"clipper", clipper, FALSE},
    {NULL, NULL, FALSE},
};
