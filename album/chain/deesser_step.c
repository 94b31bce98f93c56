/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/deesser.h"

#include "album/chain/dynamics_step.h"
#include "album/chain/steps.h"
#include "album/error.h"

#define SETTING(field) offsetof(AlDeesserSettings, field)

/* A band needs room below half the rate. */
#define HIGHEST_SHARE_OF_RATE 0.45

static const AlWord top[] = {{"top", 0.0}, {NULL, 0.0}};

static const AlParameter parameters[] = {
    {"frequency", AL_UNIT_HZ, 2000.0, 16000.0, 6500.0, NULL, SETTING(frequency_hz),
     "Where the band of the sibilants begins."},
    {"upper", AL_UNIT_HZ, 4000.0, 20000.0, 0.0, top, SETTING(upper_hz), "Where it ends."},
    {"threshold", AL_UNIT_DB, -40.0, 0.0, -10.0, NULL, SETTING(threshold_db),
     "How strong the band must be against the whole signal, at any level of it."},
    {"range", AL_UNIT_DB, 0.0, 24.0, 6.0, NULL, SETTING(range_db),
     "The most that the band is turned down."},
    {"attack", AL_UNIT_SECONDS, 0.0, 0.05, 0.001, NULL, SETTING(attack_seconds),
     "How fast it comes (time to 63 %)."},
    {"release", AL_UNIT_SECONDS, 0.005, 1.0, 0.06, NULL, SETTING(release_seconds),
     "How fast it goes."},
    {"on", AL_UNIT_CHOICE, 0.0, 0.0, AL_PART_STEREO, al_words_parts, SETTING(part),
     "What it listens to and works on."},
    {0},
};

static gboolean
idle(const void *settings)
{
  return al_deesser_is_idle(settings);
}

static gboolean
check(const void *data, GError **error)
{
  const AlDeesserSettings *settings = data;

  if (settings->upper_hz <= 0.0 || settings->upper_hz > settings->frequency_hz)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
              "the band ends at %.0f Hz, which is not above its beginning at %.0f Hz",
              settings->upper_hz, settings->frequency_hz);
  return FALSE;
}

static AlSource *
create(const void *data, AlSource *input, GError **error)
{
  const AlDeesserSettings *settings = data;

  if (settings->frequency_hz > HIGHEST_SHARE_OF_RATE * input->rate) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
                "%.0f Hz is too near half the sample rate of %d Hz", settings->frequency_hz,
                input->rate);
    return NULL;
  }
  return check(settings, error) ? al_deesser_new(input, settings) : NULL;
}

static void
report(AlSource *source, AlStepReport *result)
{
  *result = al_dynamics_step_report(al_deesser_get_reduction(source));
}

const AlStepKind al_deesser_step = {
    .name = "deesser",
    .summary = "Turns down sibilants, in their band and only while they last.",
    .example = "  - deesser: {frequency: 6.5 kHz, threshold: -10 dB, range: 4 dB}\n",
    .parameters = parameters,
    .settings_size = sizeof(AlDeesserSettings),
    .check = check,
    .idle = idle,
    .create = create,
    .report = report,
};
