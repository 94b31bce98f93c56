/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/error.h"

G_DEFINE_QUARK(al - error - quark, al_error)

gboolean
al_error_cancelled(GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled(cancellable))
    return FALSE;
  g_set_error_literal(error, AL_ERROR, AL_ERROR_CANCELLED, "interrupted");
  return TRUE;
}
