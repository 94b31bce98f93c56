/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/gain.h"

#include <math.h>
#include <stddef.h>

#include "album/process/stage.h"

typedef struct {
  AlStage stage;
  double factor;
} Gain;

static void
gain_work(AlStage *stage, double *block, gsize frames)
{
  double factor = ((Gain *)stage)->factor;

  for (gsize i = 0; i < 2 * frames; i++)
    block[i] *= factor;
}

AlSource *
al_gain_new(AlSource *input, const AlGainSettings *settings)
{
  static const AlStageClass class = {.work = gain_work};
  Gain *gain = g_new0(Gain, 1);

  al_stage_init(&gain->stage, &class, input);
  gain->factor = pow(10.0, settings->gain_db / 20.0);
  return &gain->stage.source;
}

static gboolean
idle(const void *settings)
{
  return ((const AlGainSettings *)settings)->gain_db == 0.0;
}

static AlSource *
create(const void *settings, AlSource *input, GError **error)
{
  (void)error;
  return al_gain_new(input, settings);
}

static const AlParameter parameters[] = {
    {"gain", AL_UNIT_DB, -60.0, 60.0, 0.0, NULL, offsetof(AlGainSettings, gain_db),
     "How much louder; below 0 dB softer."},
    {0},
};

const AlStepKind al_gain_step = {
    .name = "gain",
    .summary = "A fixed change of level.",
    .example = "  - gain: -1.5 dB\n",
    .parameters = parameters,
    .settings_size = sizeof(AlGainSettings),
    .idle = idle,
    .create = create,
};
