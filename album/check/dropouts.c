/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/dropouts.h"

#include <math.h>

#define SHORTEST_SECONDS 0.001
#define LONGEST_SECONDS 0.25
#define LEAST_RMS 0.00316 /* -50 dBFS */
#define MOST_HELD 0.5

/* What is around a gap: slots of 1 ms, of which those of the gap itself are the last. */
#define AROUND_SLOTS 10
#define SLOTS 16

/* Both channels drop out together, within so little. */
#define JOIN_SECONDS 0.002

typedef struct {
  double squares[SLOTS]; /* sums, a ring: slot s is at s % SLOTS */
  gint64 slot;           /* the one that is being filled */
  double value;          /* of the run */
  gint64 run_first_frame, run_frames;
  double before_rms; /* in front of the run, once it is long enough */
  /* A gap that ended, and what came behind it. */
  AlFault gap; /* frames 0: none */
  double gap_value, gap_before_rms;
  double after_squares;
  gint64 after_frames;
} Channel;

struct AlDropouts {
  gint64 slot_frames, shortest_frames, longest_frames, join_frames, around_frames;
  gint64 frame, frame_in_slot;
  Channel channels[2];
  AlFaults found;
};

AlDropouts *
al_dropouts_new(int rate)
{
  AlDropouts *dropouts = g_new0(AlDropouts, 1);

  dropouts->slot_frames = MAX((gint64)(SHORTEST_SECONDS * rate), 1);
  /* One slot more than the least, so that the run itself is never among those before it. */
  dropouts->shortest_frames = (gint64)ceil(SHORTEST_SECONDS * rate);
  dropouts->longest_frames = (gint64)(LONGEST_SECONDS * rate);
  dropouts->join_frames = (gint64)(JOIN_SECONDS * rate);
  dropouts->around_frames = AROUND_SLOTS * dropouts->slot_frames;
  al_faults_init(&dropouts->found);
  return dropouts;
}

void
al_dropouts_free(AlDropouts *dropouts)
{
  if (dropouts == NULL)
    return;
  al_faults_clear(&dropouts->found);
  g_free(dropouts);
}

/* Before the slot that holds the start of the run, which began `run_frames` ago. */
static double
rms_before_run(const AlDropouts *dropouts, const Channel *channel)
{
  gint64 run_slot =
      channel->slot - (channel->run_frames + dropouts->slot_frames - 1) / dropouts->slot_frames;
  double sum = 0;

  for (gint64 slot = MAX(run_slot - AROUND_SLOTS, 0); slot < run_slot; slot++)
    sum += channel->squares[slot % SLOTS];
  return sqrt(sum / (double)dropouts->around_frames);
}

static void
judge_gap(AlDropouts *dropouts, Channel *channel, guint bit)
{
  double after = sqrt(channel->after_squares / (double)MAX(channel->after_frames, 1));
  double lower = MIN(channel->gap_before_rms, after);

  if (channel->gap.frames > 0 && lower > LEAST_RMS &&
      fabs(channel->gap_value) < MOST_HELD * lower) {
    channel->gap.channels = bit;
    al_faults_add(&dropouts->found, &channel->gap, dropouts->join_frames);
  }
  channel->gap.frames = 0;
}

static void
end_run(AlDropouts *dropouts, Channel *channel, guint bit)
{
  if (channel->run_frames < dropouts->shortest_frames)
    return;
  judge_gap(dropouts, channel, bit);
  if (channel->run_frames > dropouts->longest_frames)
    return;
  channel->gap = (AlFault){channel->run_first_frame, channel->run_frames, 0};
  channel->gap_value = channel->value;
  channel->gap_before_rms = channel->before_rms;
  channel->after_squares = 0;
  channel->after_frames = 0;
}

static void
take(AlDropouts *dropouts, guint index, double sample)
{
  Channel *channel = &dropouts->channels[index];

  if (sample != channel->value) {
    end_run(dropouts, channel, 1u << index);
    channel->value = sample;
    channel->run_first_frame = dropouts->frame;
    channel->run_frames = 0;
  }
  if (++channel->run_frames == dropouts->shortest_frames)
    channel->before_rms = rms_before_run(dropouts, channel);
  channel->squares[channel->slot % SLOTS] += sample * sample;
  if (channel->gap.frames > 0) {
    channel->after_squares += sample * sample;
    if (++channel->after_frames == dropouts->around_frames)
      judge_gap(dropouts, channel, 1u << index);
  }
}

static void
end_frame(AlDropouts *dropouts)
{
  dropouts->frame++;
  if (++dropouts->frame_in_slot < dropouts->slot_frames)
    return;
  dropouts->frame_in_slot = 0;
  for (guint i = 0; i < 2; i++) {
    Channel *channel = &dropouts->channels[i];

    channel->squares[++channel->slot % SLOTS] = 0;
  }
}

void
al_dropouts_feed(AlDropouts *dropouts, const double *samples, gsize frames)
{
  for (gsize i = 0; i < frames; i++) {
    take(dropouts, 0, samples[2 * i]);
    take(dropouts, 1, samples[2 * i + 1]);
    end_frame(dropouts);
  }
}

void
al_dropouts_finish(AlDropouts *dropouts)
{
  for (guint i = 0; i < 2; i++)
    if (dropouts->channels[i].after_frames > 0)
      judge_gap(dropouts, &dropouts->channels[i], 1u << i);
  dropouts->found.figure = al_faults_spots(&dropouts->found);
}

const AlFaults *
al_dropouts_found(const AlDropouts *dropouts)
{
  return &dropouts->found;
}
