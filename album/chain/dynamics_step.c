/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/dynamics_step.h"

#include "album/process/compressor.h"

const AlWord al_words_detectors[] = {
    {"rms", AL_DETECTOR_RMS}, {"peak", AL_DETECTOR_PEAK}, {NULL, 0.0}};

const AlWord al_words_parts[] = {
    {"stereo", AL_PART_STEREO}, {"mid", AL_PART_MID}, {"side", AL_PART_SIDE}, {NULL, 0.0}};

const AlWord al_words_no_range[] = {{"off", HUGE_VAL}, {NULL, 0.0}};

AlDynamicsSettings
al_dynamics_step_settings(const AlDynamicsSettings *settings)
{
  AlDynamicsSettings plain = *settings;
  gboolean automatic = plain.ballistics.release_seconds == AL_AUTO;

  plain.ballistics.smoothing = automatic ? AL_SMOOTHING_AUTOMATIC : AL_SMOOTHING_BRANCHING;
  if (automatic)
    plain.ballistics.release_seconds = 0.0;
  return plain;
}

double
al_dynamics_step_make_up_db(double make_up_db)
{
  return make_up_db == AL_AUTO ? 0.0 : make_up_db;
}

AlStepReport
al_dynamics_step_report(AlActivity reduction)
{
  return (AlStepReport){.max_reduction_db = reduction.max_db,
                        .mean_reduction_db = reduction.mean_db,
                        .working_share = reduction.working};
}
