/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/chain/make_up.h"

#include <math.h>

gboolean
al_make_up_measure(AlSource *before, AlSource *after, AlLoudnessFunc measure, double *make_up_db,
                   GError **error)
{
  double lufs_before, lufs_after;

  if (!measure(before, &lufs_before, error) || !measure(after, &lufs_after, error))
    return FALSE;
  *make_up_db = isfinite(lufs_before) && isfinite(lufs_after) ? lufs_before - lufs_after : 0;
  return TRUE;
}
