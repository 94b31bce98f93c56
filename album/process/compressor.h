/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_COMPRESSOR_H
#define AL_COMPRESSOR_H

/* A compressor over the whole signal, or over its middle or its side alone.
 *
 *   in -+--------------------- delay (look-ahead) ------ x ---- out
 *       +- part -- high pass -- dynamics -- mix, make-up -^
 *
 * It only multiplies: the parallel mix is a mix of gains, so dry and wet cannot fall out of phase,
 * and where it does not work the audio keeps its bits. The middle is (L + R) / 2, the side
 * (L - R) / 2; what is not compressed of the two is left as it is. */

#include "album/audio/source.h"
#include "album/process/dynamics.h"

typedef enum {
  AL_PART_STEREO,
  AL_PART_MID,
  AL_PART_SIDE,
} AlPart;

/* The longest look-ahead. */
#define AL_COMPRESSOR_MAX_LOOK_AHEAD_SECONDS 0.05

typedef struct {
  AlDynamicsSettings dynamics;
  double high_pass_hz; /* of the side-chain, 12 dB/octave; 0 for none */
  AlPart part;
  double look_ahead_seconds; /* how much the gain is ahead of the audio */
  double mix;                /* 0..1: how much of what comes out is compressed */
  double make_up_db;         /* on all that comes out */
} AlCompressorSettings;

/* For the middle of a mix: 2:1 over -20 dBFS (RMS) with a knee of 6 dB, 30 ms, automatic release,
 * side-chain from 90 Hz, both channels alike. */
extern const AlCompressorSettings al_compressor_defaults;

/* TRUE if what comes out has the bits of what goes in, whatever it is. */
gboolean al_compressor_is_idle(const AlCompressorSettings *settings);

/* A source that reads from `input`, which it does not own. */
AlSource *al_compressor_new(AlSource *input, const AlCompressorSettings *settings);

/* What it has done so far. `compressor` is what al_compressor_new() gave. */
AlActivity al_compressor_get_reduction(const AlSource *compressor);

#endif
