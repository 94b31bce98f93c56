/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROJECT_H
#define AL_PROJECT_H

/* A project: what the person wrote in album.yaml, checked and in real units.
 *
 * Nothing here was measured or computed from audio, and every value that a later stage may have to
 * complain about keeps its place in the file. Durations are in seconds, levels in dB. */

#include <glib.h>

#include "album/audio/fade.h"
#include "album/audio/resample.h"
#include "album/project/check_settings.h"
#include "album/project/deliverable.h"
#include "album/project/musicbrainz.h"
#include "album/project/step_list.h"
#include "album/project/tone.h"
#include "redbook/disc.h"

/* A translation of texts: one more block of CD-TEXT. */
typedef struct {
  char *language; /* ISO 639-1, "ja"; never that of the album */
  AlPlace place;
  RbTexts texts;
} AlTranslation;

/* Far beyond any box. */
#define AL_MAX_DISCS 999

/* Which disc of a release of several this is. */
typedef struct {
  guint number; /* 0: not given */
  guint count;  /* 0: not given, or not less than the number */
} AlDiscNumber;

typedef struct {
  RbTexts texts;
  GArray *translations; /* of AlTranslation, at most 7 */
  char *genre;          /* as in redbook/genre.h, or free text */
  char *language;       /* ISO 639-1; "en" where not given */
  char *upc;            /* 13 digits */
  char *catalog;
  char *label;
  char *date; /* yyyy, yyyy-mm or yyyy-mm-dd */
  char *copyright;
  char *phonogram;
  char *cover; /* path */
  AlPlace cover_place;
  AlDiscNumber disc;
  AlMusicBrainz musicbrainz;
} AlAlbum;

/* A file of audio and what is used of it. */
typedef struct {
  char *path;    /* relative to the working directory, or absolute; NULL: no such file */
  AlPlace place; /* of the path */
  double start;  /* seconds into the file, 0 where not given */
  double end;    /* seconds into the file, < 0 to its end */
  AlPlace start_place, end_place;
} AlExcerpt;

typedef struct {
  double seconds; /* 0: none */
  AlCurve curve;
  AlPlace place;
} AlFade;

/* A length of time at a place in the file. */
typedef struct {
  double seconds;
  AlPlace place;
} AlDuration;

/* How a track follows the one before. */
typedef struct {
  AlDuration gap;       /* silence before the track; 2 s where not given */
  AlDuration crossfade; /* overlap with the track before; 0: none, and then `gap` counts */
  AlDuration pause;     /* the end of the track before that counts as the pause; 0: none */
  AlFade fade_in;
  AlFade fade_out;
} AlTransition;

typedef struct {
  AlPlace place; /* of the track's entry */
  AlExcerpt mix;
  AlExcerpt hidden; /* audio in the pause before it; track 1 only */
  AlTransition transition;
  GArray *indexes; /* of AlDuration: INDEX 02 and on, from the start of the track */
  RbTexts texts;
  GArray *translations; /* of AlTranslation, into languages that the album has too */
  char *isrc;           /* 12 characters, NULL where none */
  AlPlace isrc_place;
  AlMusicBrainz musicbrainz;
  RbFlags flags;      /* copy permitted, pre-emphasis */
  double loudness_lu; /* how far above the target it is meant to be, 0 where not given */
  AlPlace loudness_place;
  AlTone tone;
  AlStepList chain; /* its own steps, then the album's */
} AlTrack;

/* By which figure tracks are matched. */
typedef enum {
  AL_LOUDNESS_MEASURE_INTEGRATED,
  AL_LOUDNESS_MEASURE_LOUD_SECTIONS, /* the 95th percentile of short-term loudness */
} AlLoudnessMeasure;

typedef struct {
  int rate; /* working rate in frames per second; 0: the highest among the mixes */
  AlResamplerChoice resampler;
  AlLoudnessMode loudness;
  AlLoudnessMeasure measure;
  guint anchor; /* number of the track by which the others are set, 0: none */
  AlPlace anchor_place;
  AlTone tone; /* what tracks begin with that have no settings of their own */
} AlMaster;

typedef struct {
  char *path;
  AlDiagnostics *diagnostics;
  AlAlbum album;
  AlMaster master;
  AlStepList chain;        /* on every track, whose own chains have it at their ends */
  GPtrArray *tracks;       /* of AlTrack */
  GPtrArray *deliverables; /* of AlDeliverable, in the order of the file */
  AlCheckSettings checks;  /* of the mixes */
} AlProject;

/* Reads and checks a project file. Errors of the file itself are all found in one run and stand in
 * the project's diagnostics (al_diagnostics_count() > 0: the project must not be used further).
 * NULL with an error only where the file cannot be read at all. */
AlProject *al_project_read(const char *path, GError **error);

/* The same with a text that is already read; `path` names it, and paths are relative to its folder.
 * `text` may be any bytes. */
AlProject *al_project_parse(const char *path, const char *text, gsize length);

void al_project_free(AlProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlProject, al_project_free)

/* The charset of a block of CD-TEXT in a language (ISO 639-1): MS-JIS for "ja", else ISO 8859-1.
 * Every text of a project with a CD fits that of its language. */
RbCharset al_project_charset(const char *language);

const AlTrack *al_project_track(const AlProject *project, guint number); /* from 1 */
const AlDeliverable *al_project_deliverable(const AlProject *project, guint i);

#endif
