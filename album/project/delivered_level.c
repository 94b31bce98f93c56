/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/delivered_level.h"

#define DEFAULT_MAX_REDUCTION_DB 6.0

void
al_delivered_level_init(AlDeliveredLevel *level, AlLoudnessMode mode)
{
  *level = (AlDeliveredLevel){.mode = mode, .max_reduction_db = DEFAULT_MAX_REDUCTION_DB};
  al_limiter_settings_init(&level->limiter);
}

static gboolean
limiters_equal(const AlLimiterSettings *a, const AlLimiterSettings *b)
{
  return a->ceiling_dbtp == b->ceiling_dbtp && a->look_ahead_seconds == b->look_ahead_seconds &&
         a->release_seconds == b->release_seconds && a->link == b->link;
}

gboolean
al_delivered_level_equal(const AlDeliveredLevel *a, const AlDeliveredLevel *b)
{
  if (a->mode != b->mode || a->has_target != b->has_target || a->has_ceiling != b->has_ceiling ||
      a->anchor != b->anchor || a->max_reduction_db != b->max_reduction_db)
    return FALSE;
  return (!a->has_target || a->target_lufs == b->target_lufs) &&
         (!a->has_ceiling || limiters_equal(&a->limiter, &b->limiter));
}
