/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_SHEET_H
#define RB_SHEET_H

/* A sheet: what a CUE or a TOC says, before the lengths of its audio files are known.
 *
 * The parsers (cue_read.h, toc_read.h) make it from text alone. It holds a disc without indexes and
 * the steps by which its audio is put together, in the order of the disc; an index is a step that
 * marks a distance from the last anchor. Only rb_sheet_open looks at the audio files.
 *
 *   anchor | file 1 from 0 on | mark 1.1 +0 | mark 2.0 +750 | mark 2.1 +825 | pad | anchor | ... */

#include <glib.h>

#include "redbook/disc.h"
#include "redbook/image.h"

/* The longest text that the parsers look at; a sheet of 99 tracks has some 50 kB. */
#define RB_SHEET_MAX_BYTES (1024 * 1024)

typedef enum {
  RB_STEP_ANCHOR,  /* distances count from here */
  RB_STEP_AUDIO,   /* `frames` of a file from `first_frame` on, -1: to its end */
  RB_STEP_SILENCE, /* `frames` of digital silence */
  RB_STEP_PAD,     /* silence to the next sector */
  RB_STEP_MARK,    /* index `index` of track `track`, `sectors` behind the anchor */
} RbStepKind;

typedef struct {
  RbStepKind kind;
  guint file; /* AUDIO: in RbSheet.files */
  gint64 first_frame;
  gint64 frames;
  guint track;
  guint8 index;
  gint32 sectors;
  guint line, column; /* where the sheet says so */
} RbStep;

typedef struct {
  char *name; /* as it stands in the sheet */
  RbAudioForm form;
  char *path;    /* NULL until it is found */
  gint64 frames; /* -1 until it is measured */
} RbSheetFile;

typedef struct {
  char *path;        /* of the sheet, for messages */
  RbDisc *disc;      /* tracks, codes, flags, texts; no indexes, no lead-out */
  GArray *files;     /* of RbSheetFile */
  GArray *steps;     /* of RbStep */
  char *cdtext_file; /* name of a file with CD-TEXT packs beside the sheet, NULL where none */
} RbSheet;

RbSheet *rb_sheet_new(const char *path);
void rb_sheet_free(RbSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RbSheet, rb_sheet_free)

/* The number of the file of that name and form, added where it is new. */
guint rb_sheet_add_file(RbSheet *sheet, const char *name, RbAudioForm form);

/* Puts the indexes and the lead-out into sheet->disc, from the lengths in sheet->files. The first
 * step stands at `first_sector` of the disc: 150 where the files begin behind the first pause (as
 * all CUE and TOC readers have it), 0 where they hold it. Track 1 always has an INDEX 00 at sector
 * 0. FALSE with RB_ERROR_FORMAT and line and column where a mark is beyond its audio, a piece is
 * beyond its file, or the disc gets longer than 99:59:74. To be called once. */
gboolean rb_sheet_lay_out(RbSheet *sheet, gint32 first_sector, GError **error);

/* Reads a whole file of at most RB_SHEET_MAX_BYTES, with a NUL behind it. Transfer full. */
gboolean rb_sheet_load_text(const char *path, char **text, gsize *bytes, GError **error);

/* Finds and measures the audio files (names are relative to the folder of the sheet, and their case
 * may be lost), lays the disc out and gives the disc, which leaves the sheet, and its audio. Either
 * may be NULL. FALSE with RB_ERROR_FILE, line and column where a file is not there. */
gboolean rb_sheet_open(RbSheet *sheet, gint32 first_sector, RbDisc **disc, RbImage **image,
                       GError **error);

#endif
