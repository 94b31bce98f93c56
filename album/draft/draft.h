/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_H
#define AL_DRAFT_H

/* A draft: what can be known of an album before a person has written its project file, from a
 * folder of mixes (draft_folder.h) or from a disc (draft_disc.h). draft_print.h writes it down.
 *
 * What cannot be taken over as it is found is told by findings, none of severity error:
 *
 * | id  | severity | what                                                                        |
 * |-----|----------|-----------------------------------------------------------------------------|
 * | N01 | note     | the audio of the disc must be converted before a project can use it         |
 * | N02 | warning  | a file cannot be used and is left out                                       |
 * | N03 | warning  | a text has characters that CD-TEXT does not have, and is written without    |
 * | N04 | warning  | an ISRC, UPC/EAN or MusicBrainz id is none, or stands twice: it is left out |
 * | N05 | warning  | sound in the first two seconds of a disc is left out                        |
 * | N06 | warning  | a flag, or a language, that a project cannot say                            |
 * | N07 | note     | the disc says that its texts are protected, but not by whom                 |
 */

#include "album/project/project.h"
#include "redbook/disc.h"
#include "redbook/finding.h"

/* A file and what is used of it. */
typedef struct {
  char *file; /* relative to the folder of the project file, or absolute; NULL: none */
  int rate;
  gint64 first_frame;
  gint64 end_frame; /* -1: to the end of the file */
} AlDraftExcerpt;

typedef struct {
  AlDraftExcerpt mix;
  AlDraftExcerpt hidden; /* in the pause before track 1 */
  gint32 gap_sectors;    /* silence before it; -1: not written, which makes it 2 s */
  gint32 pause_sectors;  /* the end of the track before that counts as the pause; 0: none */
  AlMusicBrainz musicbrainz;
} AlDraftTrack;

typedef struct {
  char *origin;   /* what it was made from, for people */
  char *command;  /* what must be run before the files are there; NULL: nothing */
  RbDisc *disc;   /* codes, flags, texts; of a disc also its marks */
  GArray *tracks; /* of AlDraftTrack, as many as the disc has */
  char *label, *date, *copyright, *cover; /* each NULL where it is not known */
  AlDiscNumber disc_number;
  AlMusicBrainz musicbrainz;
} AlDraft;

AlDraft *al_draft_new(const char *origin);
void al_draft_free(AlDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDraft, al_draft_free)

/* Appends a track, to the disc too. */
AlDraftTrack *al_draft_add_track(AlDraft *draft);

/* Track `number`, from 1. */
AlDraftTrack *al_draft_track(const AlDraft *draft, guint number);

/* How a file is called in a project file in the folder `project_folder`: relative where it lies in
 * that folder or below, always UTF-8, which makes it another name where it is not. The caller frees
 * it. */
char *al_draft_path(const char *project_folder, const char *path);

#endif
