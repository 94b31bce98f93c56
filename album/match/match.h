/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MATCH_H
#define AL_MATCH_H

/* Loudness matching: the gains that bring an album's tracks to a level, behind the limiter.
 *
 * What counts is the loudness of the finished audio. Each track is heard once, and from that is
 * forecast what the limiter makes of it with any gain, at any level (forecast.h); the gain is the
 * one with which it meets its target. The loop is closed when the program is finished: what misses
 * there, at another rate and across the edges of tracks, is corrected. Nothing else is done to the
 * audio, and no other mode is fallen back to:
 *
 *   off      every gain is 0 dB
 *   tracks   each track to the target plus its own offset
 *   album    one gain for all, so that the album (gated over all tracks), or its anchor, meets the
 *            target
 *   standard each track to the target itself: that of a broadcaster
 *
 * The target is the deliverable's; without one that of the anchor as it comes, or in its absence of
 * the album as it comes. Where a target would need more limiting than `max-reduction` allows
 * (AlReduction.sustained_db, reduction.h), or more gain than any track is given, the gain stops
 * there, and the track is called held. The hidden audio before track 1 has the gain of track 1. */

#include "album/match/hearing.h"
#include "album/measure/measurement.h"

/* How near to its target a track that is heard is brought, and how far from it the finished audio
 * may be, in LU. */
#define AL_MATCH_TOLERANCE_LU 0.02
#define AL_MATCH_ACCURACY_LU 0.1

/* No track is raised by more, with a limiter or without. A mix of -40 LUFS still comes to -11; what
 * lies lower is hardly a mix: hiss, or a click in silence, whose loudness says nothing and whose
 * one peak `max-reduction` does not count. To bring these to a target would make noise of them. */
#define AL_MATCH_MOST_GAIN_DB 30

/* Where a track begins with the end of the one before, that counts for its loudness, but its gain
 * is not moved further for it: or a soft track behind a loud one would vanish. */
#define AL_MATCH_CROSSFADE_DB 3

/* What keeps a gain from its target. */
typedef enum {
  AL_MATCH_HELD_NOT,
  AL_MATCH_HELD_BY_REDUCTION, /* max-reduction */
  AL_MATCH_HELD_BY_GAIN,      /* AL_MATCH_MOST_GAIN_DB */
  AL_MATCH_HELD_BY_CROSSFADE, /* AL_MATCH_CROSSFADE_DB */
} AlMatchHeld;

typedef struct {
  double gain_db;
  double before_lufs; /* of the track as it comes; AL_LOUDNESS_NONE: it has no loudness, or nothing
                         was to be matched or limited and it was not measured */
  double target_lufs; /* AL_LOUDNESS_NONE: it has none of its own */
  double slope;       /* how much louder, in LU, a decibel more makes it; 0: not known */
  AlMatchHeld held;

  /* Where max-reduction stopped the gain: to meet the target would take this much gain and
   * limiting. */
  double needed_gain_db;
  double needed_reduction_db;
  gboolean out_of_reach; /* not even this brings it there */
} AlMatchedTrack;

/* GArray of AlMatchedTrack, [0] for the hidden audio, [n] for track n: nothing found, gains of 0
 * dB. */
GArray *al_match_new(const AlMatching *matching);

/* The track by which the others are set; 0: none. */
guint al_match_anchor(const AlMatching *matching, const AlDeliveredLevel *level);

/* The gains as the program wants them, linear; for g_free(). */
double *al_match_gains(const GArray *matched);

/* Corrects gains by what the finished audio measures, one measurement for each of `matched`. TRUE
 * where any gain changed: the audio must be made again. What is held is left as it is.
 */
gboolean al_match_correct(const AlMatching *matching, const AlDeliveredLevel *level,
                          AlMeasurement *const *finished, GArray *matched);

/* The loudness that is matched (`master: measure`) of a finished track, or of `count` of them as an
 * album. */
double al_match_loudness(const AlMatching *matching, AlMeasurement *const *finished, guint count);

#endif
