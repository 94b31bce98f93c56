/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DEESSER_H
#define AL_DEESSER_H

/* Turns down sibilants, in their band and only while they last.
 *
 *   in -+- delay -------------------------------- + -> out        out = in + (gain - 1) band(in)
 *       |         +- band (FIR) -- (gain - 1) -----^
 *       +- band / whole signal -> threshold -> range -> attack, release -> gain
 *
 * A sibilant is where the band is strong against the whole signal: its power over 3 ms against that
 * of everything over 3 or 60 ms, whichever is more. So it works the same at any level, and the
 * threshold is in dB of that share: 0 dB is a signal that lies in the band alone. What is over the
 * threshold is taken away, up to the range. The band is cut out with linear phase, so what lies
 * outside of it is not touched, and while nothing is sibilant the audio keeps its bits. */

#include "album/audio/source.h"
#include "album/process/activity.h"
#include "album/process/compressor.h"

typedef struct {
  double frequency_hz; /* where the band begins */
  double upper_hz;     /* where it ends; 0: it is open to the top */
  double threshold_db; /* of the share of the band, <= 0 */
  double range_db;     /* the most that the band is turned down */
  double attack_seconds;
  double release_seconds;
  AlPart part; /* STEREO: both channels alike; or the middle or the side alone */
} AlDeesserSettings;

/* From 6.5 kHz up, -10 dB, 6 dB, 1 ms, 60 ms, stereo. */
extern const AlDeesserSettings al_deesser_defaults;

/* TRUE if what comes out has the bits of what goes in, whatever it is. */
gboolean al_deesser_is_idle(const AlDeesserSettings *settings);

/* A source that reads from `input`, which it does not own. The band must begin below half the
 * rate. */
AlSource *al_deesser_new(AlSource *input, const AlDeesserSettings *settings);

/* What it has done so far, in the band. */
AlActivity al_deesser_get_reduction(const AlSource *deesser);

#endif
