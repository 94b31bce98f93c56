/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/timeline.h"

#include <math.h>

#include "redbook/sector.h"

/* What the layout of one track needs besides the slot that it fills. */
typedef struct {
  const AlProject *project;
  AlTimeline *timeline;
  gint64 frames_per_sector;
  gint64 end_frame; /* where the audio of the track before ends */
} Layout;

gboolean
al_timeline_rate_fits(int rate)
{
  return rate > 0 && rate % RB_SECTORS_PER_SECOND == 0;
}

static gint64
seconds_to_frames(double seconds, int rate)
{
  return llround(seconds * rate);
}

static gint32
sector_at_or_before(const Layout *layout, gint64 frame)
{
  return (gint32)(frame / layout->frames_per_sector);
}

static gint32
sector_at_or_after(const Layout *layout, gint64 frame)
{
  return (gint32)((frame + layout->frames_per_sector - 1) / layout->frames_per_sector);
}

static gint32
duration_sectors(const AlDuration *duration)
{
  return (gint32)llround(duration->seconds * RB_SECTORS_PER_SECOND);
}

static gint32
gap_sectors(const AlTrack *track)
{
  return duration_sectors(&track->transition.gap);
}

/* The pause before track 1: the two seconds of silence that every disc has, then the hidden audio.
 */
static void
place_first(Layout *layout, const AlTrack *track, gint64 hidden_frames, AlSlot *slot)
{
  AlTimeline *timeline = layout->timeline;
  gint32 pause = MAX(gap_sectors(track), RB_FIRST_PAUSE_SECTORS);

  timeline->hidden_frame = RB_FIRST_PAUSE_SECTORS * layout->frames_per_sector;
  timeline->hidden_frames = hidden_frames;
  if (hidden_frames > 0)
    pause = MAX(pause, sector_at_or_after(layout, timeline->hidden_frame + hidden_frames));
  slot->pause_sector = 0;
  slot->start_sector = pause;
  slot->first_frame = pause * layout->frames_per_sector;
}

static void
place_after_gap(const Layout *layout, const AlTrack *track, AlSlot *slot)
{
  slot->pause_sector = sector_at_or_after(layout, layout->end_frame);
  slot->start_sector = slot->pause_sector + gap_sectors(track);
  slot->first_frame = slot->start_sector * layout->frames_per_sector;
}

/* Joined to the track before, or overlapping it: contiguous to the frame. A pause lies in the audio
 * of the track before. */
static void
place_joined(const Layout *layout, const AlTrack *track, AlSlot *slot)
{
  gint32 pause = duration_sectors(&track->transition.pause);

  slot->first_frame = layout->end_frame - slot->overlap_frames;
  slot->start_sector = sector_at_or_before(layout, slot->first_frame);
  slot->pause_sector = pause > 0 ? slot->start_sector - pause : -1;
  slot->moved_frames = slot->first_frame - slot->start_sector * layout->frames_per_sector;
}

static double
frames_to_seconds(const Layout *layout, gint64 frames)
{
  return (double)frames / layout->timeline->rate;
}

static void
check_crossfade(const Layout *layout, guint number, const AlSlot *slot)
{
  const AlTrack *track = al_project_track(layout->project, number);
  const AlSlot *before = &g_array_index(layout->timeline->slots, AlSlot, number - 2);
  const gint64 room[2] = {slot->frames, before->frames - before->overlap_frames};

  for (guint i = 0; i < 2; i++) {
    if (slot->overlap_frames <= room[i])
      continue;
    al_diagnostics_add(layout->project->diagnostics, track->transition.crossfade.place,
                       "make the crossfade shorter, or use more of the mix",
                       "the crossfade takes %.3f s, and track %u has only %.3f s%s",
                       frames_to_seconds(layout, slot->overlap_frames), number - i,
                       frames_to_seconds(layout, room[i]),
                       i == 1 && before->overlap_frames > 0 ? " after its own crossfade" : "");
  }
}

/* A crossfade is the fade-in of one track and the fade-out of the other already. */
static void
check_fades(const Layout *layout, guint number, const AlSlot *slot)
{
  const AlTransition *transition = &al_project_track(layout->project, number)->transition;
  const AlFade *last =
      transition->fade_out.seconds > 0 ? &transition->fade_out : &transition->fade_in;
  gint64 faded = slot->overlap_frames + slot->fade_in_frames + slot->fade_out_frames;

  if (slot->overlap_frames > 0 && slot->fade_in_frames > 0)
    al_diagnostics_add(layout->project->diagnostics, transition->fade_in.place,
                       "leave one of the two away",
                       "track %u has a fade-in and a crossfade at its start", number);
  else if (faded > slot->frames && slot->overlap_frames <= slot->frames)
    al_diagnostics_add(layout->project->diagnostics, last->place, "make the fades shorter",
                       "the fades of track %u overlap: they take %.3f s, and the track has %.3f s",
                       number, frames_to_seconds(layout, faded),
                       frames_to_seconds(layout, slot->frames));
}

static void
check_fade_out_before_crossfade(const Layout *layout, guint number)
{
  const AlTransition *before = &al_project_track(layout->project, number - 1)->transition;

  if (before->fade_out.seconds > 0)
    al_diagnostics_add(layout->project->diagnostics, before->fade_out.place,
                       "leave one of the two away",
                       "track %u has a fade-out, and track %u begins with a crossfade out of it",
                       number - 1, number);
}

