/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/stereo.h"

#include <math.h>

#include "album/measure/levels.h"

#define SILENT_DBFS (-90.0)
#define PHASE_LEAST_DBFS (-50.0)
#define PHASE_CORRELATION (-0.5)

typedef enum { DC, DEAD_CHANNEL, DUAL_MONO, IMBALANCE, CORRELATION, PHASE, FIGURES } Figure;

struct AlStereo {
  int rate;
  AlLevels whole, second; /* `whole` without the second that is going on */
  AlFaults figures[FIGURES];
};

AlStereo *
al_stereo_new(int rate)
{
  AlStereo *stereo = g_new0(AlStereo, 1);

  stereo->rate = rate;
  for (gsize i = 0; i < FIGURES; i++)
    al_faults_init(&stereo->figures[i]);
  return stereo;
}

void
al_stereo_free(AlStereo *stereo)
{
  if (stereo == NULL)
    return;
  for (gsize i = 0; i < FIGURES; i++)
    al_faults_clear(&stereo->figures[i]);
  g_free(stereo);
}

static void
end_second(AlStereo *stereo)
{
  const AlLevels *second = &stereo->second;
  const AlFault fault = {stereo->whole.frames, second->frames, AL_FAULT_BOTH};
  double correlation = al_levels_correlation(second);

  if (isfinite(correlation) && correlation < PHASE_CORRELATION &&
      al_levels_rms_dbfs(second) > PHASE_LEAST_DBFS)
    al_faults_add(&stereo->figures[PHASE], &fault, 0);
  al_levels_add(&stereo->whole, second);
  al_levels_init(&stereo->second);
}

void
al_stereo_feed(AlStereo *stereo, const double *samples, gsize frames)
{
  while (frames > 0) {
    gsize left = (gsize)(stereo->rate - stereo->second.frames);
    gsize taken = MIN(frames, left);

    al_levels_feed(&stereo->second, samples, taken);
    if (taken == left)
      end_second(stereo);
    samples += 2 * taken;
    frames -= taken;
  }
}

static double
level_dbfs(const AlLevels *levels, guint channel)
{
  return al_levels_db(sqrt(levels->squares[channel] / (double)levels->frames));
}

static void
note(AlStereo *stereo, Figure which, double figure, guint channels)
{
  const AlFault fault = {0, stereo->whole.frames, channels};

  stereo->figures[which].figure = figure;
  al_faults_add(&stereo->figures[which], &fault, 0);
}

static void
note_dc(AlStereo *stereo)
{
  double left = fabs(al_levels_dc_offset(&stereo->whole, 0));
  double right = fabs(al_levels_dc_offset(&stereo->whole, 1));

  note(stereo, DC, 100 * MAX(left, right), left > right ? AL_FAULT_LEFT : AL_FAULT_RIGHT);
}

static void
note_levels(AlStereo *stereo)
{
  const AlLevels *whole = &stereo->whole;
  double left = level_dbfs(whole, 0), right = level_dbfs(whole, 1);
  double sum = whole->squares[0] + whole->squares[1];
  /* Rounding may leave less than nothing of equal channels. */
  double difference = MAX(sum - 2 * whole->products, 0);

  note(stereo, DEAD_CHANNEL, MIN(left, right),
       (left <= SILENT_DBFS ? AL_FAULT_LEFT : 0) | (right <= SILENT_DBFS ? AL_FAULT_RIGHT : 0));
  if (sum > 0)
    note(stereo, DUAL_MONO, al_levels_db(sqrt(difference / sum)), AL_FAULT_BOTH);
  if (MIN(left, right) > SILENT_DBFS) {
    note(stereo, IMBALANCE, fabs(left - right), left > right ? AL_FAULT_LEFT : AL_FAULT_RIGHT);
    note(stereo, CORRELATION, al_levels_correlation(whole), AL_FAULT_BOTH);
  }
}

void
al_stereo_finish(AlStereo *stereo)
{
  end_second(stereo);
  stereo->figures[PHASE].figure = stereo->figures[PHASE].events;
  if (stereo->whole.frames == 0)
    return;
  note_dc(stereo);
  note_levels(stereo);
}

const AlFaults *
al_stereo_dc(const AlStereo *stereo)
{
  return &stereo->figures[DC];
}

const AlFaults *
al_stereo_dead_channel(const AlStereo *stereo)
{
  return &stereo->figures[DEAD_CHANNEL];
}

const AlFaults *
al_stereo_dual_mono(const AlStereo *stereo)
{
  return &stereo->figures[DUAL_MONO];
}

const AlFaults *
al_stereo_imbalance(const AlStereo *stereo)
{
  return &stereo->figures[IMBALANCE];
}

const AlFaults *
al_stereo_correlation(const AlStereo *stereo)
{
  return &stereo->figures[CORRELATION];
}

const AlFaults *
al_stereo_phase(const AlStereo *stereo)
{
  return &stereo->figures[PHASE];
}
