/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_VERIFY_H
#define AL_VERIFY_H

/* Verifies masters, ours or others': checksums, rules, and that all forms of a disc are the same.
 */

#include "album/job.h"
#include "redbook/disc.h"
#include "redbook/finding.h"

/* What was looked at. */
typedef struct {
  guint checksums;  /* files whose SHA-256 was compared */
  GPtrArray *discs; /* of char *: the forms of discs that were read, by name */
} AlVerified;

/* `path` is a folder of masters (or any folder that holds discs, also in the folders below it), a
 * DDP's folder, a .cue or a .toc. NULL with an error where nothing of the kind is there, a file
 * cannot be read, or the job was interrupted; all else is a finding. */
AlVerified *al_verify(const char *path, const AlJob *job, RbFindings *findings, GError **error);

void al_verified_free(AlVerified *verified);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlVerified, al_verified_free)

#endif
