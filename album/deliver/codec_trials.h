/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CODEC_TRIALS_H
#define AL_CODEC_TRIALS_H

/* The tracks of a deliverable, each from its own start, through each of its `codecs`.
 *
 *   a format of its own   what the files of that format are cut from, at the codec's rate
 *   any other codec       what the deliverable is, resampled to the codec's rate: as services do
 */

#include "album/deliver/delivered.h"
#include "album/deliver/finished.h"

/* Tells in the project's diagnostics of codecs that cannot be tried on this machine. */
void al_codec_trials_plan(const AlRendering *rendering, const AlDelivered *delivered);

/* What trials take on the disk, at the most. */
guint64 al_codec_trials_bytes(const AlRendering *rendering, const AlDelivered *delivered);

/* Tries them on the job's threads: GPtrArray of AlDeliveredCodec, by track, then by codec; all, or
 * with `over` (of AlDeliveredCodec; else NULL) only those that were over there. `finish` is how the
 * deliverable is finished, at the level of `delivered`. NULL with an error. */
GPtrArray *al_codec_trials_run(const AlRendering *rendering, const AlDelivered *delivered,
                               const AlFinish *finish, const GPtrArray *over, GError **error);

#endif
