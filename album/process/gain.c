/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/gain.h"

#include <math.h>

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
