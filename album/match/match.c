/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/match.h"

#include <math.h>

/* Finished audio is made again where it misses by more: with room to the accuracy that is promised.
 */
#define CORRECTED_BEYOND_LU 0.08

GArray *
al_match_new(const AlMatching *matching)
{
  GArray *matched = g_array_new(FALSE, TRUE, sizeof(AlMatchedTrack));

  g_array_set_size(matched, matching->timeline->slots->len + 1);
  for (guint i = 0; i < matched->len; i++)
    g_array_index(matched, AlMatchedTrack, i) =
        (AlMatchedTrack){.before_lufs = AL_LOUDNESS_NONE, .target_lufs = AL_LOUDNESS_NONE};
  return matched;
}

guint
al_match_anchor(const AlMatching *matching, const AlDeliveredLevel *level)
{
  return level->anchor != 0 ? level->anchor : matching->project->master.anchor;
}

double *
al_match_gains(const GArray *matched)
{
  double *gains = g_new(double, matched->len);

  for (guint i = 0; i < matched->len; i++) {
    double gain_db = g_array_index(matched, AlMatchedTrack, i).gain_db;

    gains[i] = gain_db == 0 ? 1 : pow(10, gain_db / 20);
  }
  return gains;
}

double
al_match_loudness(const AlMatching *matching, AlMeasurement *const *finished, guint count)
{
  AlMeasured measured =
      count == 1 ? *al_measurement_get(finished[0]) : al_measurement_album(finished, count);

  return matching->project->master.measure == AL_LOUDNESS_MEASURE_LOUD_SECTIONS
             ? measured.loudness.loud_sections_lufs
             : measured.loudness.integrated_lufs;
}

/* The limiter eats the rest of a correction; where it eats nearly all, there is no use in more. */
#define FLATTEST_SLOPE 0.25

/* How much louder a finished track should be; 0 where it is right, or has no target, or is held. */
static double
shortfall(const AlMatchedTrack *track, double finished_lufs, double target_lufs)
{
  double short_lu = target_lufs - finished_lufs;

  if (track->held != AL_MATCH_HELD_NOT || target_lufs <= AL_LOUDNESS_NONE ||
      finished_lufs <= AL_LOUDNESS_NONE || fabs(short_lu) <= CORRECTED_BEYOND_LU)
    return 0;
  return short_lu;
}

static double
steepness(const AlMatchedTrack *track)
{
  return track->slope > 0 ? CLAMP(track->slope, FLATTEST_SLOPE, 1) : 1;
}

gboolean
al_match_correct(const AlMatching *matching, const AlDeliveredLevel *level,
                 AlMeasurement *const *finished, GArray *matched)
{
  gboolean album = level->mode == AL_LOUDNESS_MODE_ALBUM;
  guint anchor = al_match_anchor(matching, level);
  double album_lufs = anchor != 0 ? al_match_loudness(matching, &finished[anchor], 1)
                                  : al_match_loudness(matching, finished + 1, matched->len - 1);
  gboolean changed = FALSE;

  for (guint number = 1; number < matched->len; number++) {
    AlMatchedTrack *track = &g_array_index(matched, AlMatchedTrack, number);
    double lufs = album ? album_lufs : al_match_loudness(matching, &finished[number], 1);
    double target = album && level->has_target ? level->target_lufs : track->target_lufs;
    double most_db = AL_MATCH_MOST_GAIN_DB - track->gain_db;
    double step_db = shortfall(track, lufs, target) / steepness(track);

    if (step_db > most_db) { /* what is clipped gets no louder, however often it is raised */
      step_db = most_db;
      track->held = AL_MATCH_HELD_BY_GAIN;
    }
    track->gain_db += step_db;
    changed = changed || step_db != 0;
  }
  g_array_index(matched, AlMatchedTrack, 0).gain_db =
      g_array_index(matched, AlMatchedTrack, 1).gain_db;
  return changed;
}
