/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stddef.h>

#include "album/chain/dynamics_step.h"
#include "album/chain/steps.h"
#include "album/process/eq.h"

#define BAND(field) offsetof(AlEqBand, field)

static const AlWord phases[] = {
    {"minimum", AL_EQ_MINIMUM_PHASE}, {"linear", AL_EQ_LINEAR_PHASE}, {NULL, 0.0}};

static const AlWord channels[] = {{"stereo", AL_EQ_STEREO}, {"left", AL_EQ_LEFT},
                                  {"right", AL_EQ_RIGHT},   {"mid", AL_EQ_MID},
                                  {"side", AL_EQ_SIDE},     {NULL, 0.0}};

static const AlWord off[] = {{"off", (double)INFINITY}, {NULL, 0.0}};

static const AlParameter parameters[] = {
    {"phase", AL_UNIT_CHOICE, 0.0, 0.0, AL_EQ_MINIMUM_PHASE, phases, offsetof(AlEqSettings, phase),
     "Minimum phase as of an analogue equaliser, or linear phase: no phase shift, but pre-ringing "
     "(what is dynamic in a band stays of minimum phase)."},
    {0},
};

static const AlParameter bell[] = {
    {"bell", AL_UNIT_HZ, 10.0, 20000.0, AL_REQUIRED, NULL, BAND(hz), "The centre."},
    {"gain", AL_UNIT_DB, -24.0, 24.0, 0.0, NULL, BAND(gain_db), "The gain at the centre."},
    {"q", AL_UNIT_NUMBER, 0.1, 40.0, 1.0, NULL, BAND(q), "The higher, the narrower."},
    {0},
};

static const AlParameter low_shelf[] = {
    {"low-shelf", AL_UNIT_HZ, 10.0, 20000.0, AL_REQUIRED, NULL, BAND(hz),
     "Where half of the gain is reached."},
    {0},
};

static const AlParameter high_shelf[] = {
    {"high-shelf", AL_UNIT_HZ, 10.0, 20000.0, AL_REQUIRED, NULL, BAND(hz),
     "Where half of the gain is reached."},
    {0},
};

static const AlParameter shelf[] = {
    {"gain", AL_UNIT_DB, -24.0, 24.0, 0.0, NULL, BAND(gain_db), "The gain far from the slope."},
    {"q", AL_UNIT_NUMBER, 0.3, 4.0, 0.707, NULL, BAND(q),
     "How steep the slope is; over 0.707 with a bump on either side of it."},
    {0},
};

static const AlParameter low_pass[] = {
    {"low-pass", AL_UNIT_HZ, 10.0, 20000.0, AL_REQUIRED, NULL, BAND(hz),
     "Where the level is 3 dB down."},
    {0},
};

static const AlParameter high_pass[] = {
    {"high-pass", AL_UNIT_HZ, 5.0, 20000.0, AL_REQUIRED, NULL, BAND(hz),
     "Where the level is 3 dB down."},
    {0},
};

static const AlParameter pass[] = {
    {"slope", AL_UNIT_CHOICE, 0.0, 0.0, 12, al_words_slopes, BAND(slope_db),
     "How fast the level falls (Butterworth)."},
    {0},
};

static const AlParameter notch[] = {
    {"notch", AL_UNIT_HZ, 10.0, 20000.0, AL_REQUIRED, NULL, BAND(hz), "What is taken out."},
    {"q", AL_UNIT_NUMBER, 0.5, 100.0, 30.0, NULL, BAND(q), "The higher, the narrower."},
    {0},
};

static const AlParameter tilt[] = {
    {"tilt", AL_UNIT_DB, -12.0, 12.0, AL_REQUIRED, NULL, BAND(gain_db),
     "The gain at the top, and its opposite at the bottom."},
    {"frequency", AL_UNIT_HZ, 100.0, 10000.0, 700.0, NULL, BAND(hz), "Where nothing changes."},
    {0},
};

static const AlParameter on[] = {
    {"on", AL_UNIT_CHOICE, 0.0, 0.0, AL_EQ_STEREO, channels, BAND(channel),
     "What the band works on."},
    {0},
};

