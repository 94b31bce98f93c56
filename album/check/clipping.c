/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/clipping.h"

#include <math.h>

/* delivery.md 5, of which 1 LSB is one of 16 bits: -32768 and 32767 are full scale, and what a
 * converter or a format made of them. */
#define FULL_SCALE (1 - 1.5 / 32768)
#define FULL_SCALE_RUN 3
#define FLAT_TOP_RUN 4
#define FLAT_TOP_RATIO 0.98855 /* -0.1 dB */

/* The crest of a parabola that gives n equal integers falls by ((n + 1) / (n - 1))^2 steps to the
 * next sample: 4 for n = 3. Twice that is a corner. */
#define LEAST_STEP (8.0 / 32768)

/* So many equal samples at full scale are no crest. */
#define SURELY_CLIPPED 16

#define JOIN_SECONDS 0.1

/* Flat tops that wait until the highest sample is known. */
#define MOST_CANDIDATES 4096

typedef struct {
  double value;
  double before; /* the sample before the run */
  gint64 first_frame;
  gint64 frames;
} Run;

typedef struct {
  AlFault fault;
  double level;
} Candidate;

struct AlClipping {
  gint64 join_frames;
  gint64 frame; /* how many were fed */
  Run runs[2];
  double highest;
  GArray *candidates; /* of Candidate */
  AlFaults full_scale, flat_tops;
};

AlClipping *
al_clipping_new(int rate)
{
  AlClipping *clipping = g_new0(AlClipping, 1);

  clipping->join_frames = (gint64)(JOIN_SECONDS * rate);
  clipping->candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
  al_faults_init(&clipping->full_scale);
  al_faults_init(&clipping->flat_tops);
  return clipping;
}

void
al_clipping_free(AlClipping *clipping)
{
  if (clipping == NULL)
    return;
  g_array_unref(clipping->candidates);
  al_faults_clear(&clipping->full_scale);
  al_faults_clear(&clipping->flat_tops);
  g_free(clipping);
}

static void
drop_low_candidates(AlClipping *clipping)
{
  guint kept = 0;

  for (guint i = 0; i < clipping->candidates->len; i++) {
    Candidate candidate = g_array_index(clipping->candidates, Candidate, i);

    if (candidate.level >= FLAT_TOP_RATIO * clipping->highest)
      g_array_index(clipping->candidates, Candidate, kept++) = candidate;
  }
  g_array_set_size(clipping->candidates, kept);
}

static void
add_candidate(AlClipping *clipping, const AlFault *fault, double level)
{
  const Candidate candidate = {.fault = *fault, .level = level};

  if (clipping->candidates->len == MOST_CANDIDATES)
    drop_low_candidates(clipping);
  if (clipping->candidates->len < MOST_CANDIDATES)
    g_array_append_val(clipping->candidates, candidate);
}

/* Whether the run stands above its neighbours on both sides, with a corner at one of them. */
static gboolean
is_top(const Run *run, double after)
{
  double sign = run->value > 0 ? 1 : -1;
  double rise = sign * (run->value - run->before), fall = sign * (run->value - after);

  return rise > 0 && fall > 0 && MAX(rise, fall) > LEAST_STEP;
}

static void
judge_run(AlClipping *clipping, guint channel, double after)
{
  const Run *run = &clipping->runs[channel];
  double level = fabs(run->value);
  const AlFault fault = {run->first_frame, run->frames, 1u << channel};

  if (level >= FULL_SCALE) {
    if (is_top(run, after) || run->frames >= SURELY_CLIPPED)
      al_faults_add(&clipping->full_scale, &fault, clipping->join_frames);
  } else if (run->frames >= FLAT_TOP_RUN && level >= FLAT_TOP_RATIO * clipping->highest &&
             is_top(run, after)) {
    add_candidate(clipping, &fault, level);
  }
}

static void
take(AlClipping *clipping, guint channel, double sample)
{
  Run *run = &clipping->runs[channel];

  if (sample == run->value) {
    run->frames++;
    return;
  }
  if (run->frames >= FULL_SCALE_RUN && run->value != 0)
    judge_run(clipping, channel, sample);
  *run = (Run){.value = sample, .before = run->value, .first_frame = clipping->frame, .frames = 1};
  clipping->highest = MAX(clipping->highest, fabs(sample));
}

void
al_clipping_feed(AlClipping *clipping, const double *samples, gsize frames)
{
  for (gsize i = 0; i < frames; i++, clipping->frame++) {
    take(clipping, 0, samples[2 * i]);
    take(clipping, 1, samples[2 * i + 1]);
  }
}

void
al_clipping_finish(AlClipping *clipping)
{
  for (guint channel = 0; channel < 2; channel++)
    take(clipping, channel, 0);
  drop_low_candidates(clipping);
  for (guint i = 0; i < clipping->candidates->len; i++)
    al_faults_add(&clipping->flat_tops, &g_array_index(clipping->candidates, Candidate, i).fault,
                  clipping->join_frames);
  clipping->full_scale.figure = clipping->full_scale.events;
  clipping->flat_tops.figure = clipping->flat_tops.events;
}

const AlFaults *
al_clipping_full_scale(const AlClipping *clipping)
{
  return &clipping->full_scale;
}

const AlFaults *
al_clipping_flat_tops(const AlClipping *clipping)
{
  return &clipping->flat_tops;
}
