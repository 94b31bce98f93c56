/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stddef.h>

#include "album/chain/steps.h"
#include "album/process/width.h"

#define SETTING(field) offsetof(AlWidthSettings, field)

static const AlWord off[] = {{"off", 0.0}, {NULL, 0.0}};

static const AlWord polarities[] = {{"none", AL_WIDTH_POLARITY_NONE},
                                    {"left", AL_WIDTH_POLARITY_LEFT},
                                    {"right", AL_WIDTH_POLARITY_RIGHT},
                                    {"both", AL_WIDTH_POLARITY_BOTH},
                                    {NULL, 0.0}};

static const AlParameter parameters[] = {
    {"side", AL_UNIT_DB, -60.0, 12.0, 0.0, NULL, SETTING(side.gain_db),
     "The gain of what differs between left and right: over 0 dB wider, below narrower."},
    {"low-side", AL_UNIT_DB, -60.0, 12.0, 0.0, NULL, SETTING(side.low_gain_db),
     "Beside it, the gain of the side below low-below."},
    {"low-below", AL_UNIT_HZ, 20.0, 2000.0, 250.0, NULL, SETTING(side.low_hz),
     "Where half of low-side is reached."},
    {"high-side", AL_UNIT_DB, -60.0, 12.0, 0.0, NULL, SETTING(side.high_gain_db),
     "Beside it, the gain of the side above high-above."},
    {"high-above", AL_UNIT_HZ, 500.0, 20000.0, 5000.0, NULL, SETTING(side.high_hz),
     "Where half of high-side is reached."},
    {"mono-below", AL_UNIT_HZ, 20.0, 500.0, 0.0, off, SETTING(side.mono_below_hz),
     "Takes the side away below this, in linear phase; the mono sum stays."},
    {"mono-slope", AL_UNIT_CHOICE, 0.0, 0.0, 24, al_words_slopes, SETTING(side.mono_slope_db),
     "How fast the side falls below it."},
    {"balance", AL_UNIT_DB, -24.0, 24.0, 0.0, NULL, SETTING(balance_db),
     "How much louder the right channel gets than the left."},
    {"rotation", AL_UNIT_DEGREES, -90.0, 90.0, 0.0, NULL, SETTING(rotation_degrees),
     "Turns the image: at 45 deg the middle is at the right."},
    {"polarity", AL_UNIT_CHOICE, 0.0, 0.0, AL_WIDTH_POLARITY_NONE, polarities, SETTING(polarity),
     "Which channels are turned over."},
    {"swap", AL_UNIT_CHOICE, 0.0, 0.0, FALSE, al_words_no_yes, SETTING(swap),
     "Exchanges left and right."},
    {"mono", AL_UNIT_CHOICE, 0.0, 0.0, FALSE, al_words_no_yes, SETTING(mono),
     "Puts the middle on both channels."},
    {0},
};

static gboolean
idle(const void *data)
{
  const AlWidthSettings *settings = data;
  const AlWidthSide *side = &settings->side;

  return side->gain_db == 0.0 && side->low_gain_db == 0.0 && side->high_gain_db == 0.0 &&
         side->mono_below_hz == 0.0 && settings->balance_db == 0.0 &&
         settings->rotation_degrees == 0.0 && settings->polarity == AL_WIDTH_POLARITY_NONE &&
         !settings->swap && !settings->mono;
}

static AlSource *
create(const void *settings, AlSource *input, GError **error)
{
  (void)error;
  return al_width_new(input, settings);
}

const AlStepKind al_width_step = {
    .name = "width",
    .summary = "The stereo image: width by frequency, mono bass, balance, polarity.",
    .example = "  - width: {side: 1 dB, mono-below: 120 Hz}\n"
               "  - width: {high-side: 2 dB, high-above: 6 kHz}\n",
    .parameters = parameters,
    .settings_size = sizeof(AlWidthSettings),
    .idle = idle,
    .create = create,
};
