/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_SILENCES_H
#define AL_SILENCES_H

/* Where a mix is silent, and how it begins and ends. A sink.
 *
 *   |  head  |######## sound ####| silence |####### sound ##|  tail  |
 *   0        first above -70 dBFS  below -60 dBFS           last above -70 dBFS
 */

#include "album/check/fault.h"

typedef struct AlSilences AlSilences;

/* Silences inside that are shorter than `least_seconds` are not noted. */
AlSilences *al_silences_new(int rate, double least_seconds);
void al_silences_free(AlSilences *silences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlSilences, al_silences_free)

void al_silences_feed(AlSilences *silences, const double *samples, gsize frames);

/* Tells that the audio ended; nothing may be fed after, and nothing asked before. */
void al_silences_finish(AlSilences *silences);

/* Seconds before the first and behind the last sound; NAN where there is no sound at all. */
const AlFaults *al_silences_head(const AlSilences *silences);
const AlFaults *al_silences_tail(const AlSilences *silences);

/* Seconds of the longest silence inside; 0 where there is none. */
const AlFaults *al_silences_inside(const AlSilences *silences);

/* dBFS of the step with which sound begins, the highest of the first 0.1 ms above -70 dBFS; and of
 * the highest sample of the last 2 ms of sound. What begins softly, and dies away, is near -70. */
const AlFaults *al_silences_start(const AlSilences *silences);
const AlFaults *al_silences_end(const AlSilences *silences);

#endif
