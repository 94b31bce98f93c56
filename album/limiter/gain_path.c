/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/gain_path.h"

#include "album/limiter/moving_maximum.h"
#include "album/limiter/release.h"
#include "album/limiter/smooth.h"

struct AlGainPath {
  AlMovingMaximum *dilation; /* the two halves of the bridging */
  AlMovingMaximum *erosion;  /* of complements: a moving minimum */
  AlRelease release;
  AlMovingMaximum *ahead;
  AlSmooth *smooth;
  guint delay;
  gsize quiet; /* frames since the last reduction entered, while the release is idle */
};

AlGainPath *
al_gain_path_new(const AlGainPathSettings *settings)
{
  AlGainPath *path = g_new0(AlGainPath, 1);

  path->dilation = al_moving_maximum_new(settings->bridge_frames + 1, 0);
  path->erosion = al_moving_maximum_new(settings->bridge_frames + 1, ~0u);
  al_release_init(&path->release, settings->release_seconds, settings->rate);
  path->ahead = al_moving_maximum_new(settings->look_ahead_frames + 1, 0);
  path->smooth = al_smooth_new(settings->look_ahead_frames + 1);
  path->delay = settings->bridge_frames + settings->look_ahead_frames;
  return path;
}

void
al_gain_path_free(AlGainPath *path)
{
  if (path == NULL)
    return;
  al_moving_maximum_free(path->dilation);
  al_moving_maximum_free(path->erosion);
  al_moving_maximum_free(path->ahead);
  al_smooth_free(path->smooth);
  g_free(path);
}

guint
al_gain_path_delay(const AlGainPath *path)
{
  return path->delay;
}

static void
bridge(AlGainPath *path, guint32 *reductions, gsize frames)
{
  al_moving_maximum_run(path->dilation, reductions, frames);
  for (gsize n = 0; n < frames; n++)
    reductions[n] = ~reductions[n];
  al_moving_maximum_run(path->erosion, reductions, frames);
  for (gsize n = 0; n < frames; n++)
    reductions[n] = ~reductions[n];
}

/* Whether everything in the path has come out, so that zeros leave it as it is: the two halves of
 * the bridging and the stretch ahead with its smoothing each remember twice their delay. */
static gboolean
is_idle(const AlGainPath *path)
{
  return al_release_is_idle(&path->release) && path->quiet > 2 * (gsize)path->delay + 2;
}

static gboolean
any_of(const guint32 *reductions, gsize frames)
{
  guint32 all = 0;

  for (gsize n = 0; n < frames; n++)
    all |= reductions[n];
  return all != 0;
}

gboolean
al_gain_path_run(AlGainPath *path, guint32 *reductions, double *gains, gsize frames)
{
  gboolean needed = any_of(reductions, frames);

  if (!needed && is_idle(path)) {
    for (gsize n = 0; n < frames; n++)
      gains[n] = 1;
    return FALSE;
  }
  bridge(path, reductions, frames);
  al_release_run(&path->release, reductions, frames);
  al_moving_maximum_run(path->ahead, reductions, frames);
  al_smooth_run(path->smooth, reductions, gains, frames);
  for (gsize n = 0; n < frames; n++)
    gains[n] = 1 - gains[n];
  path->quiet = !needed && al_release_is_idle(&path->release) ? path->quiet + frames : 0;
  return TRUE;
}
