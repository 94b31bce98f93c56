/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_LIMITER_PASS_H
#define AL_LIMITER_PASS_H

/* One pass of the limiter over a block: find the peaks, shape the gain, apply it to the delayed
 * audio. limiter.h says what it is part of. */

#include <glib.h>

#include "album/limiter/gain_path.h"
#include "album/limiter/peak_detector.h"

#define AL_LIMITER_BLOCK AL_PEAK_DETECTOR_BLOCK

/* A block on its way through the passes: the audio with what is known of its peaks, and by what it
 * has been multiplied in all so far (the smaller gain of the two channels). */
typedef struct {
  AlPeakBlock channels[2];
  double gain[AL_LIMITER_BLOCK];
} AlLimiterBlock;

typedef struct {
  double ceiling; /* linear, full scale 1 */
  double link;    /* 0: each channel for itself, 1: both the same gain */
  AlGainPathSettings gain;
} AlLimiterPassSettings;

typedef struct AlLimiterPass AlLimiterPass;

AlLimiterPass *al_limiter_pass_new(const AlLimiterPassSettings *settings);
void al_limiter_pass_free(AlLimiterPass *pass);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlLimiterPass, al_limiter_pass_free)

/* By how many frames a block comes out later. */
guint al_limiter_pass_delay(const AlLimiterPass *pass);

/* Replaces a block by the one that is due. */
void al_limiter_pass_run(AlLimiterPass *pass, AlLimiterBlock *block);

#endif