/* The pause is a part of the track before, and not all of it. */
static void
check_pause(const Layout *layout, guint number, const AlSlot *slot)
{
  const AlTrack *track = al_project_track(layout->project, number);
  const AlSlot *before = &g_array_index(layout->timeline->slots, AlSlot, number - 2);

  if (track->transition.pause.seconds > 0 && slot->pause_sector <= before->start_sector)
    al_diagnostics_add(layout->project->diagnostics, track->transition.pause.place,
                       "the pause lies at the end of the track before",
                       "the pause takes %.3f s, and track %u has only %.3f s",
                       track->transition.pause.seconds, number - 1,
                       (double)(slot->start_sector - before->start_sector) / RB_SECTORS_PER_SECOND);
}

static void
place_indexes(const Layout *layout, const AlTrack *track, AlSlot *slot)
{
  for (guint i = 0; i < track->indexes->len; i++) {
    const AlDuration *index = &g_array_index(track->indexes, AlDuration, i);
    gint64 frame = slot->first_frame + seconds_to_frames(index->seconds, layout->timeline->rate);
    gint32 sector = sector_at_or_before(layout, frame);

    g_array_append_val(slot->index_sectors, sector);
  }
}

/* Known only when all tracks are placed: the next one may begin inside this one's audio. */
static void
check_indexes(const Layout *layout, guint number)
{
  const AlTimeline *timeline = layout->timeline;
  const AlTrack *track = al_project_track(layout->project, number);
  const AlSlot *slot = al_timeline_slot(timeline, number);
  gint32 end = timeline->lead_out_sector, previous = slot->start_sector;

  if (number < timeline->slots->len) {
    const AlSlot *next = al_timeline_slot(timeline, number + 1);

    end = next->pause_sector >= 0 ? next->pause_sector : next->start_sector;
  }
  /* A crossfade that is longer than the track is told for itself. */
  if (end <= slot->start_sector)
    return;
  for (guint i = 0; i < slot->index_sectors->len; i++) {
    gint32 sector = g_array_index(slot->index_sectors, gint32, i);
    AlPlace place = g_array_index(track->indexes, AlDuration, i).place;

    if (sector >= end)
      al_diagnostics_add(layout->project->diagnostics, place,
                         "an index counts from the start of its track",
                         "INDEX %02u lies beyond track %u, which is %.2f s long", i + 2, number,
                         (double)(end - slot->start_sector) / RB_SECTORS_PER_SECOND);
    else if (sector <= previous)
      al_diagnostics_add(layout->project->diagnostics, place,
                         "indexes ascend, at least 1/75 s apart",
                         "INDEX %02u of track %u is not after the index before it", i + 2, number);
    previous = sector;
  }
}

static void
place_track(Layout *layout, guint number, const gint64 *track_frames)
{
  const AlTrack *track = al_project_track(layout->project, number);
  const AlTransition *transition = &track->transition;
  int rate = layout->timeline->rate;
  AlSlot slot = {
      .frames = track_frames[number],
      .overlap_frames = number > 1 ? seconds_to_frames(transition->crossfade.seconds, rate) : 0,
      .fade_in_frames = seconds_to_frames(transition->fade_in.seconds, rate),
      .fade_out_frames = seconds_to_frames(transition->fade_out.seconds, rate),
      .index_sectors = g_array_new(FALSE, FALSE, sizeof(gint32)),
  };

  if (number == 1)
    place_first(layout, track, track_frames[0], &slot);
  else if (slot.overlap_frames > 0 || gap_sectors(track) == 0)
    place_joined(layout, track, &slot);
  else
    place_after_gap(layout, track, &slot);
  if (number > 1)
    check_pause(layout, number, &slot);
  check_fades(layout, number, &slot);
  if (slot.overlap_frames > 0) {
    check_crossfade(layout, number, &slot);
    check_fade_out_before_crossfade(layout, number);
  }
  place_indexes(layout, track, &slot);
  layout->end_frame = slot.first_frame + slot.frames;
  g_array_append_val(layout->timeline->slots, slot);
}

static void
slot_clear(gpointer data)
{
  AlSlot *slot = data;

  g_array_unref(slot->index_sectors);
}

AlTimeline *
al_timeline_new(const AlProject *project, int rate, const gint64 *track_frames)
{
  AlTimeline *timeline = g_new0(AlTimeline, 1);
  Layout layout = {
      .project = project,
      .timeline = timeline,
      .frames_per_sector = rate / RB_SECTORS_PER_SECOND,
  };

  g_assert(al_timeline_rate_fits(rate));
  timeline->rate = rate;
  timeline->slots = g_array_new(FALSE, FALSE, sizeof(AlSlot));
  g_array_set_clear_func(timeline->slots, slot_clear);
  for (guint number = 1; number <= project->tracks->len; number++)
    place_track(&layout, number, track_frames);
  timeline->lead_out_sector = sector_at_or_after(&layout, layout.end_frame);
  timeline->frames = timeline->lead_out_sector * layout.frames_per_sector;
  for (guint number = 1; number <= project->tracks->len; number++)
    check_indexes(&layout, number);
  return timeline;
}

void
al_timeline_free(AlTimeline *timeline)
{
  if (timeline == NULL)
    return;
  g_array_unref(timeline->slots);
  g_free(timeline);
}

const AlSlot *
al_timeline_slot(const AlTimeline *timeline, guint number)
{
  g_assert(number >= 1 && number <= timeline->slots->len);
  return &g_array_index(timeline->slots, AlSlot, number - 1);
}

gint64
al_timeline_track_end(const AlTimeline *timeline, guint number)
{
  return number < timeline->slots->len ? al_timeline_slot(timeline, number + 1)->first_frame
                                       : timeline->frames;
}

gint64
al_timeline_frame(const AlTimeline *timeline, gint32 sector)
{
  return sector * (gint64)(timeline->rate / RB_SECTORS_PER_SECOND);
}
