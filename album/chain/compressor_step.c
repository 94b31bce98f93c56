/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/compressor.h"

#include "album/chain/dynamics_step.h"
#include "album/chain/steps.h"

#define SETTING(field) offsetof(AlCompressorSettings, field)

static const AlWord off[] = {{"off", 0.0}, {NULL, 0.0}};

static const AlParameter parameters[] = {
    AL_DYNAMICS_PARAMETERS(AlCompressorSettings, dynamics, -20.0, 0.03),
    {"high-pass", AL_UNIT_HZ, 20.0, 1000.0, 90.0, off, SETTING(high_pass_hz),
     "Below this it does not listen."},
    {"on", AL_UNIT_CHOICE, 0.0, 0.0, AL_PART_STEREO, al_words_parts, SETTING(part),
     "What it listens to and works on."},
    {"look-ahead", AL_UNIT_SECONDS, 0.0, AL_COMPRESSOR_MAX_LOOK_AHEAD_SECONDS, 0.0, NULL,
     SETTING(look_ahead_seconds), "How much it turns down before the audio."},
    {"mix", AL_UNIT_PERCENT, 0.0, 1.0, 1.0, NULL, SETTING(mix),
     "How much of what comes out is compressed."},
    {"make-up", AL_UNIT_DB, -24.0, 24.0, 0.0, al_words_auto, SETTING(make_up_db),
     "What is added in the end; auto: as much as the track lost in loudness, measured."},
    {0},
};

static AlCompressorSettings
plain_settings(const void *data)
{
  AlCompressorSettings settings = *(const AlCompressorSettings *)data;

  settings.dynamics = al_dynamics_step_settings(&settings.dynamics);
  settings.make_up_db = al_dynamics_step_make_up_db(settings.make_up_db);
  return settings;
}

static gboolean
idle(const void *data)
{
  AlCompressorSettings settings = plain_settings(data);

  return al_compressor_is_idle(&settings);
}

static AlSource *
create(const void *data, AlSource *input, GError **error)
{
  AlCompressorSettings settings = plain_settings(data);

  (void)error;
  return al_compressor_new(input, &settings);
}

static void
report(AlSource *source, AlStepReport *result)
{
  *result = al_dynamics_step_report(al_compressor_get_reduction(source));
}

const AlStepKind al_compressor_step = {
    .name = "compressor",
    .summary = "A compressor for the whole signal, or for its middle or side.",
    .example = "  - compressor: {threshold: -20 dB, ratio: 1.5, attack: 30 ms, release: 200 ms}\n"
               "  - compressor: {ratio: 4, mix: 40 %, make-up: auto}\n",
    .parameters = parameters,
    .settings_size = sizeof(AlCompressorSettings),
    .make_up = "make-up",
    .idle = idle,
    .create = create,
    .report = report,
};
