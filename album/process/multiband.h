/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MULTIBAND_H
#define AL_MULTIBAND_H

/* A compressor for each of two to five bands.
 *
 *   in -> crossover -+-------------- sum -------------------------- + -> out
 *                    +- band i -+--- delay ---- (gain i - 1) x ------^
 *                               +- dynamics i -> gain i
 *
 * What the gains change is added to the sum of the bands. So with all bands at rest the output is
 * that sum: flat in magnitude with minimum phase, and with linear phase the bits of the input. */

#include "album/audio/source.h"
#include "album/filter/crossover.h"
#include "album/process/dynamics.h"

typedef struct {
  AlDynamicsSettings dynamics;
  double make_up_db;
} AlMultibandBand;

/* The longest look-ahead. */
#define AL_MULTIBAND_MAX_LOOK_AHEAD_SECONDS 0.05

typedef struct {
  AlCrossoverSettings crossover;
  AlMultibandBand bands[AL_CROSSOVER_MAX_BANDS]; /* the lowest first; crossover.band_count used */
  double look_ahead_seconds;                     /* how much the gains are ahead of the audio */
  double mix; /* 0..1: how much of what comes out is compressed */
} AlMultibandSettings;

/* Three bands, from 120 Hz and 4.5 kHz, each 2:1 over -24 dBFS (RMS) with a knee of 6 dB, 20 ms and
 * automatic release; minimum phase. */
extern const AlMultibandSettings al_multiband_defaults;

/* TRUE if no band would change anything: then the step, and the all-pass of its crossovers, can be
 * left out. */
gboolean al_multiband_is_idle(const AlMultibandSettings *settings);

/* A source that reads from `input`, which it does not own. */
AlSource *al_multiband_new(AlSource *input, const AlMultibandSettings *settings);

gsize al_multiband_band_count(const AlSource *multiband);

/* What a band has done so far, without its make-up. */
AlActivity al_multiband_get_reduction(const AlSource *multiband, gsize band);

#endif
