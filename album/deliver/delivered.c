/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/delivered.h"

#include <math.h>
#include <string.h>

static const AlDeliveredLoudness not_measured = {.before_lufs = -HUGE_VAL,
                                                 .target_lufs = -HUGE_VAL,
                                                 .gain_db = -HUGE_VAL,
                                                 .integrated_lufs = -HUGE_VAL,
                                                 .sample_peak_dbfs = -HUGE_VAL,
                                                 .true_peak_dbtp = -HUGE_VAL,
                                                 .plr_lu = -HUGE_VAL,
                                                 .max_reduction_db = -HUGE_VAL,
                                                 .mean_reduction_db = -HUGE_VAL};

static void
file_free(gpointer data)
{
  AlDeliveredFile *file = data;

  g_free(file->name);
  g_free(file);
}

/* Where the sound of a track ends: at the pause of the next, or where that begins. */
static gint32
end_sector(const AlTimeline *timeline, guint number)
{
  const AlSlot *next;

  if (number == timeline->slots->len)
    return timeline->lead_out_sector;
  next = al_timeline_slot(timeline, number + 1);
  return next->pause_sector >= 0 ? next->pause_sector : next->start_sector;
}

static AlDeliveredTrack
lay_out_track(const AlTimeline *timeline, guint number)
{
  const AlSlot *slot = al_timeline_slot(timeline, number);

  return (AlDeliveredTrack){
      .number = number,
      .start_sector = slot->start_sector,
      .length_sectors = end_sector(timeline, number) - slot->start_sector,
      .gap_sectors = slot->pause_sector >= 0 ? slot->start_sector - slot->pause_sector : 0,
      .moved_frames = slot->moved_frames,
      .loudness = not_measured,
  };
}

AlDelivered *
al_delivered_new(const AlDeliverable *deliverable, const AlTimeline *timeline)
{
  AlDelivered *delivered = g_new0(AlDelivered, 1);

  delivered->deliverable = deliverable;
  delivered->level = deliverable->level;
  delivered->album_lufs = -HUGE_VAL;
  delivered->files = g_ptr_array_new_with_free_func(file_free);
  delivered->tracks = g_array_new(FALSE, FALSE, sizeof(AlDeliveredTrack));
  for (guint number = 1; number <= timeline->slots->len; number++) {
    AlDeliveredTrack track = lay_out_track(timeline, number);

    g_array_append_val(delivered->tracks, track);
  }
  return delivered;
}

void
al_delivered_free(AlDelivered *delivered)
{
  if (delivered == NULL)
    return;
  rb_disc_free(delivered->disc);
  g_array_unref(delivered->tracks);
  g_ptr_array_unref(delivered->files);
  g_clear_pointer(&delivered->codecs, g_ptr_array_unref);
  g_clear_pointer(&delivered->codecs_before, g_ptr_array_unref);
  g_clear_error(&delivered->failure);
  g_free(delivered);
}

AlDeliveredTrack *
al_delivered_track(const AlDelivered *delivered, guint number)
{
  g_assert(number >= 1 && number <= delivered->tracks->len);
  return &g_array_index(delivered->tracks, AlDeliveredTrack, number - 1);
}

void
al_delivered_codec_free(gpointer data)
{
  AlDeliveredCodec *codec = data;

  al_codec_check_free(codec->check);
  g_free(codec);
}

static gboolean
has_name(gconstpointer file, gconstpointer name)
{
  return strcmp(((const AlDeliveredFile *)file)->name, name) == 0;
}

void
al_delivered_add_file(AlDelivered *delivered, const char *name, const AlDeliveredAudio *audio)
{
  AlDeliveredFile *file;
  guint at;

  if (g_ptr_array_find_with_equal_func(delivered->files, name, has_name, &at)) {
    file = g_ptr_array_index(delivered->files, at);
  } else {
    file = g_new0(AlDeliveredFile, 1);
    file->name = g_strdup(name);
    g_ptr_array_add(delivered->files, file);
  }
  if (audio != NULL)
    file->audio = *audio;
}
