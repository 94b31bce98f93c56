/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/multiband.h"

#include "album/chain/dynamics_step.h"
#include "album/chain/steps.h"
#include "album/error.h"

#define HIGHEST_SHARE_OF_RATE 0.45

/* The settings as they are written: bands of their own, each with where it ends. */
typedef struct {
  int form; /* there is one */
  double to_hz;
  AlMultibandBand band;
} Band;

typedef struct {
  AlPhase phase;
  double look_ahead_seconds;
  double mix;
  GArray *bands; /* of Band */
} Settings;

static const AlWord phases[] = {
    {"minimum", AL_PHASE_MINIMUM}, {"linear", AL_PHASE_LINEAR}, {NULL, 0.0}};

static const AlWord top[] = {{"top", HUGE_VAL}, {NULL, 0.0}};

static const AlParameter parameters[] = {
    {"phase", AL_UNIT_CHOICE, 0.0, 0.0, AL_PHASE_MINIMUM, phases, offsetof(Settings, phase),
     "How the bands are parted; in linear phase idle bands add up to the bits of the input."},
    {"look-ahead", AL_UNIT_SECONDS, 0.0, AL_MULTIBAND_MAX_LOOK_AHEAD_SECONDS, 0.0, NULL,
     offsetof(Settings, look_ahead_seconds), "How much it turns down before the audio."},
    {"mix", AL_UNIT_PERCENT, 0.0, 1.0, 1.0, NULL, offsetof(Settings, mix),
     "How much of what comes out is compressed."},
    {0},
};

static const AlParameter band_parameters[] = {
    {"to", AL_UNIT_HZ, 20.0, 16000.0, HUGE_VAL, top, offsetof(Band, to_hz),
     "Where the band ends and the next begins; the last goes to the top."},
    AL_DYNAMICS_PARAMETERS(Band, band.dynamics, -24.0, 0.02),
    {"make-up", AL_UNIT_DB, -24.0, 24.0, 0.0, NULL, offsetof(Band, band.make_up_db),
     "What is added to the band."},
    {0},
};

static const AlParameter *const band_tables[] = {band_parameters, NULL};

static const AlEntryForm forms[] = {
    {NULL, "Each band, from the lowest:", 0, band_tables},
    {0},
};

static const AlEntryList list = {
    .name = "bands",
    .offset = offsetof(Settings, bands),
    .entry_size = sizeof(Band),
    .form_offset = offsetof(Band, form),
    .minimum = 2,
    .maximum = AL_CROSSOVER_MAX_BANDS,
    .forms = forms,
};

/* For the module; what is wrong with the bands is for create() to say. */
static AlMultibandSettings
plain_settings(const Settings *settings)
{
  AlMultibandSettings plain = {.crossover = {.phase = settings->phase},
                               .look_ahead_seconds = settings->look_ahead_seconds,
                               .mix = settings->mix};

  plain.crossover.band_count = MIN(settings->bands->len, AL_CROSSOVER_MAX_BANDS);
  for (gsize i = 0; i < plain.crossover.band_count; i++) {
    const Band *band = &g_array_index(settings->bands, Band, i);

    plain.bands[i] = band->band;
    plain.bands[i].dynamics = al_dynamics_step_settings(&band->band.dynamics);
    if (i + 1 < plain.crossover.band_count)
      plain.crossover.hz[i] = band->to_hz;
  }
  return plain;
}

static gboolean
idle(const void *data)
{
  AlMultibandSettings settings = plain_settings(data);

  return al_multiband_is_idle(&settings);
}

static gboolean
check(const void *settings, GError **error)
{
  const GArray *bands = ((const Settings *)settings)->bands;
  double from_hz = 0.0;

  if (bands->len < 2 || bands->len > AL_CROSSOVER_MAX_BANDS) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%u bands; there may be 2 to %d", bands->len,
                AL_CROSSOVER_MAX_BANDS);
    return FALSE;
  }
  for (guint i = 0; i < bands->len; i++) {
    double to_hz = g_array_index(bands, Band, i).to_hz;
    gboolean last = i + 1 == bands->len;

    if (last != isinf(to_hz) || to_hz <= from_hz) {
      g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
                  "band %u: the bands must end one above the other, and the last at the top",
                  i + 1);
      return FALSE;
    }
    from_hz = to_hz;
  }
  return TRUE;
}

static AlSource *
create(const void *data, AlSource *input, GError **error)
{
  AlMultibandSettings settings = plain_settings(data);
  double highest_hz = HIGHEST_SHARE_OF_RATE * input->rate;

  if (!check(data, error))
    return NULL;
  if (settings.crossover.hz[settings.crossover.band_count - 2] > highest_hz) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
                "the last band begins above %.0f Hz, too near half the sample rate", highest_hz);
    return NULL;
  }
  return al_multiband_new(input, &settings);
}

/* Of the band that was turned down the most. */
static void
report(AlSource *source, AlStepReport *result)
{
  for (gsize i = 0; i < al_multiband_band_count(source); i++) {
    AlActivity reduction = al_multiband_get_reduction(source, i);

    if (i == 0 || reduction.max_db > result->max_reduction_db)
      *result = al_dynamics_step_report(reduction);
  }
}

const AlStepKind al_multiband_step = {
    .name = "multiband",
    .summary = "A compressor for each of two to five bands.",
    .example = "  - multiband:\n"
               "      - {to: 120 Hz, threshold: -24 dB, ratio: 2}\n"
               "      - {to: 4.5 kHz, ratio: 1}\n"
               "      - {threshold: -30 dB, ratio: 1.5}\n",
    .parameters = parameters,
    .list = &list,
    .settings_size = sizeof(Settings),
    .check = check,
    .idle = idle,
    .create = create,
    .report = report,
};
