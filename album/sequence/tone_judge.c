/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/tone_judge.h"

#include <stdlib.h>
#include <string.h>

/* An outlier lies so far from its target, or so much farther than the others and not near it. */
#define OUTLIER_DB 8.0
#define OUTLIER_RATIO 2.0
#define NO_OUTLIER_DB 3.0

static int
compare_distances(gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

/* The median of the distances of the tracks that can be heard. */
static double
usual_distance(const AlToneMatch *match, guint tracks)
{
  g_autofree double *distances = g_new(double, tracks);
  guint count = 0;

  for (guint number = 1; number <= tracks; number++) {
    const AlToneTrack *track = al_tone_match_track(match, number);

    if (track->spectrum.heard_seconds > 0)
      distances[count++] = track->lane[0].distance_before_db;
  }
  qsort(distances, count, sizeof *distances, compare_distances);
  return count > 0 ? distances[(count - 1) / 2] : 0;
}

/* "6.3 kHz" for the band "6.3k". */
static char *
frequency_of(guint band)
{
  const char *name = al_tone_band_name(band);
  gsize length = strlen(name);

  return name[length - 1] == 'k' ? g_strdup_printf("%.*s kHz", (int)length - 1, name)
                                 : g_strdup_printf("%s Hz", name);
}

/* "from 6.3 kHz to 20 kHz" and the like: the bands that are never lifted, up to the first gap. */
static char *
empty_bands(const AlToneCorrection *correction)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint first = 0, last;

  if (correction->stop == AL_TONE_STOP_OFF) /* nothing was to be lifted */
    return NULL;
  while (first < AL_TONE_BANDS && correction->ceiling_db[first] >= -correction->floor_db)
    first++;
  if (first == AL_TONE_BANDS)
    return NULL;
  last = first;
  while (last + 1 < AL_TONE_BANDS && correction->ceiling_db[last + 1] < -correction->floor_db)
    last++;
  from = frequency_of(first);
  to = frequency_of(last);
  return first == last ? g_strdup_printf("at %s", from)
                       : g_strdup_printf("from %s to %s", from, to);
}

static void
judge_track(const AlToneTrack *track, double usual_db, const char *place, RbFindings *findings)
{
  double distance_db = track->lane[0].distance_before_db;
  g_autofree char *empty = empty_bands(&track->lane[0].correction);

  if (track->stop == AL_TONE_STOP_SILENCE || track->stop == AL_TONE_STOP_SHORT) {
    rb_findings_add(findings, "T02", RB_SEVERITY_NOTE, place, "Its tone was left alone: %s.",
                    track->stop == AL_TONE_STOP_SILENCE ? "nothing can be heard"
                                                        : "there is too little sound to judge by");
    return;
  }
  if (distance_db > OUTLIER_DB || distance_db > MAX(OUTLIER_RATIO * usual_db, NO_OUTLIER_DB))
    rb_findings_add(findings, "T01", RB_SEVERITY_WARNING, place,
                    "Its tone lies %.1f dB from the target, the usual track %.1f dB: it may be of "
                    "another kind; tone: off leaves it alone.",
                    distance_db, usual_db);
  if (empty != NULL)
    rb_findings_add(findings, "T03", RB_SEVERITY_NOTE, place,
                    "It holds nothing that belongs there %s; that is not lifted.", empty);
}

void
al_tone_judge(const AlToneMatch *match, const AlProject *project, RbFindings *findings)
{
  double usual_db = usual_distance(match, project->tracks->len);

  for (guint number = 1; number <= project->tracks->len; number++) {
    g_autofree char *place = g_strdup_printf("track %u", number);

    if (al_project_track(project, number)->tone.on)
      judge_track(al_tone_match_track(match, number), usual_db, place, findings);
  }
}
