/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SET_SUMS_H
#define AL_SET_SUMS_H

/* The checksum files that programs put beside a DDP fileset. They are no part of DDP, and each
 * program has its own: CHECKSUM.MD5, MD5-Checksum.md5, MD5_CHECKSUM.MD5, CHECKSUM.TXT. Which shapes
 * are read: redbook/checksum.h. */

#include "album/disc/sums.h"

/* Checks the set in `folder` against all of its lists. R81: a file that differs or is not there
 * (error), a list that cannot be read, a file of the set that no list names, a set without any list
 * (warnings), a list whose kind nobody has published (note). `count` gets how many lines were
 * compared. FALSE with an error where the job was interrupted. */
gboolean al_set_sums_verify(const char *folder, const AlJob *job, RbFindings *findings,
                            guint *count, GError **error);

#endif
