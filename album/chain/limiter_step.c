/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/limiter.h"

#include <stddef.h>

#include "album/chain/steps.h"

#define SETTING(field) offsetof(AlLimiterSettings, field)

/* As the module has it, not AL_AUTO. */
static const AlWord automatic[] = {{"auto", 0.0}, {NULL, 0.0}};

/* `margin` stays 0: dither comes only after the limiter of a deliverable. */
static const AlParameter parameters[] = {
    {"ceiling", AL_UNIT_DB, -20.0, 0.0, -1.0, NULL, SETTING(ceiling_dbtp),
     "The highest true peak (dBTP) that it lets through."},
    {"release", AL_UNIT_SECONDS, 0.010, 5.0, 0.0, automatic, SETTING(release_seconds),
     "How fast it goes; auto: at once after a peak, slowly after a loud passage."},
    {"look-ahead", AL_UNIT_SECONDS, AL_LIMITER_MIN_LOOK_AHEAD, AL_LIMITER_MAX_LOOK_AHEAD,
     AL_LIMITER_LOOK_AHEAD, NULL, SETTING(look_ahead_seconds),
     "How long before a peak it begins; shorter is louder and rougher."},
    {"link", AL_UNIT_PERCENT, 0.0, 1.0, 1.0, NULL, SETTING(link),
     "How much left and right are turned down alike."},
    {0},
};

static gboolean
idle(const void *settings)
{
  (void)settings; /* whether anything is above the ceiling, only the audio tells */
  return FALSE;
}

static AlSource *
create(const void *settings, AlSource *input, GError **error)
{
  static const gint64 start = 0;

  (void)error;
  return al_limiter_new(input, settings, &start, 1);
}

static void
report(AlSource *source, AlStepReport *result)
{
  AlReduction reduction = al_limiter_whole(source);

  *result = (AlStepReport){.max_reduction_db = reduction.max_db,
                           .mean_reduction_db = reduction.mean_db,
                           .working_share = reduction.share};
}

const AlStepKind al_limiter_step = {
    .name = "limiter",
    .summary = "Keeps peaks below a ceiling, on the samples and between them.",
    .example = "  - limiter: {ceiling: -1 dB, release: 80 ms}\n",
    .parameters = parameters,
    .settings_size = sizeof(AlLimiterSettings),
    .idle = idle,
    .create = create,
    .report = report,
};
