/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DYNAMIC_RANGE_H
#define AL_DYNAMIC_RANGE_H

/* The DR value that music lovers' databases list (TT Dynamic Range Meter 1.1, 2009; "DR14"). A sink
 * of stereo audio.
 *
 * Per channel, in blocks of 3 s (the last may be shorter): the peak of the block, and sqrt(2 mean
 * square), so that a sine has an RMS of its peak. DR is the second-highest block peak over the root
 * mean square of the loudest fifth of the blocks, in dB; of a track, the mean of the channels,
 * rounded; of an album, the mean of the tracks, rounded. At 44.1 kHz a block has 3 * 44160 frames:
 * a quirk of the original, kept so that the values agree with those that are published.
 * Fewer than three blocks, and a silent channel, have DR 0. */

#include "album/measure/levels.h"

typedef struct AlDynamicRange AlDynamicRange;

AlDynamicRange *al_dynamic_range_new(int rate);
void al_dynamic_range_free(AlDynamicRange *meter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDynamicRange, al_dynamic_range_free)

void al_dynamic_range_feed(AlDynamicRange *meter, const double *samples, gsize frames);

/* Tells that the audio ended. Nothing may be fed after. */
void al_dynamic_range_finish(AlDynamicRange *meter);

/* The rest only after al_dynamic_range_finish(). The plain levels of all that was fed, which the
 * meter works out anyway; it owns them. */
const AlLevels *al_dynamic_range_levels(const AlDynamicRange *meter);

/* Of one channel, not rounded, and of the track. */
double al_dynamic_range_channel(const AlDynamicRange *meter, guint channel);
int al_dynamic_range_track(const AlDynamicRange *meter);

/* Of an album, from the values of its tracks. 0 where there is none. */
int al_dynamic_range_album(const int *tracks, gsize count);

#endif
