/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_TRACK_H
#define AL_TONE_TRACK_H

/* The tone of one track: what was heard, where it is to go, and what is done about it, in one lane
 * for both channels or in two, for mid and side. */

#include "album/tone/tone_correction.h"

/* The lanes that are corrected: both channels together, or mid and then side. */
#define AL_TONE_MOST_LANES 2

/* One lane of one track. `after` is heard once the track was filtered, before that foreseen. */
typedef struct {
  AlToneLane lane;
  AlToneCorrection correction;
  double after_db[AL_TONE_BANDS];
  double distance_before_db, distance_after_db; /* from the target */
} AlToneLaneDone;

typedef struct {
  AlToneSpectrum spectrum; /* as the track came out of its chain */
  AlToneTarget target;
  guint lanes;
  AlToneLaneDone lane[AL_TONE_MOST_LANES];
  gboolean refined;
  AlToneStop stop; /* of all lanes: what held it most, or left it alone */
} AlToneTrack;

/* Proposes the correction of each lane, from the spectrum and the target that the track has. */
void al_tone_track_propose(AlToneTrack *track, const AlToneSettings *settings);

/* Whether no lane is corrected: the track keeps its samples. */
gboolean al_tone_track_is_left_alone(const AlToneTrack *track);

/* Keeps what was heard of the track behind its filter, in place of what was foreseen. */
void al_tone_track_keep_heard(AlToneTrack *track, const AlToneSpectrum *after);

#endif
