/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_EQ_H
#define AL_EQ_H

/* An equaliser of any number of bands, each on the stereo signal, on one channel, or on mid or
 * side.
 *
 * Minimum phase: sections matched to the analogue curve (biquad.h). Linear phase: one kernel whose
 * magnitude is the product of the analogue curves of all bands (kernel.h), its delay made up for.
 * A band may be dynamic: beside its fixed gain it turns its part of the spectrum down (or with a
 * ratio below 1 up) where that part is above a threshold. Dynamic bands are of minimum phase
 * always.
 */

#include "album/audio/source.h"
#include "album/process/activity.h"

typedef enum {
  AL_EQ_BELL,
  AL_EQ_LOW_SHELF,
  AL_EQ_HIGH_SHELF,
  AL_EQ_LOW_PASS,
  AL_EQ_HIGH_PASS,
  AL_EQ_NOTCH,
  AL_EQ_TILT,
} AlEqForm;

typedef enum {
  AL_EQ_STEREO,
  AL_EQ_LEFT,
  AL_EQ_RIGHT,
  AL_EQ_MID,  /* (L + R) / 2 */
  AL_EQ_SIDE, /* (L - R) / 2 */
} AlEqChannel;

typedef enum {
  AL_EQ_MINIMUM_PHASE,
  AL_EQ_LINEAR_PHASE,
} AlEqPhase;

/* A change that follows the level of the band (eq_dynamic.h). */
typedef struct {
  double threshold_db; /* peak level of a sine in the band; INFINITY: the band is not dynamic */
  double ratio;        /* over 1 turns down, below 1 up */
  double attack_seconds;
  double release_seconds;
  double range_db; /* the largest change, >= 0 */
} AlEqDynamics;

typedef struct {
  AlEqForm form;
  AlEqChannel channel;
  double hz;
  double gain_db; /* bell, shelves, tilt */
  double q;       /* bell, shelves, notch */
  int slope_db;   /* passes: 6 to 48 dB/octave in sixes */
  AlEqDynamics dynamics;
} AlEqBand;

typedef struct {
  AlEqPhase phase;
  GArray *bands; /* of AlEqBand */
} AlEqSettings;

/* Would the band leave every sample as it is? */
gboolean al_eq_band_is_idle(const AlEqBand *band);

/* NULL with an error where a band lies too near half the rate. */
AlSource *al_eq_new(AlSource *input, const AlEqSettings *settings, GError **error);

/* What an al_eq_new() did: of the dynamic band that changed the most. */
AlActivity al_eq_activity(const AlSource *source);

#endif
