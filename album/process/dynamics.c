/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/dynamics.h"

#include "album/filter/decibel.h"
#include "album/process/peak_hold.h"

#include <math.h>
#include <string.h>

/* Half a period of 100 Hz. */
#define HOLD_SECONDS 0.005
#define RMS_SECONDS 0.01

struct AlDynamics {
  AlDynamicsSettings settings;
  gsize channels;
  gsize outputs;
  double rms_factor;
  double mean_square[2];
  AlPeakHold *hold[2]; /* of PEAK */
  AlBallistics ballistics[2];
  AlActivityMeter meter;
  gint64 left_frames; /* of the side-chain */
  double last_db[2];  /* reductions */
};

/* The hold is a part of the release that was asked for. */
static void
set_up_hold(AlDynamics *dynamics, AlBallisticsSettings *ballistics, int rate)
{
  double seconds = HOLD_SECONDS;

  if (ballistics->smoothing != AL_SMOOTHING_AUTOMATIC) {
    seconds = MIN(seconds, ballistics->release_seconds / 2);
    ballistics->release_seconds -= seconds;
  }
  for (gsize i = 0; i < dynamics->outputs; i++)
    dynamics->hold[i] = al_peak_hold_new((gsize)(seconds * rate) + 1);
}

AlDynamics *
al_dynamics_new(const AlDynamicsSettings *settings, gsize channels, int rate, gint64 frames)
{
  AlDynamics *dynamics = g_new0(AlDynamics, 1);
  AlBallisticsSettings ballistics = settings->ballistics;

  g_assert(channels == 1 || channels == 2);
  dynamics->settings = *settings;
  dynamics->channels = channels;
  dynamics->left_frames = frames;
  dynamics->outputs = settings->link < 1 ? channels : 1;
  dynamics->rms_factor = exp(-1 / (RMS_SECONDS * rate));
  if (settings->detector == AL_DETECTOR_PEAK)
    set_up_hold(dynamics, &ballistics, rate);
  for (gsize i = 0; i < dynamics->outputs; i++)
    al_ballistics_init(&dynamics->ballistics[i], &ballistics, rate);
  return dynamics;
}

gsize
al_dynamics_outputs(const AlDynamics *dynamics)
{
  return dynamics->outputs;
}

/* The floor keeps the mean square out of the denormal numbers on silence. */
static void
take_mean_squares(AlDynamics *dynamics, double *powers, gsize frames, gsize channel)
{
  const gsize stride = dynamics->channels;
  const double factor = dynamics->rms_factor;
  double mean = dynamics->mean_square[channel];

  for (gsize i = channel; i < frames * stride; i += stride) {
    double power = powers[i] + AL_POWER_FLOOR;

    mean = power + factor * (mean - power);
    powers[i] = mean;
  }
  dynamics->mean_square[channel] = mean;
}

static void
take_powers(AlDynamics *dynamics, double *values, gsize frames)
{
  for (gsize i = 0; i < frames * dynamics->channels; i++)
    values[i] *= values[i];
  if (dynamics->settings.detector == AL_DETECTOR_RMS)
    for (gsize channel = 0; channel < dynamics->channels; channel++)
      take_mean_squares(dynamics, values, frames, channel);
  if (dynamics->outputs < dynamics->channels)
    for (gsize i = 0; i < frames; i++)
      values[i] = MAX(values[2 * i], values[2 * i + 1]);
}

/* The curve never falls, so the reduction of the louder channel is the larger one. */
static void
link_channels(double *reductions_db, gsize frames, double link)
{
  for (gsize i = 0; i < 2 * frames; i += 2) {
    double larger = MAX(reductions_db[i], reductions_db[i + 1]);

    reductions_db[i] += link * (larger - reductions_db[i]);
    reductions_db[i + 1] += link * (larger - reductions_db[i + 1]);
  }
}

static void
react(AlDynamics *dynamics, double *sidechain, gsize frames)
{
  const gsize outputs = dynamics->outputs;

  take_powers(dynamics, sidechain, frames);
  al_decibel_from_powers(sidechain, frames * outputs);
  al_gain_computer_process(&dynamics->settings.curve, sidechain, frames * outputs);
  if (outputs == 2 && dynamics->settings.link > 0)
    link_channels(sidechain, frames, dynamics->settings.link);
  for (gsize i = 0; i < outputs; i++) {
    if (dynamics->hold[i] != NULL)
      al_peak_hold_process(dynamics->hold[i], sidechain + i, frames, outputs);
    al_ballistics_process(&dynamics->ballistics[i], sidechain + i, frames, outputs);
  }
  al_activity_meter_add(&dynamics->meter, sidechain, frames * outputs);
}

void
al_dynamics_process(AlDynamics *dynamics, double *sidechain, gsize frames)
{
  const gsize outputs = dynamics->outputs;
  const gsize heard = (gsize)MIN((gint64)frames, dynamics->left_frames);

  if (heard > 0) {
    react(dynamics, sidechain, heard);
    memcpy(dynamics->last_db, sidechain + (heard - 1) * outputs, outputs * sizeof *sidechain);
  }
  for (gsize i = heard * outputs; i < frames * outputs; i++)
    sidechain[i] = dynamics->last_db[i % outputs];
  dynamics->left_frames -= (gint64)heard;
}

AlActivity
al_dynamics_get_reduction(const AlDynamics *dynamics)
{
  return al_activity_meter_get(&dynamics->meter);
}

void
al_dynamics_free(AlDynamics *dynamics)
{
  if (dynamics == NULL)
    return;
  al_peak_hold_free(dynamics->hold[0]);
  al_peak_hold_free(dynamics->hold[1]);
  g_free(dynamics);
}
