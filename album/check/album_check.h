/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_ALBUM_CHECK_H
#define AL_ALBUM_CHECK_H

/* The mixes of an album, listened to side by side on the threads of a job. */

#include "album/check/mix_check.h"
#include "album/job.h"
#include "album/project/project.h"

typedef struct {
  const AlProject *project;
  GPtrArray *mixes; /* of AlMixFaults: [0] the hidden audio, [n] track n; NULL: none, or not
                       readable */
} AlAlbumCheck;

/* Checks every mix of a sound project. A mix that cannot be read does not keep the others from
 * being checked, and is left to whoever reads it next. NULL with an error only where the job was
 * interrupted. `project` must outlive the result. */
AlAlbumCheck *al_album_check_new(const AlProject *project, const AlJob *job, GError **error);

void al_album_check_free(AlAlbumCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlAlbumCheck, al_album_check_free)

const AlMixFaults *al_album_check_mix(const AlAlbumCheck *check, guint number);

/* The findings of all mixes, at "track 3, 1:02.500" or "hidden audio, 0:00.000", by the limits of
 * the project: times count in the file of the mix. Then what is odd about the mixes as an album. */
void al_album_check_judge(const AlAlbumCheck *check, RbFindings *findings);

#endif
