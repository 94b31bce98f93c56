/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PUBLISH_H
#define AL_PUBLISH_H

/* Puts what was staged where nothing is yet: a folder in one step; files one after the other, and
 * none where one of them cannot be. Nothing is ever overwritten. */

#include "album/deliver/staging.h"

/* The staging folder becomes `place`, on the same file system. FALSE with AL_ERROR_WRITE. */
gboolean al_publish_folder(const AlStaging *staging, const char *place, GError **error);

/* The files `names` (of char *) of the staging folder go into `folder`, in their order. FALSE with
 * AL_ERROR_WRITE; then none of them is there. */
gboolean al_publish_files(const AlStaging *staging, const GPtrArray *names, const char *folder,
                          GError **error);

/* FALSE with AL_ERROR_WRITE where there is something at `path`. */
gboolean al_publish_is_free(const char *path, GError **error);

#endif
