/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/tags.h"

#include <math.h>

static void
clear_cue(gpointer cue)
{
  g_free(((AlTagCue *)cue)->name);
}

static void
clear_track(gpointer data)
{
  AlTagTrack *track = data;

  g_array_unref(track->indexes);
  g_free(track->title);
}

static void
free_broadcast(AlTagBroadcast *broadcast)
{
  g_free(broadcast->title);
  g_free(broadcast->artist);
  g_free(broadcast);
}

AlTags *
al_tags_new(void)
{
  AlTags *tags = g_new0(AlTags, 1);

  tags->cues = g_array_new(FALSE, FALSE, sizeof(AlTagCue));
  g_array_set_clear_func(tags->cues, clear_cue);
  tags->tracks = g_array_new(FALSE, FALSE, sizeof(AlTagTrack));
  g_array_set_clear_func(tags->tracks, clear_track);
  return tags;
}

void
al_tags_free(AlTags *tags)
{
  if (tags == NULL)
    return;
  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    g_free(tags->text[tag]);
  g_clear_pointer(&tags->cover, al_cover_unref);
  g_clear_pointer(&tags->broadcast, free_broadcast);
  g_array_unref(tags->cues);
  g_array_unref(tags->tracks);
  g_free(tags);
}

void
al_tags_set(AlTags *tags, AlTag tag, const char *text)
{
  g_free(tags->text[tag]);
  tags->text[tag] = text == NULL || *text == '\0' ? NULL : g_strdup(text);
}

void
al_tags_set_cover(AlTags *tags, AlCover *cover)
{
  AlCover *old = tags->cover;

  tags->cover = cover == NULL ? NULL : al_cover_ref(cover);
  if (old != NULL)
    al_cover_unref(old);
}

AlTagBroadcast *
al_tags_add_broadcast(AlTags *tags)
{
  g_assert(tags->broadcast == NULL);
  tags->broadcast = g_new0(AlTagBroadcast, 1);
  tags->broadcast->integrated_lufs = NAN;
  tags->broadcast->range_lu = NAN;
  tags->broadcast->true_peak_dbtp = NAN;
  tags->broadcast->max_momentary_lufs = NAN;
  tags->broadcast->max_short_term_lufs = NAN;
  return tags->broadcast;
}

void
al_tags_add_cue(AlTags *tags, gint64 frame, const char *name)
{
  AlTagCue cue = {.frame = frame, .name = g_strdup(name)};

  g_array_append_val(tags->cues, cue);
}

void
al_tags_add_track(AlTags *tags, gint64 pause_frame, gint64 start_frame, const char *isrc,
                  const char *title)
{
  AlTagTrack track = {.pause_frame = pause_frame,
                      .start_frame = start_frame,
                      .title = g_strdup(title),
                      .indexes = g_array_new(FALSE, FALSE, sizeof(gint64))};

  if (isrc != NULL)
    g_strlcpy(track.isrc, isrc, sizeof track.isrc);
  g_array_append_val(tags->tracks, track);
  al_tags_add_cue(tags, start_frame, title);
}

void
al_tags_add_index(AlTags *tags, gint64 frame)
{
  g_assert(tags->tracks->len > 0);
  g_array_append_val(g_array_index(tags->tracks, AlTagTrack, tags->tracks->len - 1).indexes, frame);
}
