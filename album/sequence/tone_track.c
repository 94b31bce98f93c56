/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/tone_track.h"

#include <string.h>

static double
find_distance(const double level_db[AL_TONE_BANDS], const AlToneTrack *track, AlToneLane lane)
{
  AlToneSpectrum spectrum;

  memcpy(spectrum.level_db[lane], level_db, sizeof spectrum.level_db[lane]);
  return al_tone_target_distance_db(&track->target, &spectrum, lane);
}

/* Keeps what came out of a lane, or is foreseen to. */
static void
keep_after(AlToneTrack *track, AlToneLaneDone *done, const double after_db[AL_TONE_BANDS])
{
  memcpy(done->after_db, after_db, sizeof done->after_db);
  done->distance_after_db = find_distance(after_db, track, done->lane);
}

static void
propose_lane(AlToneTrack *track, AlToneLaneDone *done, const AlToneSettings *settings)
{
  const double *before_db = track->spectrum.level_db[done->lane];
  double after_db[AL_TONE_BANDS];

  al_tone_correction_propose(&done->correction, &track->spectrum, &track->target, done->lane,
                             settings);
  for (guint band = 0; band < AL_TONE_BANDS; band++)
    after_db[band] = before_db[band] + done->correction.gain_db[band];
  done->distance_before_db = find_distance(before_db, track, done->lane);
  keep_after(track, done, after_db);
}

/* What tells most of why a track is as it is: a lane that was moved counts for more than one that
 * was left alone. */
static AlToneStop
stop_of(const AlToneTrack *track)
{
  AlToneStop stop = track->lane[0].correction.stop;

  for (guint i = 1; i < track->lanes; i++) {
    AlToneStop other = track->lane[i].correction.stop;
    gboolean idle = al_tone_correction_is_idle(&track->lane[i].correction);

    if (idle ? stop > other
             : stop < other || al_tone_correction_is_idle(&track->lane[0].correction))
      stop = other;
  }
  return stop;
}

void
al_tone_track_propose(AlToneTrack *track, const AlToneSettings *settings)
{
  track->lanes = settings->side ? 2 : 1;
  track->lane[0].lane = settings->side ? AL_TONE_MID : AL_TONE_STEREO;
  track->lane[1].lane = AL_TONE_SIDE;
  for (guint i = 0; i < track->lanes; i++)
    propose_lane(track, &track->lane[i], settings);
  track->stop = stop_of(track);
}

gboolean
al_tone_track_is_left_alone(const AlToneTrack *track)
{
  for (guint i = 0; i < track->lanes; i++)
    if (!al_tone_correction_is_idle(&track->lane[i].correction))
      return FALSE;
  return TRUE;
}

void
al_tone_track_keep_heard(AlToneTrack *track, const AlToneSpectrum *after)
{
  for (guint i = 0; i < track->lanes; i++)
    keep_after(track, &track->lane[i], after->level_db[track->lane[i].lane]);
}
