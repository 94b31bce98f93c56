/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/tee.h"

struct AlTee {
  AlSource source;
  AlSource *input;
  GArray *kept; /* of double: read and not yet taken, after `taken` doubles that were */
  guint taken;
};

typedef struct {
  AlSource source;
  AlTee *tee;
  AlSource *wet;
  double mix;
} Blend;

static gssize
tee_read(AlSource *source, double *block, gsize frames, GError **error)
{
  AlTee *tee = (AlTee *)source;
  gssize got = al_source_read(tee->input, block, frames, error);

  if (got > 0)
    g_array_append_vals(tee->kept, block, (guint)(2 * got));
  return got;
}

static void
tee_free(AlSource *source)
{
  AlTee *tee = (AlTee *)source;

  g_array_unref(tee->kept);
  g_free(tee);
}

AlTee *
al_tee_new(AlSource *input)
{
  static const AlSourceClass class = {tee_read, tee_free};
  AlTee *tee = g_new0(AlTee, 1);

  tee->source = (AlSource){.class = &class, .rate = input->rate, .frames = input->frames};
  tee->input = input;
  tee->kept = g_array_new(FALSE, FALSE, sizeof(double));
  return tee;
}

void
al_tee_take(AlTee *tee, double *block, gsize frames)
{
  const double *kept = (const double *)(void *)tee->kept->data + tee->taken;

  g_assert(tee->taken + 2 * frames <= tee->kept->len);
  for (gsize i = 0; i < 2 * frames; i++)
    block[i] = kept[i];
  tee->taken += (guint)(2 * frames);
  if (tee->taken >= 2 * AL_BLOCK_FRAMES || tee->taken == tee->kept->len) {
    g_array_remove_range(tee->kept, 0, tee->taken);
    tee->taken = 0;
  }
}

static gssize
blend_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Blend *blend = (Blend *)source;
  double dry[2 * 512];
  gssize got = al_source_read(blend->wet, block, MIN(frames, 512), error);

  if (got <= 0)
    return got;
  al_tee_take(blend->tee, dry, (gsize)got);
  for (gssize i = 0; i < 2 * got; i++)
    block[i] = blend->mix * block[i] + (1.0 - blend->mix) * dry[i];
  return got;
}

static void
blend_free(AlSource *source)
{
  g_free(source);
}

AlSource *
al_blend_new(AlTee *tee, AlSource *wet, double mix)
{
  static const AlSourceClass class = {blend_read, blend_free};
  Blend *blend = g_new0(Blend, 1);

  blend->source = (AlSource){.class = &class, .rate = wet->rate, .frames = wet->frames};
  blend->tee = tee;
  blend->wet = wet;
  blend->mix = mix;
  return &blend->source;
}
