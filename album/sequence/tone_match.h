/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TONE_MATCH_H
#define AL_TONE_MATCH_H

/* Tone matched across an album: all tracks are heard, each gets its target and its correction, and
 * may then be filtered. The filtered track is heard again; where it misses by more than a tenth of
 * a dB it is filtered once more with what was missing added, and the better one is kept. */

#include "album/audio/float_store.h"
#include "album/job.h"
#include "album/project/project.h"
#include "album/sequence/program.h"
#include "redbook/finding.h"

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

typedef struct AlToneMatch AlToneMatch;

/* Whether any track is to be moved at all. */
gboolean al_tone_match_is_wanted(const AlProject *project);

/* Tells of references that are no audio. */
void al_tone_match_check(const AlProject *project);

/* Hears all tracks, through `open`, which must be safe on several threads, and all references, and
 * proposes. NULL with an error where one cannot be read or the job was interrupted. `project` must
 * outlive it. */
AlToneMatch *al_tone_match_new(const AlProject *project, AlOpenTrack open, gpointer data,
                               const AlJob *job, GError **error);
void al_tone_match_free(AlToneMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlToneMatch, al_tone_match_free)

/* Track `number` (from 1), and the centre of all tracks. */
const AlToneTrack *al_tone_match_track(const AlToneMatch *match, guint number);
const AlToneTarget *al_tone_match_centre(const AlToneMatch *match);

/* Filters track `number`, of which `*store` holds the audio, into a store in `work_folder`, which
 * takes the place of the old one; a track that is left alone keeps its own. May run for several
 * tracks at once. FALSE with an error where the disk is full or the user interrupted. */
gboolean al_tone_match_apply(AlToneMatch *match, guint number, AlFloatStore **store,
                             const char *work_folder, GCancellable *cancellable, GError **error);

/* What is odd about the tone of the tracks:
 *   T01 warning  a track lies far from its target: another kind of sound, perhaps
 *   T02 note     a track was left alone, since there is nothing or too little to hear
 *   T03 note     a track holds nothing in some bands, which are not lifted */
void al_tone_match_judge(const AlToneMatch *match, RbFindings *findings);

#endif
