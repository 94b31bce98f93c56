/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/limiter/smooth.h"

#define BOXES 3

/* A running sum and the values in it, in a ring. */
typedef struct {
  guint64 *ring;
  guint length;
  guint oldest;
  guint64 sum;
} Box;

struct AlSmooth {
  Box boxes[BOXES];
  double scale;
};

static void
init_box(Box *box, guint length)
{
  box->length = length;
  box->ring = g_new0(guint64, length);
}

AlSmooth *
al_smooth_new(guint support)
{
  AlSmooth *smooth = g_new0(AlSmooth, 1);
  guint sum = support + BOXES - 1; /* each box adds its length less one */
  guint first = (guint)(0.404 * sum + 0.5), second = (guint)(0.335 * sum + 0.5);

  g_assert(support >= BOXES && support <= AL_SMOOTH_MAX_SUPPORT);
  init_box(&smooth->boxes[0], first);
  init_box(&smooth->boxes[1], second);
  init_box(&smooth->boxes[2], sum - first - second);
  smooth->scale = 1.0 / AL_SMOOTH_ONE;
  for (guint i = 0; i < BOXES; i++)
    smooth->scale /= smooth->boxes[i].length;
  return smooth;
}

void
al_smooth_free(AlSmooth *smooth)
{
  if (smooth == NULL)
    return;
  for (guint i = 0; i < BOXES; i++)
    g_free(smooth->boxes[i].ring);
  g_free(smooth);
}

static inline guint64
box_next(Box *box, guint64 value)
{
  box->sum += value - box->ring[box->oldest];
  box->ring[box->oldest] = value;
  box->oldest = box->oldest + 1 == box->length ? 0 : box->oldest + 1;
  return box->sum;
}

void
al_smooth_run(AlSmooth *smooth, const guint32 *values, double *means, gsize count)
{
  Box a = smooth->boxes[0], b = smooth->boxes[1], c = smooth->boxes[2];

  for (gsize n = 0; n < count; n++)
    means[n] = (double)box_next(&c, box_next(&b, box_next(&a, values[n]))) * smooth->scale;
  smooth->boxes[0] = a;
  smooth->boxes[1] = b;
  smooth->boxes[2] = c;
}
