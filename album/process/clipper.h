/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CLIPPER_H
#define AL_CLIPPER_H

/* A clipper at eight times the rate: it bends the wave over towards a ceiling. With c the ceiling,
 * k = c (1 - softness), for |x| (the sign stays):
 *
 *   out c |      .-------        |x|                              up to k
 *       k |    /                 |x| - (|x| - k)^2 / (4 (c - k))  up to 2 c - k
 *         |  /                   c                                above
 *         +------------- in
 *
 * Only what it takes away goes through the oversampler, and is subtracted from the untouched wave:
 * below the knee the audio keeps its bits. That difference is anti-aliased once more by
 * integration (Parker, Zavalishin, Le Bivic, DAFx-16). What comes out may stand over the ceiling by
 * what the band limit makes of the corners (1.4 dB was seen on music driven hard into it), so a
 * limiter follows. */

#include "album/audio/source.h"
#include "album/process/activity.h"

typedef struct {
  double drive_db;   /* before the curve, and not taken back after it */
  double ceiling_db; /* dBFS */
  double softness;   /* 0..1: 0 cuts off at the ceiling, 1 bends from silence on */
} AlClipperSettings;

/* -1 dBFS, half soft, no drive. */
extern const AlClipperSettings al_clipper_defaults;

/* TRUE if what comes out has the bits of what goes in, for input up to `peak` (1.0 is full scale)
 * between the samples too; HUGE_VAL for any input, which a clipper always may touch. */
gboolean al_clipper_is_idle(const AlClipperSettings *settings, double peak);

/* A source that reads from `input`, which it does not own. */
AlSource *al_clipper_new(AlSource *input, const AlClipperSettings *settings);

/* What it has done so far, frame by frame at the highest of its peaks. */
AlActivity al_clipper_get_reduction(const AlSource *clipper);

#endif
