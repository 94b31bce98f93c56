/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>

#include "album/chain/steps.h"
#include "album/process/gain.h"

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
