/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/source.h"

#include "album/error.h"

gssize
al_source_read(AlSource *source, double *block, gsize frames, GError **error)
{
  gsize filled = 0;

  if (source->failed)
    return -1;
  while (filled < frames) {
    gssize got = source->class->read(source, block + 2 * filled, frames - filled, error);

    if (got < 0) {
      source->failed = TRUE;
      return -1;
    }
    if (got == 0)
      break;
    filled += (gsize)got;
  }
  return (gssize)filled;
}

gboolean
al_source_skip(AlSource *source, gint64 frames, GError **error)
{
  double block[2 * 1024];

  while (frames > 0) {
    gssize got = al_source_read(source, block, (gsize)MIN(frames, 1024), error);

    if (got < 0)
      return FALSE;
    if (got == 0) {
      g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                  "the audio ends %" G_GINT64_FORMAT " frames too early", frames);
      return FALSE;
    }
    frames -= got;
  }
  return TRUE;
}

void
al_source_free(AlSource *source)
{
  if (source != NULL)
    source->class->free(source);
}
