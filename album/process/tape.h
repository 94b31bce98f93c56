/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TAPE_H
#define AL_TAPE_H

/* The sound of a tape machine: what its magnetisation does to loud passages, and what its speed
 * does to the lowest and the highest octave.
 *
 *   in -> drive -> record emphasis -> [8x] magnetisation [/8] -> no DC -> emphasis undone
 *      -> head bump -> spacing loss -> level -> out
 *
 * - Record emphasis: a shelf of +4 dB above the corner of the equalisation of that speed (70 us,
 *   35 us, 17.5 us: 2.3, 4.5, 9.1 kHz), so that the top is compressed first, as tape does.
 * - Magnetisation: (tanh(x / 2 + b) - tanh(b)), or the hysteresis of tape_hysteresis.h. At a drive
 *   of 0 dB a tone at full scale has 2 % of third harmonic (hysteresis: 2.5 %). The bias (b up to
 *   0.5) bends the curve to one side, which adds the even harmonics.
 * - Head bump: a bell at 30, 60, 120 Hz of 1.5, 1.2, 1 dB. Spacing loss: 54.6 dB for each
 * wavelength of the tape that a layer of 0.5 um is thick (R. L. Wallace, Bell System Technical
 * Journal 30, 1951): at 15 kHz 2.1, 1.1, 0.5 dB; linear phase.
 * - Level: a tone of 1 kHz at -18 dBFS (RMS) leaves as loud as it came, with any drive and model.
 * For a given piece the exact figure is found by al_make_up_measure() and set as make_up_db. */

#include "album/audio/source.h"

typedef enum {
  AL_TAPE_7_5_IPS,
  AL_TAPE_15_IPS,
  AL_TAPE_30_IPS,
} AlTapeSpeed;

typedef enum {
  AL_TAPE_CURVE,      /* a curve without memory */
  AL_TAPE_HYSTERESIS, /* with memory; half again as slow */
} AlTapeModel;

typedef struct {
  double drive_db; /* -24..24 */
  double bias;     /* 0..1 */
  AlTapeSpeed speed;
  AlTapeModel model;
  double make_up_db;
} AlTapeSettings;

/* 3 dB, no bias, 15 ips, the curve. */
extern const AlTapeSettings al_tape_defaults;

/* A source that reads from `input`, which it does not own. It always does something: there are no
 * settings with which a machine changes nothing. */
AlSource *al_tape_new(AlSource *input, const AlTapeSettings *settings);

#endif
