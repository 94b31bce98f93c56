/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DRAFT_FOLDER_H
#define AL_DRAFT_FOLDER_H

/* A draft from a folder of mixes, as far as their tags (mix_tags.h) and names (name_parts.h) tell.
 *
 * The mixes are the files of audio in the folder, or, where it has none, those in the folders in
 * it. Their order is that of their track numbers where all have one and no two the same; else the
 * natural order of their names. Tags count more than names. */

#include "album/draft/draft.h"

/* `project_folder` is where the project file will lie. A file that no project could use is left out
 * (N02). NULL with an error where the folder cannot be read or holds no mixes, or more than 99. */
AlDraft *al_draft_from_folder(const char *folder, const char *project_folder, RbFindings *findings,
                              GError **error);

#endif
