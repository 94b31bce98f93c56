/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_TARGET_H
#define AL_TONE_TARGET_H

/* The balance that tracks are moved toward: levels in bands, relative to their loudness as those of
 * a spectrum. A band may be unknown: AL_TONE_NONE. */

#include "album/tone/tone_spectrum.h"

typedef struct {
  double level_db[AL_TONE_LANES][AL_TONE_BANDS];
} AlToneTarget;

/* The robust centre of tracks: the median, band by band. Spectra of silence have no vote; all
 * unknown where there is no other. */
void al_tone_target_median(AlToneTarget *target, const AlToneSpectrum *spectra, guint count);

/* The mean in dB, each with its weight (> 0), band by band over those that know the band. */
void al_tone_target_mean(AlToneTarget *target, const AlToneTarget *targets, const double *weights,
                         guint count);

/* A straight line: the spectral density falls by so many dB per octave. 3 is pink noise. */
void al_tone_target_slope(AlToneTarget *target, double db_per_octave);

/* That of one track or reference. */
void al_tone_target_of(AlToneTarget *target, const AlToneSpectrum *spectrum);

/* RMS over the judged bands that both know, in dB: how far a spectrum lies from a target. 0 where
 * there are none. */
double al_tone_target_distance_db(const AlToneTarget *target, const AlToneSpectrum *spectrum,
                                  AlToneLane lane);

#endif
