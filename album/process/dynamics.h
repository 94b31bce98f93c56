/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DYNAMICS_H
#define AL_DYNAMICS_H

/* From a side-chain to gain reductions: detector, static curve, ballistics. Feed-forward, the
 * detector before the curve and the smoothing after it, in decibels, as Giannoulis, Massberg and
 * Reiss recommend.
 *
 *   side-chain -> level in dB -> curve -> [peak hold] -> ballistics -> reduction in dB
 *
 * PEAK takes each frame as it is, where a full-scale tone is at 0 dBFS. What it asks for is held
 * for 5 ms (half the release, if that is less), so that the wave of a tone above 100 Hz is not
 * followed; the release is shortened by as much, and lasts what was set. RMS takes the mean square
 * over 10 ms (one pole), where a full-scale tone is at -3.01 dBFS, and lags by about that. */

#include "album/process/activity.h"
#include "album/process/ballistics.h"
#include "album/process/gain_computer.h"

typedef enum {
  AL_DETECTOR_PEAK,
  AL_DETECTOR_RMS,
} AlDetector;

typedef struct {
  AlCurve curve;
  AlBallisticsSettings ballistics;
  AlDetector detector;
  double link; /* of left and right, 0..1: with 1 both follow the louder, with 0 each itself */
} AlDynamicsSettings;

typedef struct AlDynamics AlDynamics;

/* For a side-chain of one or two `channels` that lasts `frames`. Behind its end the last reduction
 * stays: a processor that looks ahead is there before its audio has ended. */
AlDynamics *al_dynamics_new(const AlDynamicsSettings *settings, gsize channels, int rate,
                            gint64 frames);

/* How many reductions there are per frame: 2 only if two channels are not wholly linked. */
gsize al_dynamics_outputs(const AlDynamics *dynamics);

/* `sidechain` holds `frames` frames, interleaved if there are two channels, and is used up: what
 * stands in it afterwards is the reductions in dB (>= 0), interleaved if there are two outputs. */
void al_dynamics_process(AlDynamics *dynamics, double *sidechain, gsize frames);

/* What it has asked for so far, up to the end of the side-chain. */
AlActivity al_dynamics_get_reduction(const AlDynamics *dynamics);

void al_dynamics_free(AlDynamics *dynamics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDynamics, al_dynamics_free)

#endif
