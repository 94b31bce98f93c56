/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CONVERTING_H
#define AL_CONVERTING_H

/* What the writers of the forms (convert_ddp.c, convert_sheet.c, convert_tracks.c) write from and
 * to. Each writes its files into the staging folder, adds their names to `names`, what must not
 * stand alone (a sheet) last, reads them back and proves them. */

#include "album/convert/convert.h"
#include "album/deliver/staging.h"
#include "album/disc/disc_form.h"
#include "redbook/checksum.h"

typedef struct {
  const AlConversion *conversion;
  AlTarget target;
  const AlDiscForm *source; /* its disc is fitted to the target (fit.h) */
  gboolean cdtext; /* a CUE gets a CDTEXTFILE (cue_texts.h) */
  const AlStaging *staging;
  const char *base; /* name of the files of a sheet, without ending */
  GPtrArray *names; /* of char *: of the files that were written */
  const AlJob *job;
  RbFindings *findings;
} AlConverting;

gboolean al_converting_write_ddp(const AlConverting *converting, GError **error);
gboolean al_converting_write_cue(const AlConverting *converting, GError **error); /* with a WAV */
gboolean al_converting_write_bin(const AlConverting *converting, GError **error); /* a CUE with a BIN */
gboolean al_converting_write_toc(const AlConverting *converting, GError **error);
gboolean al_converting_write_tracks(const AlConverting *converting, GError **error);

/* For the writers. */

/* The path of a file that is from here on one of the converting's. */
char *al_converting_add(const AlConverting *converting, const char *name, GError **error);

gboolean al_converting_write_bytes(const AlConverting *converting, const char *name, gconstpointer bytes,
                               gsize length, GError **error);

/* Proves that the disc in the staging folder, at `name` ("" for the folder itself), is the one that
 * was meant, with audio of this digest. */
gboolean al_converting_prove(const AlConverting *converting, const char *name, RbDigest *audio, GError **error);

#endif
