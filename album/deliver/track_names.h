/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TRACK_NAMES_H
#define AL_TRACK_NAMES_H

/* The names of the files of tracks, by the pattern of their deliverable. */

#include "album/project/project.h"

/* The name of the file of a track, without extension; for g_free(). */
char *al_track_name(const AlProject *project, const AlDeliverable *deliverable, guint number);

/* The name of the file of the whole album. */
char *al_album_name(const AlProject *project, const AlDeliverable *deliverable);

/* Tells the project's diagnostics of tracks that would have the same name, or the name of the album
 * where that lies in the same folder; also where only capitals differ, which some systems cannot
 * tell apart. */
void al_track_names_check(const AlProject *project, const AlDeliverable *deliverable);

#endif