static const AlParameter dynamics[] = {
    {"threshold", AL_UNIT_DB, -80.0, 0.0, (double)INFINITY, off, BAND(dynamics.threshold_db),
     "The level in the band, as of a sine in dBFS, above which the band is turned down; the "
     "settings "
     "after it need it."},
    {"ratio", AL_UNIT_NUMBER, 0.2, 20.0, 2.0, NULL, BAND(dynamics.ratio),
     "How many dB over the threshold become 1 dB; below 1 the band is turned up."},
    {"attack", AL_UNIT_SECONDS, 0.0001, 1.0, 0.01, NULL, BAND(dynamics.attack_seconds),
     "How fast the change comes (time to 63 %)."},
    {"release", AL_UNIT_SECONDS, 0.001, 5.0, 0.1, NULL, BAND(dynamics.release_seconds),
     "How fast it goes."},
    {"range", AL_UNIT_DB, 0.0, 24.0, 6.0, NULL, BAND(dynamics.range_db), "The largest change."},
    {0},
};

static const AlParameter *const bell_tables[] = {bell, on, dynamics, NULL};
static const AlParameter *const low_shelf_tables[] = {low_shelf, shelf, on, dynamics, NULL};
static const AlParameter *const high_shelf_tables[] = {high_shelf, shelf, on, dynamics, NULL};
static const AlParameter *const low_pass_tables[] = {low_pass, pass, on, NULL};
static const AlParameter *const high_pass_tables[] = {high_pass, pass, on, NULL};
static const AlParameter *const notch_tables[] = {notch, on, NULL};
static const AlParameter *const tilt_tables[] = {tilt, on, NULL};

static const AlEntryForm forms[] = {
    {"bell", "Raises or lowers a range about a frequency.", AL_EQ_BELL, bell_tables},
    {"low-shelf", "Raises or lowers all below a frequency.", AL_EQ_LOW_SHELF, low_shelf_tables},
    {"high-shelf", "Raises or lowers all above a frequency.", AL_EQ_HIGH_SHELF, high_shelf_tables},
    {"low-pass", "Takes away what is above a frequency.", AL_EQ_LOW_PASS, low_pass_tables},
    {"high-pass", "Takes away what is below a frequency.", AL_EQ_HIGH_PASS, high_pass_tables},
    {"notch", "Takes out one frequency.", AL_EQ_NOTCH, notch_tables},
    {"tilt", "Leans the whole spectrum.", AL_EQ_TILT, tilt_tables},
    {0},
};

static const AlEntryList list = {
    .name = "bands",
    .offset = offsetof(AlEqSettings, bands),
    .entry_size = sizeof(AlEqBand),
    .form_offset = BAND(form),
    .minimum = 1,
    .maximum = 32,
    .forms = forms,
    .led = dynamics,
};

static gboolean
idle(const void *settings)
{
  const GArray *bands = ((const AlEqSettings *)settings)->bands;

  for (guint i = 0; i < bands->len; i++)
    if (!al_eq_band_is_idle(&g_array_index(bands, AlEqBand, i)))
      return FALSE;
  return TRUE;
}

static AlSource *
create(const void *settings, AlSource *input, GError **error)
{
  return al_eq_new(input, settings, error);
}

static void
report(AlSource *source, AlStepReport *result)
{
  *result = al_dynamics_step_report(al_eq_activity(source));
}

const AlStepKind al_eq_step = {
    .name = "eq",
    .summary = "An equaliser of any number of bands.",
    .example = "  - eq:\n"
               "      - {high-pass: 30 Hz, slope: 24 dB/oct}\n"
               "      - {bell: 850 Hz, gain: -0.65 dB, q: 1}\n"
               "      - {high-shelf: 9 kHz, gain: 1 dB, on: side}\n"
               "      - {bell: 3 kHz, threshold: -24 dB, ratio: 2, range: 4 dB}\n"
               "  - eq: {phase: linear, bands: [{tilt: 1 dB}]}\n",
    .parameters = parameters,
    .list = &list,
    .settings_size = sizeof(AlEqSettings),
    .idle = idle,
    .create = create,
    .report = report,
};
