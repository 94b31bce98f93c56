/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/chapters.h"

static guint32
milliseconds(const AlEncoderJob *job, gint64 frame)
{
  return (guint32)(frame * 1000 / job->encoding->rate);
}

GArray *
al_chapters_new(const AlEncoderJob *job)
{
  GArray *chapters = g_array_new(FALSE, FALSE, sizeof(AlChapter));
  guint32 end_ms = milliseconds(job, job->frames);

  for (guint i = 0; job->tags != NULL && i < job->tags->tracks->len; i++) {
    const AlTagTrack *track = &g_array_index(job->tags->tracks, AlTagTrack, i);
    AlChapter chapter = {
        .start_ms = milliseconds(job, track->start_frame), .end_ms = end_ms, .title = track->title};

    if (i > 0)
      g_array_index(chapters, AlChapter, i - 1).end_ms = chapter.start_ms;
    g_array_append_val(chapters, chapter);
  }
  return chapters;
}
