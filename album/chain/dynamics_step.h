/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DYNAMICS_STEP_H
#define AL_DYNAMICS_STEP_H

/* What the steps with dynamics have in common: the parameters of one compressor, so that those of a
 * band of the multiband are the same ones. */

#include <math.h>
#include <stddef.h>

#include "album/chain/step.h"
#include "album/process/dynamics.h"

extern const AlWord al_words_detectors[];
extern const AlWord al_words_parts[]; /* stereo, mid, side: AlPart */
extern const AlWord al_words_no_range[];

/* Rows of a table of parameters for the AlDynamicsSettings that are the FIELD of a SETTINGS struct.
 * A release of AL_AUTO stands for automatic smoothing. */
#define AL_DYNAMICS_PARAMETERS(SETTINGS, FIELD, THRESHOLD_DB, ATTACK_SECONDS)         \
  {"threshold",                                                                       \
   AL_UNIT_DB,                                                                        \
   -80.0,                                                                             \
   0.0,                                                                               \
   THRESHOLD_DB,                                                                      \
   NULL,                                                                              \
   offsetof(SETTINGS, FIELD.curve.threshold_db),                                      \
   "The level in dBFS over which it turns down."},                                    \
      {"ratio",                                                                       \
       AL_UNIT_NUMBER,                                                                \
       1.0,                                                                           \
       100.0,                                                                         \
       2.0,                                                                           \
       NULL,                                                                          \
       offsetof(SETTINGS, FIELD.curve.ratio),                                         \
       "How many dB over the threshold become 1 dB."},                                \
      {"knee",                                                                        \
       AL_UNIT_DB,                                                                    \
       0.0,                                                                           \
       24.0,                                                                          \
       6.0,                                                                           \
       NULL,                                                                          \
       offsetof(SETTINGS, FIELD.curve.knee_db),                                       \
       "The width of the bend about the threshold."},                                 \
      {"range",                                                                       \
       AL_UNIT_DB,                                                                    \
       0.1,                                                                           \
       60.0,                                                                          \
       HUGE_VAL,                                                                      \
       al_words_no_range,                                                             \
       offsetof(SETTINGS, FIELD.curve.range_db),                                      \
       "The most that it turns down."},                                               \
      {"attack",                                                                      \
       AL_UNIT_SECONDS,                                                               \
       0.0,                                                                           \
       1.0,                                                                           \
       ATTACK_SECONDS,                                                                \
       NULL,                                                                          \
       offsetof(SETTINGS, FIELD.ballistics.attack_seconds),                           \
       "How fast it comes (time to 63 %)."},                                          \
      {"release",                                                                     \
       AL_UNIT_SECONDS,                                                               \
       0.001,                                                                         \
       5.0,                                                                           \
       AL_AUTO,                                                                       \
       al_words_auto,                                                                 \
       offsetof(SETTINGS, FIELD.ballistics.release_seconds),                          \
       "How fast it goes; auto: at once after a peak, slowly after a loud passage."}, \
      {"detector",                                                                    \
       AL_UNIT_CHOICE,                                                                \
       0.0,                                                                           \
       0.0,                                                                           \
       AL_DETECTOR_RMS,                                                               \
       al_words_detectors,                                                            \
       offsetof(SETTINGS, FIELD.detector),                                            \
       "The mean power over 10 ms, by which a sine is 3 dB lower, or each peak."},    \
  {                                                                                   \
    "link", AL_UNIT_PERCENT, 0.0, 1.0, 1.0, NULL, offsetof(SETTINGS, FIELD.link),     \
        "How much left and right are turned down alike."                              \
  }

/* The settings as the processor takes them, with AL_AUTO put into its terms. */
AlDynamicsSettings al_dynamics_step_settings(const AlDynamicsSettings *settings);

/* A make-up that was not found yet counts as none. */
double al_dynamics_step_make_up_db(double make_up_db);

AlStepReport al_dynamics_step_report(AlActivity reduction);

#endif
