/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_MANIFEST_H
#define AL_MANIFEST_H

/* manifest.json: what lies in masters/, for programs. For each file its deliverable, and of audio
 * the track, ISRC, codec, rate, depth, channels, frames, duration, loudness and true peak of what
 * was encoded; the checksum of all. What does not apply or does not exist is null. The words follow
 * those that DDEX has for the technical details of a recording. */

#include "album/deliver/delivered.h"

#define AL_MANIFEST_NAME "manifest.json"

/* The text of the manifest of `delivered` (of AlDelivered; those that failed have no files), whose
 * checksums `sums` lists as SHA256SUMS does. `old`, the path of the manifest in the place (NULL, or
 * it need not be there), gives what it says of deliverables that are not among `delivered`, or have
 * failed. For g_free(). */
char *al_manifest_make(const AlProject *project, const GPtrArray *delivered, const char *sums,
                       const char *old);

#endif
