/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CHECK_TRACKS_H
#define AL_CHECK_TRACKS_H

/* What no value of a track shows by itself, and what needs no audio to be seen: times that
 * contradict each other, keys that only one track may have, codes that stand twice. */

#include "album/project/project.h"

void al_check_tracks(AlDiagnostics *diagnostics, const AlProject *project);

#endif
