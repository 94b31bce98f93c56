/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tape.h"

#include "album/chain/dynamics_step.h"
#include "album/chain/steps.h"

#define SETTING(field) offsetof(AlTapeSettings, field)

static const AlWord speeds[] = {{"7.5 ips", AL_TAPE_7_5_IPS},
                                {"15 ips", AL_TAPE_15_IPS},
                                {"30 ips", AL_TAPE_30_IPS},
                                {NULL, 0.0}};

static const AlWord models[] = {
    {"curve", AL_TAPE_CURVE}, {"hysteresis", AL_TAPE_HYSTERESIS}, {NULL, 0.0}};

static const AlParameter parameters[] = {
    {"drive", AL_UNIT_DB, -24.0, 24.0, 3.0, NULL, SETTING(drive_db),
     "How hard the tape is driven; the level afterwards stays."},
    {"bias", AL_UNIT_PERCENT, 0.0, 1.0, 0.0, NULL, SETTING(bias),
     "How much the curve bends to one side, which adds even harmonics."},
    {"speed", AL_UNIT_CHOICE, 0.0, 0.0, AL_TAPE_15_IPS, speeds, SETTING(speed),
     "The faster, the less is lost at the top, and the higher the head bump."},
    {"model", AL_UNIT_CHOICE, 0.0, 0.0, AL_TAPE_CURVE, models, SETTING(model),
     "A curve, or magnetisation with its memory, which gives low levels some harmonics, too."},
    {"make-up", AL_UNIT_DB, -24.0, 24.0, AL_AUTO, al_words_auto, SETTING(make_up_db),
     "What is added in the end; auto: as much as the track lost in loudness, measured."},
    {0},
};

static gboolean
idle(const void *settings)
{
  (void)settings; /* there are no settings with which a machine changes nothing */
  return FALSE;
}

static AlSource *
create(const void *data, AlSource *input, GError **error)
{
  AlTapeSettings settings = *(const AlTapeSettings *)data;

  (void)error;
  settings.make_up_db = al_dynamics_step_make_up_db(settings.make_up_db);
  return al_tape_new(input, &settings);
}

const AlStepKind al_tape_step = {
    .name = "tape",
    .summary = "The sound of a tape machine: saturation, head bump, loss at the top.",
    .example = "  - tape: {drive: 3 dB, speed: 15 ips}\n",
    .parameters = parameters,
    .settings_size = sizeof(AlTapeSettings),
    .mixable = TRUE,
    .make_up = "make-up",
    .idle = idle,
    .create = create,
};
