/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PROJECT_FILES_H
#define AL_PROJECT_FILES_H

/* The files that a project is made of, which nothing may write over. */

#include "album/project/project.h"

/* Whether a file may be written at `path`. FALSE with AL_ERROR_WRITE where the project itself, or a
 * mix, hidden audio, a reference or the cover that it names lies there, by whatever name; NULL is
 * no file. */
gboolean al_project_files_spare(const AlProject *project, const char *path, GError **error);

#endif
