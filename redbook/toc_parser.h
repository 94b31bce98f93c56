/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_TOC_PARSER_H
#define RB_TOC_PARSER_H

/* The parser of TOC files, for toc_read.c (the disc and the statements of a track that are words)
 * and toc_track.c (the audio of a track and the marks in it). */

#include "redbook/sheet.h"
#include "redbook/toc_lexer.h"
#include "redbook/toc_texts.h"

typedef struct {
  RbTocLexer lexer;
  RbTocTexts texts;
  RbSheet *sheet;

  /* The track that is being read; NULL before the first. */
  RbTrack *track;
  gint64 start_frames; /* of its INDEX 01 in its audio */
  gint64 frames;       /* of its audio so far, -1 where a file goes to its end */
  gboolean has_start;
  GArray *index_frames;   /* of gint64: INDEX 02 and up, from INDEX 01 */
  RbTocToken track_token; /* for the place only */
} RbTocParser;

/* At TRACK: the track before it is finished, and its mode is read. FALSE with RB_ERROR_FORMAT and
 * its place, as all of these. */
gboolean rb_toc_track_begin(RbTocParser *parser, GError **error);

/* Puts the marks of the track, where there is one, behind its audio. */
gboolean rb_toc_track_finish(RbTocParser *parser, GError **error);

/* A statement about audio or marks, if the token is one; `taken` says whether it was. */
gboolean rb_toc_track_read(RbTocParser *parser, gboolean *taken, GError **error);

#endif
