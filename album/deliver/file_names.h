/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FILE_NAMES_H
#define AL_FILE_NAMES_H

/* The names of files, by the pattern of their deliverable. Where names are in ASCII, the texts in
 * them are in a translation that it can spell, if they need one and have one. */

#include "album/project/project.h"

/* The name of the file of a track, without extension, as are all; for g_free(). */
char *al_track_name(const AlProject *project, const AlDeliverable *deliverable, guint number);

/* The name of the file of the whole album. */
char *al_album_name(const AlProject *project, const AlDeliverable *deliverable);

/* The name of the file of a side (from 0). */
char *al_side_name(const AlProject *project, const AlDeliverable *deliverable, guint side);

/* Tells the project's diagnostics of tracks that would have the same name, or the name of the album
 * where that lies in the same folder; also where only capitals differ, which some systems cannot
 * tell apart. */
void al_file_names_check(const AlProject *project, const AlDeliverable *deliverable);

#endif
