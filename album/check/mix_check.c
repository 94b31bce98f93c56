/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/mix_check.h"

#include <math.h>

#include "album/check/ears.h"
#include "album/error.h"

/* Nobody minds a breath between two phrases, even where no limit is set. */
#define LEAST_SILENCE_SECONDS 0.3

static double
least_silence(const AlCheckSettings *settings)
{
  const AlCheckLimits *limits = &settings->of[AL_CHECK_SILENCE];
  double least = HUGE_VAL;

  for (gsize i = 0; i < AL_SEVERITIES; i++)
    least = fmin(least, limits->limits[i]);
  return isfinite(least) ? least : LEAST_SILENCE_SECONDS;
}

static AlSource *
open_part(const AlMixPart *part, AlMixFaults *faults, GError **error)
{
  gint64 end_frame;

  if (!al_mix_inspect(part->path, &faults->info, error))
    return NULL;
  faults->first_frame = llround(part->start * faults->info.rate);
  end_frame = part->end < 0 ? AL_MIX_END : llround(part->end * faults->info.rate);
  return al_mix_open(part->path, faults->first_frame, end_frame, error);
}

static gboolean
listen(AlSource *source, AlEars *ears, GCancellable *cancellable, GError **error)
{
  g_autofree double *block = g_new(double, 2 * AL_BLOCK_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_error_cancelled(cancellable, error))
      return FALSE;
    al_ears_feed(ears, block, (gsize)got);
  }
  return got == 0;
}

static gboolean
is_found(const AlMixFaults *faults, const AlCheckSettings *settings, AlCheck check)
{
  RbSeverity severity;

  return al_check_judge(settings, check, faults->of[check].figure, &severity) &&
         severity >= RB_SEVERITY_WARNING;
}

/* One finding for one fault: what only follows from a missing or an inverted channel is not told.
 */
static void
forget_consequences(AlMixFaults *faults, const AlMixPart *part, const AlCheckSettings *settings)
{
  static const AlCheck of_channels[] = {AL_CHECK_PHASE, AL_CHECK_MONO_LOSS, AL_CHECK_LOW_SIDE};

  if (is_found(faults, settings, AL_CHECK_DEAD_CHANNEL) ||
      is_found(faults, settings, AL_CHECK_CORRELATION))
    for (gsize i = 0; i < G_N_ELEMENTS(of_channels); i++)
      faults->of[of_channels[i]].figure = NAN;
  if (part->start_is_meant)
    faults->of[AL_CHECK_CUT_START].figure = NAN;
  if (part->end_is_meant)
    faults->of[AL_CHECK_CUT_END].figure = NAN;
}

AlMixFaults *
al_mix_check(const AlMixPart *part, const AlCheckSettings *settings, GCancellable *cancellable,
             GError **error)
{
  g_autoptr(AlMixFaults) faults = al_mix_faults_new();
  g_autoptr(AlSource) source = NULL;
  g_autoptr(AlEars) ears = NULL;

  source = open_part(part, faults, error);
  if (source == NULL)
    return NULL;
  ears = al_ears_new(source->rate, least_silence(settings));
  if (!listen(source, ears, cancellable, error))
    return NULL;
  al_ears_finish(ears, faults);
  forget_consequences(faults, part, settings);
  return g_steal_pointer(&faults);
}
