/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_VERIFY_H
#define AL_VERIFY_H

/* Verifies masters, ours or others': checksums, rules, and that all forms of a disc are the same.
 */

#include "album/disc/plants.h"
#include "album/job.h"
#include "redbook/finding.h"

/* What was looked at. */
typedef struct {
  guint checksums;  /* how many were compared */
  GPtrArray *discs; /* of char *: the forms of discs that were read, by name */
  guint unreadable; /* forms that could not be read (V03) */
} AlVerified;

/* `path` is a folder of masters (or any folder that holds discs, also in the folders below it), a
 * DDP's folder, a .cue or a .toc. Each disc is judged by the rules (R), for a plant too (NULL:
 * none); the forms of one disc are compared (P); lists of checksums are gone through (V01, V02,
 * R81). What looks like a disc and cannot be read is a finding, too (V03, error). NULL with an
 * error where nothing of the kind is there, or the job was interrupted. */
AlVerified *al_verify(const char *path, const AlPlant *plant, const AlJob *job,
                      RbFindings *findings, GError **error);

void al_verified_free(AlVerified *verified);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlVerified, al_verified_free)

#endif
