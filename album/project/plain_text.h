/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PLAIN_TEXT_H
#define AL_PLAIN_TEXT_H

/* Texts for where there are only letters of ASCII, as in file names and in Broadcast Wave: what it
 * cannot spell stands there in a translation that it can, if the project has one. */

#include "album/project/project.h"

/* A text of the album, a translation of it, or NULL where there is none. It belongs to the project.
 */
const char *al_plain_album_text(const AlAlbum *album, RbTextField field);

/* The same of a track, without those of its album. */
const char *al_plain_track_text(const AlTrack *track, RbTextField field);

#endif
