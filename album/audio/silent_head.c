/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/silent_head.h"

#include <string.h>

typedef struct {
  AlSource source;
  AlSource *input;
  gint64 left_frames; /* of the silence */
} SilentHead;

static gssize
head_read(AlSource *source, double *block, gsize frames, GError **error)
{
  SilentHead *head = (SilentHead *)source;
  gsize silent = (gsize)MIN(head->left_frames, (gint64)frames);

  if (silent == 0)
    return al_source_read(head->input, block, frames, error);
  memset(block, 0, 2 * silent * sizeof *block);
  head->left_frames -= (gint64)silent;
  return (gssize)silent;
}

static void
head_free(AlSource *source)
{
  g_free(source);
}

AlSource *
al_silent_head_new(AlSource *input, gint64 frames)
{
  static const AlSourceClass class = {.read = head_read, .free = head_free};
  SilentHead *head = g_new0(SilentHead, 1);

  g_assert(frames >= 0);
  head->source.class = &class;
  head->source.rate = input->rate;
  head->source.frames = frames + input->frames;
  head->input = input;
  head->left_frames = frames;
  return &head->source;
}
