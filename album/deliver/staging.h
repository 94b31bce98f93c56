/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_STAGING_H
#define AL_STAGING_H

/* Staging: masters are written beside their place and change places with what was there before in
 * one step, complete and verified, or not at all.
 *
 *   album/masters/                 the place: what the user sees
 *   album/.masters.segue-XXXXXX/   the staging folder, on the same file system
 *     cd/ streaming/ ...           new files, and links to what is kept of the old ones
 *     .work/                       what the render itself needs; never moved
 *
 * Files in the place that no SHA256SUMS of ours lists are somebody else's and are kept. A staging
 * folder that a killed render left behind is removed by the next one (a lock tells it from the
 * folder of a render that is still running). */

#include <glib.h>

typedef struct AlStaging AlStaging;

/* Whether a render could stage for this folder, as far as that can be seen without writing anything:
 * to be asked before long work. FALSE with AL_ERROR_WRITE, which names the folder. */
gboolean al_staging_check(const char *place, GError **error);

/* Begins to stage for the folder `place`, which need not exist yet. Fails where the place holds
 * something other than masters, where another render is at work on it, or where nothing can be
 * written. */
AlStaging *al_staging_new(const char *place, GError **error);

/* Removes the staging folder and all in it (after a commit: what was replaced). */
void al_staging_free(AlStaging *staging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlStaging, al_staging_free)

/* The path of `name` (a relative path with '/') in the staging folder; its folders are made. */
char *al_staging_path(const AlStaging *staging, const char *name, GError **error);

/* The staging folder itself. */
const char *al_staging_folder(const AlStaging *staging);

/* The folder for what only the render itself needs. */
const char *al_staging_work_folder(const AlStaging *staging);

/* Removes what was staged below the top folder `name`. */
void al_staging_discard(const AlStaging *staging, const char *name);

/* Says that `bytes` more will be written; FALSE with an error where the disk has no room for them.
 */
gboolean al_staging_reserve(const AlStaging *staging, guint64 bytes, GError **error);

/* Puts the staged files in their place. `replaced` (NULL-terminated; NULL: all) names the top
 * folders, and files beside them, that go; what SHA256SUMS lists elsewhere is kept, and its lines
 * are carried into the new SHA256SUMS, in front of `sums`, the lines of the new files. */
gboolean al_staging_commit(AlStaging *staging, const char *const *replaced, const char *sums,
                           GError **error);

#endif
