/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FILE_CUT_H
#define AL_FILE_CUT_H

/* A part of a finished program as a file: encoded, read back, proven. Silence may come before it,
 * in zeros: nothing dithers it. */

#include "album/deliver/delivered.h"
#include "album/deliver/programs.h"
#include "album/encode/encoding.h"
#include "album/encode/tags.h"

typedef struct {
  const AlProgram *program;      /* not owned */
  gint64 first_frame;            /* of the program */
  gint64 frames;                 /* of the program */
  gint64 head_frames;            /* of silence before them */
  AlEncoding encoding;           /* with its rate, that of the program */
  guint first_track, last_track; /* whose audio it is */
  char *name;                    /* relative to the place, with '/' */
  AlTags *tags;                  /* NULL: nothing but format and audio */
} AlFileCut;

/* For g_ptr_array_new_with_free_func(); frees what the cut points to but the program. */
void al_file_cut_free(gpointer cut);

/* How a program must be finished to be cut into files of this format. */
AlFinish al_file_cut_finish(const AlDelivered *delivered, const AlTimeline *timeline,
                            const AlFormat *format);

/* The format with the rate that its files have. */
AlEncoding al_file_cut_encoding(const AlDeliverable *deliverable, const AlTimeline *timeline,
                                const AlFormat *format);

/* Tells the project's diagnostics where a file of this format cannot hold so many frames, at the
 * working rate. */
void al_file_cut_check_length(const AlRendering *rendering, const AlDeliverable *deliverable,
                              const AlFormat *format, gint64 frames);

/* What the file holds: silence and audio. The caller frees it. */
AlSource *al_file_cut_open(const AlFileCut *cut);

/* What so many files take at the most that have `frames` in all, and each a cover of so many bytes,
 * while they are made. */
guint64 al_file_cut_bytes(const AlEncoding *encoding, gint64 frames, guint files,
                          guint64 cover_bytes);

/* Writes all `cuts` (of AlFileCut), on the job's threads, reads them back, and adds them to the
 * files of `delivered` in their order. What is lossless must come back bit by bit, what is lossy
 * with as many frames as went in. */
gboolean al_file_cuts_write(const GPtrArray *cuts, const AlRendering *rendering,
                            AlDelivered *delivered, GError **error);

#endif
