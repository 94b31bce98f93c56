/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_COMPARISON_SHIFT_H
#define AL_COMPARISON_SHIFT_H

/* Is one recording the other, only earlier or later? The cross-correlation of a few excerpts, added
 * up over all of them and divided by the energies of what lies beside each other, so that neither
 * loud passages nor beats that repeat decide. Levels and polarity do not matter.
 *
 * What is found is a proposal; comparison_audio.h proves it. */

#include "album/disc/comparison_audio.h"

/* How far apart they are looked for. */
#define AL_COMPARISON_SHIFT_SECONDS 10

/* Sets pair->offset_frames to the shift at which both are most alike, up to
 * AL_COMPARISON_SHIFT_SECONDS either way: of those that are as good as the best, the smallest. 0
 * where they are not alike at any. FALSE with an error where a file cannot be read or the job was
 * interrupted. */
gboolean al_comparison_shift_find(AlRecordingPair *pair, const AlJob *job, GError **error);

#endif
