/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_CUE_PARSER_H
#define RB_CUE_PARSER_H

/* The parser of CUE sheets, for cue_read.c (lines, codes, texts), cue_file.c (FILE, and what of a
 * file stands where) and cue_track.c (TRACK and what belongs to it). */

#include "redbook/cue_lexer.h"
#include "redbook/sheet.h"

/* The longest code that is kept for the rules to judge. */
#define RB_CUE_MAX_CODE_CHARACTERS 32

/* The track that is being read. */
typedef struct {
  guint indexes;          /* that it has so far */
  guint8 last_index;      /* the number of the last of them */
  gboolean has_flags;     /* FLAGS was there */
  gboolean has_postgap;   /* POSTGAP was there: no INDEX follows */
  gint32 pregap, postgap; /* sectors of silence that wait for the next INDEX, -1 none */
  guint line, column;     /* of its TRACK */
} RbCueTrackState;

/* The file that is being read. */
typedef struct {
  int number; /* in the sheet, -1 before the first */
  guint tracks;
  gint32 piece_sector; /* where in the file the last audio step begins */
  gint32 last_sector;  /* of the last INDEX in this file, -1 none */
} RbCueFileState;

typedef struct {
  RbScanner scanner;
  RbSheet *sheet;
  RbTextBlock *texts; /* lies in sheet->disc */
  RbTrack *track;     /* NULL before the first */
  RbCueTrackState in_track;
  RbCueFileState in_file;
} RbCueParser;

/* The number of the track that is being read, 0 before the first. */
guint rb_cue_parser_track(const RbCueParser *parser);

/* Appends a step to the sheet, said at `place` of the line. */
void rb_cue_parser_add_step(RbCueParser *parser, const char *place, RbStep step);

/* The commands. Each reads what stands behind its word, up to the end of the line; FALSE with
 * RB_ERROR_FORMAT and its place. */
gboolean rb_cue_file_read(RbCueParser *parser, RbCueWord *command, GError **error);
gboolean rb_cue_track_read(RbCueParser *parser, RbCueWord *command, GError **error);
gboolean rb_cue_track_read_flags(RbCueParser *parser, RbCueWord *command, GError **error);
gboolean rb_cue_track_read_isrc(RbCueParser *parser, RbCueWord *command, GError **error);
gboolean rb_cue_track_read_pregap(RbCueParser *parser, RbCueWord *command, GError **error);
gboolean rb_cue_track_read_postgap(RbCueParser *parser, RbCueWord *command, GError **error);
gboolean rb_cue_track_read_index(RbCueParser *parser, RbCueWord *command, GError **error);

/* At the end of a file: silence to the next sector, and a POSTGAP that waits. */
void rb_cue_file_finish(RbCueParser *parser, const char *place);

/* Puts the PREGAP and POSTGAP that wait before `sector` of the file. */
void rb_cue_file_insert_silence(RbCueParser *parser, const char *place, gint32 sector);

/* At the end of a track: FALSE with RB_ERROR_FORMAT where it has no INDEX 01. */
gboolean rb_cue_track_finish(RbCueParser *parser, GError **error);

#endif
