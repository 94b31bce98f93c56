/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CD_FILES_H
#define AL_CD_FILES_H

/* The files of a CD deliverable: their names, the images, and the sheets that describe them. */

#include "album/deliver/delivered.h"
#include "album/deliver/image_writer.h"
#include "redbook/checksum.h"
#include "redbook/compare.h"

/* A form of the disc among the files. */
typedef struct {
  char *name;             /* "cd/DDP", "cd/Night Ferry.cue" */
  RbCompare carries;      /* what it must hold of the disc */
  gboolean libcdio_reads; /* a CUE beside its BIN */
} AlCdForm;

typedef struct AlCdFiles AlCdFiles;

/* The arguments must outlive the files. */
AlCdFiles *al_cd_files_new(const AlProject *project, AlDelivered *delivered,
                           const AlStaging *staging);
void al_cd_files_free(AlCdFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlCdFiles, al_cd_files_free)

/* Opens the images that the deliverable wants: GPtrArray of AlImageWriter. */
GPtrArray *al_cd_files_open_images(const AlCdFiles *files, GError **error);

/* Writes all but the images; `audio` is the digest of IMAGE.DAT. To be called once. */
gboolean al_cd_files_write_sheets(AlCdFiles *files, RbDigest *audio, GError **error);

/* The forms that were written, of AlCdForm. */
const GArray *al_cd_files_forms(const AlCdFiles *files);

/* Where a file lies while it is staged. */
char *al_cd_files_path(const AlCdFiles *files, const char *name);

#endif
