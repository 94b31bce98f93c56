/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/sides.h"

#include <math.h>

#define MOST_SIDES 26

/* How much longer a cassette may become for side A not to be the shorter one. */
#define MOST_LENGTHENING 1.2

/* What sides are laid out for. */
typedef struct {
  const AlTimeline *timeline;
  const AlRecord *record;
} Layout;

static AlSide
side_of(const Layout *layout, guint first, guint last)
{
  gint64 begin = al_timeline_slot(layout->timeline, first)->first_frame;
  const AlSlot *end = al_timeline_slot(layout->timeline, last);

  return (AlSide){.first = first,
                  .last = last,
                  .first_frame = begin,
                  .frames = end->first_frame + end->frames - begin,
                  .head_frames = llround(layout->record->head_seconds * layout->timeline->rate)};
}

static gint64
length_of(const AlSide *side)
{
  return side->head_frames + side->frames;
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
fill(const Layout *layout, gint64 most, GArray *sides)
{
  guint count = layout->timeline->slots->len, first = 1;

  g_array_set_size(sides, 0);
  while (first <= count) {
    AlSide side = {0};

    for (guint last = first; last <= count; last++) {
      AlSide longer = side_of(layout, first, last);

      if (length_of(&longer) > most)
        break;
      if (last == count || can_break(layout->timeline, last + 1))
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
balance(const Layout *layout, guint count, GArray *sides)
{
  AlSide whole = side_of(layout, 1, layout->timeline->slots->len);
  gint64 least = 0, most = length_of(&whole);

  while (most - least > 1) {
    gint64 middle = least + (most - least) / 2;
    guint needed = fill(layout, middle, sides);

    if (needed > 0 && needed <= count)
      most = middle;
    else
      least = middle;
  }
  fill(layout, most, sides);
  return most;
}

static gboolean
fits(const Layout *layout, gint64 frames)
{
  return (double)frames / layout->timeline->rate <= layout->record->longest_seconds;
}

/* Of two balanced sides the longer one is `longest`: moves the break behind the next track that it
 * can be behind, if that is to make side A the longer one. */
static void
lengthen_first(const Layout *layout, gint64 longest, GArray *sides)
{
  const AlSide *first = &g_array_index(sides, AlSide, 0);
  guint count = layout->timeline->slots->len;

  if (sides->len != 2 || length_of(first) == longest)
    return;
  for (guint last = first->last + 1; last < count; last++) {
    AlSide longer = side_of(layout, 1, last), rest = side_of(layout, last + 1, count);

    if (!can_break(layout->timeline, last + 1))
      continue;
    if ((double)length_of(&longer) <= MOST_LENGTHENING * (double)longest &&
        fits(layout, length_of(&longer))) {
      g_array_index(sides, AlSide, 0) = longer;
      g_array_index(sides, AlSide, 1) = rest;
    }
    return;
  }
}

static void
propose_record(const Layout *layout, GArray *sides)
{
  for (guint count = 2; count <= MOST_SIDES; count += 2)
    if (fits(layout, balance(layout, count, sides)))
      return;
  balance(layout, 2, sides); /* nothing fits: then it is told which sides are too long */
}

static void
propose(const Layout *layout, GArray *sides)
{
  if (layout->record->form == AL_RECORD_CASSETTE)
    lengthen_first(layout, balance(layout, 2, sides), sides);
  else
    propose_record(layout, sides);
}

GArray *
al_sides_new(const AlSideSettings *settings, const AlTimeline *timeline, const AlRecord *record)
{
  const Layout layout = {.timeline = timeline, .record = record};
  GArray *sides = g_array_new(FALSE, FALSE, sizeof(AlSide));

  if (settings->sides->len == 0)
    propose(&layout, sides);
  for (guint i = 0; i < settings->sides->len; i++) {
    const AlSideTracks *tracks = &g_array_index(settings->sides, AlSideTracks, i);
    AlSide side = side_of(&layout, tracks->first, tracks->last);

    g_array_append_val(sides, side);
  }
  return sides;
}

double
al_side_seconds(const AlSide *side, const AlTimeline *timeline)
{
  return (double)length_of(side) / timeline->rate;
}
