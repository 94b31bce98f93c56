/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_STEREO_H
#define AL_STEREO_H

/* How the two channels of a mix go together. A sink. */

#include "album/check/fault.h"

typedef struct AlStereo AlStereo;

AlStereo *al_stereo_new(int rate);
void al_stereo_free(AlStereo *stereo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlStereo, al_stereo_free)

void al_stereo_feed(AlStereo *stereo, const double *samples, gsize frames);

/* Tells that the audio ended; nothing may be fed after, and nothing asked before. */
void al_stereo_finish(AlStereo *stereo);

/* Percent of full scale: the mean of the samples of the channel where it is largest, unsigned. */
const AlFaults *al_stereo_dc(const AlStereo *stereo);

/* dBFS (RMS) of the quieter channel, -HUGE_VAL for silence. The channels of the spot are those
 * below -90 dBFS. */
const AlFaults *al_stereo_dead_channel(const AlStereo *stereo);

/* dB of the difference of the channels beside what they are; NAN where both are silent. */
const AlFaults *al_stereo_dual_mono(const AlStereo *stereo);

/* dB from the quieter channel to the louder one, which is the spot's; NAN where one is silent. */
const AlFaults *al_stereo_imbalance(const AlStereo *stereo);

/* From -1 to 1; NAN where a channel is silent. */
const AlFaults *al_stereo_correlation(const AlStereo *stereo);

/* Seconds above -50 dBFS in which the correlation is below -0.5: how many, and where. */
const AlFaults *al_stereo_phase(const AlStereo *stereo);

#endif
