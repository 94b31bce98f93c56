/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/clicks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "album/check/prediction.h"

#define HOP_SECONDS 0.046
#define MARGIN_SECONDS 0.006

/* A click is shorter than twice this, with the predictor's own ringing. */
#define CLICK_SECONDS 0.001

/* Must not hold anything near as high as the click. */
#define AROUND_SECONDS 0.005

#define OVER_MEDIAN 18 /* 12 x 1.4826: of the deviation of normal noise */
#define OVER_AROUND 8
#define MEDIAN_STEP 32
#define LEAST_LEVEL 0.001 /* -60 dBFS */
#define ONSET_RATIO 1.6   /* 2 dB, of power */

/* In a block of a channel:
 *
 *   | margin |           hop           | margin |
 *            ^ judged: what is around each sample is in the block
 */
struct AlClicks {
  gsize hop, margin, click, around, size;
  double *block[2];
  gsize filled;
  gint64 base_frame; /* of the first in the block; below 0 at first */
  gint64 frames;     /* that were fed */
  double *window, *scratch, *residual;
  AlFaults found;
};

AlClicks *
al_clicks_new(int rate)
{
  AlClicks *clicks = g_new0(AlClicks, 1);

  clicks->hop = (gsize)(HOP_SECONDS * rate);
  clicks->margin = (gsize)(MARGIN_SECONDS * rate) + AL_PREDICTION_ORDER;
  clicks->click = (gsize)(CLICK_SECONDS * rate);
  clicks->around = (gsize)(AROUND_SECONDS * rate);
  clicks->size = clicks->hop + 2 * clicks->margin;
  for (guint channel = 0; channel < 2; channel++)
    clicks->block[channel] = g_new0(double, clicks->size);
  clicks->window = al_prediction_window(clicks->size);
  clicks->scratch = g_new(double, clicks->size);
  clicks->residual = g_new(double, clicks->size);
  clicks->filled = clicks->margin;
  clicks->base_frame = -(gint64)clicks->margin;
  al_faults_init(&clicks->found);
  return clicks;
}

void
al_clicks_free(AlClicks *clicks)
{
  if (clicks == NULL)
    return;
  for (guint channel = 0; channel < 2; channel++)
    g_free(clicks->block[channel]);
  g_free(clicks->window);
  g_free(clicks->scratch);
  g_free(clicks->residual);
  al_faults_clear(&clicks->found);
  g_free(clicks);
}

static int
compare_doubles(gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* Of a part of the samples: exact enough, and much less to sort. */
static double
median_of(const double *values, gsize count, double *scratch)
{
  gsize taken = 0;

  for (gsize n = 0; n < count; n += MEDIAN_STEP)
    scratch[taken++] = values[n];
  qsort(scratch, taken, sizeof *scratch, compare_doubles);
  return scratch[taken / 2];
}

static double
highest_of(const double *values, gsize from, gsize to)
{
  double highest = 0;

  for (gsize n = from; n < to; n++)
    highest = MAX(highest, values[n]);
  return highest;
}

static gboolean
is_alone(const AlClicks *clicks, gsize at, double level)
{
  const double *residual = clicks->residual;
  double before = highest_of(residual, at - clicks->around, at - clicks->click);
  double after = highest_of(residual, at + clicks->click, at + clicks->around);

  return level > OVER_AROUND * MAX(before, after);
}

/* Mean square of the steps from sample to sample, in which a new sound shows more than in the
 * samples. */
static double
step_power(const double *samples, gsize from, gsize to)
{
  double sum = 0;

  for (gsize n = from; n < to; n++)
    sum += (samples[n] - samples[n - 1]) * (samples[n] - samples[n - 1]);
  return sum / (double)(to - from);
}

/* Whether more sounds behind it than before: an instrument that sets in at once. */
static gboolean
is_onset(const AlClicks *clicks, const double *samples, gsize at)
{
  double before = step_power(samples, at - clicks->around, at - clicks->click);
  double after = step_power(samples, at + clicks->click, at + clicks->around);

  return after > ONSET_RATIO * before;
}

static gboolean
is_near_end(const AlClicks *clicks, gint64 frame)
{
  gint64 margin = (gint64)clicks->margin;

  return frame < margin || frame >= clicks->frames - margin;
}

/* The highest of the samples that belong to one click that begins at `from`. */
static gsize
top_of(const double *residual, gsize from, gsize to)
{
  gsize top = from;

  for (gsize n = from; n < to; n++)
    if (residual[n] > residual[top])
      top = n;
  return top;
}

static void
judge_channel(AlClicks *clicks, guint channel)
{
  double *residual = clicks->residual;
  gsize end = clicks->margin + clicks->hop;
  double least;

  al_prediction_residual(clicks->block[channel], clicks->window, clicks->size, clicks->scratch,
                         residual);
  for (gsize n = 0; n < clicks->size; n++)
    residual[n] = fabs(residual[n]);
  least = MAX(LEAST_LEVEL, OVER_MEDIAN * median_of(residual, clicks->size, clicks->scratch));
  for (gsize n = clicks->margin; n < end; n++) {
    gsize top;

    if (residual[n] < least)
      continue;
    top = top_of(residual, n, MIN(n + clicks->click, end));
    if (is_alone(clicks, top, residual[top]) && !is_onset(clicks, clicks->block[channel], top) &&
        !is_near_end(clicks, clicks->base_frame + (gint64)top)) {
      const AlFault click = {clicks->base_frame + (gint64)top, 1, 1u << channel};

      al_faults_add(&clicks->found, &click, (gint64)clicks->click);
    }
    n = top + clicks->click;
  }
}

static void
judge_block(AlClicks *clicks)
{
  gsize kept = 2 * clicks->margin;

  for (guint channel = 0; channel < 2; channel++) {
    judge_channel(clicks, channel);
    memmove(clicks->block[channel], clicks->block[channel] + clicks->hop, kept * sizeof(double));
  }
  clicks->filled = kept;
  clicks->base_frame += (gint64)clicks->hop;
}

static void
take(AlClicks *clicks, double left, double right)
{
  clicks->block[0][clicks->filled] = left;
  clicks->block[1][clicks->filled] = right;
  if (++clicks->filled == clicks->size)
    judge_block(clicks);
}

void
al_clicks_feed(AlClicks *clicks, const double *samples, gsize frames)
{
  clicks->frames += (gint64)frames;
  for (gsize i = 0; i < frames; i++)
    take(clicks, samples[2 * i], samples[2 * i + 1]);
}

void
al_clicks_finish(AlClicks *clicks)
{
  gint64 frames = clicks->frames;

  while (clicks->base_frame + (gint64)clicks->margin < frames)
    take(clicks, 0, 0);
  clicks->found.figure = al_faults_spots(&clicks->found);
}

const AlFaults *
al_clicks_found(const AlClicks *clicks)
{
  return &clicks->found;
}
