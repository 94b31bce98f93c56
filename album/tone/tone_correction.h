/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_CORRECTION_H
#define AL_TONE_CORRECTION_H

/* The correction of one track: how much each band is turned up or down, and why no further.
 *
 *   deviation   target - track, both relative to their loudness; 0 where either holds nothing
 *   smoothed    without what is narrower than `detail` (tone_smooth.h)
 *   tapered     fading out below 50 Hz and above 12.5 kHz, and at the ends of `range`
 *   share       times the strength; plus one level for all bands, so that the K-weighted loudness
 *               of the track stays: level is not tone
 *   bounded     by the limit, that level included
 *
 * So without a limit the correction at a strength is exactly its share of that at 100 %, but for
 * the level that is common to all bands. The dead zone decides whether a track is touched at all,
 * not how far: a track that lies within it in every band is left alone, any other gets its full
 * share.
 *
 * A band of the track that lies 65 dB below its loudest band, or 20 dB below the target, holds
 * nothing that belongs there, and is never lifted. */

#include "album/tone/tone_target.h"

typedef struct {
  double strength;       /* 0 to 1 */
  double limit_db;       /* HUGE_VAL: none */
  double side_limit_db;  /* likewise */
  double detail_octaves; /* features narrower than this are left alone */
  double low_hz, high_hz;
  double dead_zone_db;
  gboolean side; /* mid and side each have a correction of their own */
  gboolean linear_phase;
} AlToneSettings;

void al_tone_settings_init(AlToneSettings *settings);

/* Why a correction went no further, the later ones outweighing those before them. */
typedef enum {
  AL_TONE_STOP_REACHED, /* the share that was asked for was given */
  AL_TONE_STOP_RANGE,   /* what is left lies outside the range, or where the track holds nothing */
  AL_TONE_STOP_BOUND,   /* the limit held it */
  AL_TONE_STOP_DEAD_ZONE, /* near enough as it is: left alone */
  AL_TONE_STOP_SILENCE,   /* nothing to hear: left alone */
  AL_TONE_STOP_SHORT,     /* too little to judge by: left alone */
  AL_TONE_STOP_OFF,       /* strength 0, or switched off: left alone */
} AlToneStop;

/* "reached", "range", ... */
const char *al_tone_stop_name(AlToneStop stop);

typedef struct {
  double gain_db[AL_TONE_BANDS];    /* of the filter, at the centres */
  double wanted_db[AL_TONE_BANDS];  /* what the track is to be moved by */
  double share_db[AL_TONE_BANDS];   /* that without the common level and the bounds */
  double ceiling_db[AL_TONE_BANDS]; /* the bounds; 0 where nothing may be lifted */
  double floor_db;
  AlToneStop stop;
} AlToneCorrection;

/* A track with less than this above the gates is not judged. */
#define AL_TONE_LEAST_SECONDS 3.0

/* The correction of one lane. Where it is left alone, all gains are 0. */
void al_tone_correction_propose(AlToneCorrection *correction, const AlToneSpectrum *spectrum,
                                const AlToneTarget *target, AlToneLane lane,
                                const AlToneSettings *settings);

/* Does it leave every sample as it is? */
gboolean al_tone_correction_is_idle(const AlToneCorrection *correction);

/* What came out of a filtered lane: how far each band was moved, in dB and not relative to
 * anything, and by how much its loudness changed. */
typedef struct {
  double band_db[AL_TONE_BANDS];
  double loudness_db;
} AlToneMoved;

/* How far what came out misses what was wanted, relative to the loudness: RMS in dB over the judged
 * bands. */
double al_tone_correction_miss_db(const AlToneCorrection *correction, const AlToneMoved *moved);

/* Changes the gains, inside the bounds, by what was missing: of the bands, and of the level that
 * keeps the loudness. `spectrum` and `lane` are those that were proposed for. */
void al_tone_correction_refine(AlToneCorrection *correction, const AlToneSpectrum *spectrum,
                               AlToneLane lane, const AlToneMoved *moved);

#endif
