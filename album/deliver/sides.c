/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/sides.h"

#include "album/project/name_pattern.h"

#define MOST_SIDES 26

static AlSide
side_of(const AlTimeline *timeline, guint first, guint last)
{
  gint64 begin = al_timeline_slot(timeline, first)->first_frame;
  const AlSlot *end = al_timeline_slot(timeline, last);

  return (AlSide){.first = first,
                  .last = last,
                  .first_frame = begin,
                  .frames = end->first_frame + end->frames - begin};
}

/* Whether a record may be turned over before this track. */
static gboolean
can_break(const AlTimeline *timeline, guint number)
{
  return al_timeline_slot(timeline, number)->pause_sector >= 0;
}

/* Fills sides greedily with up to `most` frames each; how many there are, 0 where a stretch that
 * must not be broken is longer. */
static guint
fill(const AlTimeline *timeline, gint64 most, GArray *sides)
{
  guint count = timeline->slots->len, first = 1;

  g_array_set_size(sides, 0);
  while (first <= count) {
    AlSide side = {0};

    for (guint last = first; last <= count; last++) {
      AlSide longer = side_of(timeline, first, last);

      if (longer.frames > most)
        break;
      if (last == count || can_break(timeline, last + 1))
        side = longer;
    }
    if (side.last == 0)
      return 0;
    g_array_append_val(sides, side);
    first = side.last + 1;
  }
  return sides->len;
}

/* The shortest length with which up to `count` sides do, by halving; fills them. */
static gint64
balance(const AlTimeline *timeline, guint count, GArray *sides)
{
  gint64 least = 0, most = side_of(timeline, 1, timeline->slots->len).frames;

  while (most - least > 1) {
    gint64 middle = least + (most - least) / 2;
    guint needed = fill(timeline, middle, sides);

    if (needed > 0 && needed <= count)
      most = middle;
    else
      least = middle;
  }
  fill(timeline, most, sides);
  return most;
}

static void
propose(const AlTimeline *timeline, const AlRecord *record, GArray *sides)
{
  guint most_sides = record->form == AL_RECORD_CASSETTE ? 2 : MOST_SIDES;

  for (guint count = 2; count <= most_sides; count += 2)
    if ((double)balance(timeline, count, sides) / timeline->rate <= record->longest_seconds)
      return;
  balance(timeline, 2, sides); /* nothing fits: then it is told which sides are too long */
}

GArray *
al_sides_new(const AlSideSettings *settings, const AlTimeline *timeline, const AlRecord *record)
{
  GArray *sides = g_array_new(FALSE, FALSE, sizeof(AlSide));

  if (settings->sides->len == 0)
    propose(timeline, record, sides);
  for (guint i = 0; i < settings->sides->len; i++) {
    const AlSideTracks *tracks = &g_array_index(settings->sides, AlSideTracks, i);
    AlSide side = side_of(timeline, tracks->first, tracks->last);

    g_array_append_val(sides, side);
  }
  return sides;
}

char *
al_side_name(const AlProject *project, const AlDeliverable *deliverable, guint side)
{
  const char letter[] = {(char)('A' + side), '\0'};
  const char *const values[AL_NAME_COUNT] = {
      [AL_NAME_TRACK] = letter,
      [AL_NAME_TITLE] = project->album.texts.field[RB_TEXT_TITLE],
      [AL_NAME_ARTIST] = project->album.texts.field[RB_TEXT_PERFORMER],
      [AL_NAME_ALBUM] = project->album.texts.field[RB_TEXT_TITLE],
      [AL_NAME_CATALOG] = project->album.catalog};

  return al_name_pattern_expand(deliverable->files.names, values, deliverable->files.characters);
}

double
al_side_seconds(const AlSide *side, const AlTimeline *timeline)
{
  return (double)side->frames / timeline->rate;
}
