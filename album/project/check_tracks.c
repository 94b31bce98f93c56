/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/check_tracks.h"

#include <string.h>

#include "album/project/read_tone.h"
#include "redbook/sector.h"

/* INDEX 02 to INDEX 99. */
#define MAX_FURTHER_INDEXES (RB_MAX_INDEX - 1)

static gboolean
is_given(AlPlace place)
{
  return place.line > 0;
}

static void
check_excerpt(AlDiagnostics *diagnostics, const AlExcerpt *excerpt)
{
  if (excerpt->end >= 0 && excerpt->end <= excerpt->start)
    al_diagnostics_add(diagnostics, excerpt->end_place, NULL,
                       is_given(excerpt->start_place) ? "the end is not after the start"
                                                      : "the end leaves nothing of the file");
}

static void
check_indexes(AlDiagnostics *diagnostics, const AlTrack *track)
{
  double before = 0;

  for (guint i = 0; i < track->indexes->len; i++) {
    const AlDuration *index = &g_array_index(track->indexes, AlDuration, i);

    if (i == MAX_FURTHER_INDEXES) {
      al_diagnostics_add(diagnostics, index->place, NULL,
                         "a track has at most %d indexes after INDEX 01", MAX_FURTHER_INDEXES);
      return;
    }
    if (index->seconds <= before)
      al_diagnostics_add(diagnostics, index->place,
                         "indexes are times from the start of the track, each later than the one "
                         "before",
                         "INDEX %02u is not after %s", i + 2,
                         i == 0 ? "the start of the track" : "the one before it");
    before = index->seconds;
  }
}

static void
check_first(AlDiagnostics *diagnostics, const AlTransition *transition)
{
  const AlDuration *gap = &transition->gap;

  if (is_given(transition->crossfade.place))
    al_diagnostics_add(diagnostics, transition->crossfade.place, NULL,
                       "no track is before the first one, so nothing can fade into it");
  if (is_given(gap->place) && gap->seconds * RB_SECTORS_PER_SECOND < (double)RB_FIRST_PAUSE_SECTORS)
    al_diagnostics_add(diagnostics, gap->place, "leave the key out for 2 s",
                       "before track 1 a CD has a pause of at least 2 s");
}

/* Only where tracks are matched one by one can one of them stand apart. */
static void
check_loudness(AlDiagnostics *diagnostics, const AlTrack *track, AlLoudnessMode mode)
{
  if (!is_given(track->loudness_place) || mode == AL_LOUDNESS_MODE_TRACKS)
    return;
  al_diagnostics_add(diagnostics, track->loudness_place,
                     "an offset needs loudness: tracks in the section master",
                     mode == AL_LOUDNESS_MODE_ALBUM
                         ? "the album gets one gain, so that no track can have an offset"
                         : "levels are left alone, so that no track can have an offset");
}

static void
check_anchor(AlDiagnostics *diagnostics, const AlProject *project)
{
  const AlMaster *master = &project->master;

  if (!is_given(master->anchor_place))
    return;
  if (master->loudness == AL_LOUDNESS_MODE_OFF)
    al_diagnostics_add(diagnostics, master->anchor_place,
                       "an anchor needs loudness: tracks or loudness: album",
                       "levels are left alone, so that no track can set the others");
  else if (master->anchor > project->tracks->len)
    al_diagnostics_add(diagnostics, master->anchor_place, NULL, "there is no track %u",
                       master->anchor);
}

/* What a track took over from the album is told once, there. */
static void
check_tone(AlDiagnostics *diagnostics, const AlProject *project, const AlTrack *track)
{
  guint own_line = track->tone.toward_place.line;

  if (own_line != project->master.tone.toward_place.line)
    al_check_tone(diagnostics, &track->tone, project->tracks->len);
}

/* A pause of silence is the gap; one with sound lies in the audio of the track before. */
static void
check_pause(AlDiagnostics *diagnostics, const AlTransition *transition, guint number)
{
  if (!is_given(transition->pause.place))
    return;
  if (number == 1)
    al_diagnostics_add(diagnostics, transition->pause.place, "its own pause is gap, or hidden",
                       "no track is before the first one, so nothing can sound in its pause");
  else if (!is_given(transition->crossfade.place) &&
           transition->gap.seconds * RB_SECTORS_PER_SECOND >= 0.5)
    al_diagnostics_add(diagnostics, transition->pause.place,
                       "add gap: 0 s; or keep gap alone, which is a pause of silence",
                       "a pause with sound needs the track to follow the one before without a gap");
}

static void
check_track(AlDiagnostics *diagnostics, const AlTrack *track, guint number)
{
  const AlTransition *transition = &track->transition;

  check_excerpt(diagnostics, &track->mix);
  check_excerpt(diagnostics, &track->hidden);
  check_indexes(diagnostics, track);
  if (is_given(transition->crossfade.place) && is_given(transition->gap.place))
    al_diagnostics_add(diagnostics, transition->crossfade.place,
                       "keep one of the two: a track overlaps the one before, or a gap parts them",
                       "a track cannot have both a gap and a crossfade");
  check_pause(diagnostics, transition, number);
  if (number == 1)
    check_first(diagnostics, transition);
  else if (is_given(track->hidden.place))
    al_diagnostics_add(diagnostics, track->hidden.place, NULL,
                       "audio can be hidden before track 1 only, and this is track %u", number);
}

/* Two recordings never share a code. */
static void
check_codes(AlDiagnostics *diagnostics, const GPtrArray *tracks)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

  for (guint i = 0; i < tracks->len; i++) {
    const AlTrack *track = g_ptr_array_index(tracks, i);
    guint earlier;

    if (track->isrc == NULL)
      continue;
    earlier = GPOINTER_TO_UINT(g_hash_table_lookup(seen, track->isrc));
    if (earlier > 0)
      al_diagnostics_add(diagnostics, track->isrc_place, NULL, "track %u has the same ISRC: \"%s\"",
                         earlier, track->isrc);
    else
      g_hash_table_insert(seen, track->isrc, GUINT_TO_POINTER(i + 1));
  }
}

static gboolean
has_language(const GArray *translations, const char *language)
{
  for (guint i = 0; i < translations->len; i++) {
    if (strcmp(g_array_index(translations, AlTranslation, i).language, language) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A block of CD-TEXT has the texts of the disc and of all its tracks. */
static void
check_translations(AlDiagnostics *diagnostics, const AlTrack *track, const AlAlbum *album)
{
  for (guint i = 0; i < track->translations->len; i++) {
    const AlTranslation *translation = &g_array_index(track->translations, AlTranslation, i);

    if (!has_language(album->translations, translation->language))
      al_diagnostics_add(
          diagnostics, translation->place, "give the album a title in this language too",
          "the album has no translation into this language: \"%s\"", translation->language);
  }
}

void
al_check_tracks(AlDiagnostics *diagnostics, const AlProject *project)
{
  const GPtrArray *tracks = project->tracks;

  for (guint i = 0; i < tracks->len; i++) {
    const AlTrack *track = g_ptr_array_index(tracks, i);

    check_track(diagnostics, track, i + 1);
    check_translations(diagnostics, track, &project->album);
    check_loudness(diagnostics, track, project->master.loudness);
    check_tone(diagnostics, project, track);
    if (i == RB_MAX_TRACKS)
      al_diagnostics_add(diagnostics, track->place, NULL,
                         "a CD has at most %d tracks, and this is one more", RB_MAX_TRACKS);
  }
  check_codes(diagnostics, tracks);
  check_anchor(diagnostics, project);
  al_check_tone(diagnostics, &project->master.tone, tracks->len);
}
