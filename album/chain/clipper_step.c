/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/clipper.h"

#include "album/chain/dynamics_step.h"
#include "album/chain/steps.h"

#define SETTING(field) offsetof(AlClipperSettings, field)

static const AlParameter parameters[] = {
    {"drive", AL_UNIT_DB, -12.0, 24.0, 0.0, NULL, SETTING(drive_db),
     "The gain before it, which stays."},
    {"ceiling", AL_UNIT_DB, -24.0, 0.0, -1.0, NULL, SETTING(ceiling_db),
     "Where the wave is cut off, in dBFS; a limiter should follow."},
    {"softness", AL_UNIT_PERCENT, 0.0, 1.0, 0.5, NULL, SETTING(softness),
     "How far below the ceiling it begins to bend."},
    {0},
};

static gboolean
idle(const void *settings)
{
  return al_clipper_is_idle(settings, HUGE_VAL);
}

static AlSource *
create(const void *settings, AlSource *input, GError **error)
{
  (void)error;
  return al_clipper_new(input, settings);
}

static void
report(AlSource *source, AlStepReport *result)
{
  *result = al_dynamics_step_report(al_clipper_get_reduction(source));
}

const AlStepKind al_clipper_step = {
    .name = "clipper",
    .summary = "Bends the wave over towards a ceiling, oversampled.",
    .example = "  - clipper: {ceiling: -1 dB, softness: 30 %}\n",
    .parameters = parameters,
    .settings_size = sizeof(AlClipperSettings),
    .mixable = TRUE,
    .idle = idle,
    .create = create,
    .report = report,
};
