/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MEASUREMENT_H
#define AL_MEASUREMENT_H

/* Everything that is measured of a track, in one pass over its audio, and of tracks as an album.
 *
 * The audio is stereo, as it will sound; a mono mix comes as two equal channels, and so measures as
 * dual mono. Values that do not exist are AL_LOUDNESS_NONE, that is -HUGE_VAL, and never NaN. */

#include "album/audio/source.h"
#include "album/measure/levels.h"
#include "album/measure/loudness.h"

typedef struct {
  double integrated_lufs;
  double range_lu;
  double max_momentary_lufs;
  double max_short_term_lufs;
  double loud_sections_lufs; /* the 95th percentile of short-term loudness */
} AlLoudnessValues;

typedef struct {
  gint64 frames;
  AlLoudnessValues loudness;
  AlLevels levels; /* sample peak, RMS, DC offset, crest: by the functions of levels.h */
  double true_peak_dbtp;
  double plr_lu; /* true peak to integrated loudness */
  /* The smallest ratio of the true peak of 3 s to their short-term loudness, every second, where
   * that is at least the integrated loudness: how hard the loud sections are pressed. */
  double min_psr_lu;
  int dynamic_range; /* DR; 0 also where it does not exist */
} AlMeasured;

typedef struct AlMeasurement AlMeasurement;

AlMeasurement *al_measurement_new(int rate);
void al_measurement_free(AlMeasurement *measurement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlMeasurement, al_measurement_free)

/* As a sink: 2 * frames samples; nothing may be fed after the finish. */
void al_measurement_feed(AlMeasurement *measurement, const double *samples, gsize frames);
void al_measurement_finish(AlMeasurement *measurement);

/* Reads a source to its end and measures it. NULL with an error where the source fails. */
AlMeasurement *al_measurement_of(AlSource *source, GError **error);

/* Only after the finish; `measurement` owns it. */
const AlMeasured *al_measurement_get(const AlMeasurement *measurement);

/* The true peak of one channel, linear. */
double al_measurement_channel_peak(const AlMeasurement *measurement, guint channel);

/* Tracks as an album: gated together, the highest of the peaks, the smallest PSR, the DR of the
 * album. `count` > 0. */
AlMeasured al_measurement_album(AlMeasurement *const *tracks, gsize count);

#endif
