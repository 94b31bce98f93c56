/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SUMS_H
#define AL_SUMS_H

/* SHA256SUMS: the list of the files in masters/ with their checksums, as sha256sum writes it. */

#include "album/job.h"
#include "redbook/checksum.h"

#define AL_SUMS_NAME "SHA256SUMS"

/* Reads a list: GPtrArray of RbChecksum (redbook/checksum.h). NULL with an error where the file
 * cannot be read, or is no such list. */
GPtrArray *al_sums_read(const char *path, GError **error);

/* Appends the line of one file to a list. */
void al_sums_append_line(GString *list, const char *hex, const char *name);

/* Reads the files `names` (of char *) of `folder` from the disk and lists them in their order. */
char *al_sums_make(const char *folder, const GPtrArray *names, const AlJob *job, GError **error);

/* Checks files of `folder` against a list of RbChecksum of any kind. One that differs is a finding
 * `changed_id`, one that cannot be read `missing_id`, both errors. Names are found in any case.
 * FALSE with an error where the job was interrupted. */
typedef struct {
  const char *changed_id, *missing_id;
} AlSumsIds;

gboolean al_sums_compare(const char *folder, const GPtrArray *sums, const AlSumsIds *ids,
                         const AlJob *job, RbFindings *findings, GError **error);

/* Checks the files of `folder` against its list; each that differs or is gone is a finding (V01,
 * V02), and so is a list that is none, or empty (V04). `count` gets how many it lists. FALSE with
 * an error where the job was interrupted. */
gboolean al_sums_verify(const char *folder, const AlJob *job, RbFindings *findings, guint *count,
                        GError **error);

#endif
