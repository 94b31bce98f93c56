/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GAIN_PATH_H
#define AL_GAIN_PATH_H

/* From the reduction that every frame needs to a gain that is smooth and never reduces less.
 *
 *   needed    __|__|__|________|__________      what the peaks ask for
 *   bridged   __|"""""|________|__________      gaps shorter than the bridge are filled up to the
 *                                               lower of their two sides: half-waves of a bass note
 *                                               give one plateau, a single peak stays single
 *   released  __|"""""\___ ____|\_________      release.h
 *   ahead     |"""""""\___ |"""|\_________      held from `look_ahead` before
 *   smooth    /"""""""\___ /"""\_ ________      smooth.h, whose support is the same stretch: of
 *                                               what it averages for frame n, everything is at
 *                                               least what frame n needs
 *
 * The idea of a moving minimum and a filter of the same length: Hamalainen, Smoothing of the
 * Control Signal without Clipped Output in Digital Peak Limiters, DAFx 2002. Bridging is the
 * closing of mathematical morphology. */

#include <glib.h>

typedef struct {
  guint bridge_frames;
  guint look_ahead_frames; /* at least 2, below AL_SMOOTH_MAX_SUPPORT */
  double release_seconds;  /* as in release.h */
  int rate;
} AlGainPathSettings;

typedef struct AlGainPath AlGainPath;

AlGainPath *al_gain_path_new(const AlGainPathSettings *settings);
void al_gain_path_free(AlGainPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlGainPath, al_gain_path_free)

/* By how many frames the gain comes later than what is needed. */
guint al_gain_path_delay(const AlGainPath *path);

/* `reductions` (parts of AL_SMOOTH_ONE; overwritten) in, as many gains out, exactly 1 where nothing
 * is reduced. TRUE where a gain may be below 1; FALSE, with `gains` all 1, where none is. */
gboolean al_gain_path_run(AlGainPath *path, guint32 *reductions, double *gains, gsize frames);

#endif
