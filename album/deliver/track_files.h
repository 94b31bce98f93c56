/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TRACK_FILES_H
#define AL_TRACK_FILES_H

/* The deliverables that are a file per track: streaming, download and radio.
 *
 *   NAME/01 Harbour Lights.flac            with one format
 *   NAME/flac 24/01 Harbour Lights.flac    with several
 *   NAME/flac 16/Night Ferry.flac          the album as one file
 *
 * The first file begins with the audio of track 1; each ends where the audio of the next track
 * begins, and the last with the program: put together they are the program, frame for frame. The
 * pause before track 1 and what is hidden in it are of CDs only. */

#include "album/deliver/delivered.h"
#include "redbook/finding.h"

/* Operations of a kind, see kinds.h. */
void al_track_files_plan(const AlRendering *rendering, AlDelivered *delivered,
                         RbFindings *findings);
guint64 al_track_files_bytes(const AlRendering *rendering, const AlDelivered *delivered);
gboolean al_track_files_make(const AlRendering *rendering, AlDelivered *delivered,
                             RbFindings *findings, GError **error);

#endif
