/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>

#include "album/chain/steps.h"
#include "album/process/dc.h"

static gboolean
idle(const void *settings)
{
  (void)settings; /* whether there is an offset is not known before the audio is */
  return FALSE;
}

static AlSource *
create(const void *settings, AlSource *input, GError **error)
{
  (void)error;
  return al_dc_new(input, settings);
}

static const AlParameter parameters[] = {
    {"window", AL_UNIT_SECONDS, 0.5, 10.0, 2.0, NULL, offsetof(AlDcSettings, window_seconds),
     "How far to each side the mean is taken; slower changes of the offset are removed too."},
    {0},
};

const AlStepKind al_dc_step = {
    .name = "dc",
    .summary = "Removes a constant offset, without shifting any phase.",
    .example = "  - dc: {}\n",
    .parameters = parameters,
    .settings_size = sizeof(AlDcSettings),
    .idle = idle,
    .create = create,
};
