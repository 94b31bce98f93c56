/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/vorbis_comments.h"

#include "album/encode/chapters.h"
#include "album/encode/gain_tags.h"
#include "album/encode/tag_names.h"

static void
add_number(GPtrArray *comments, const char *name, guint number)
{
  if (number > 0)
    g_ptr_array_add(comments, g_strdup_printf("%s=%u", name, number));
}

static void
add_text(GPtrArray *comments, const AlTagNames *names, const char *text)
{
  g_auto(GStrv) values = al_tag_names_split(names, text);

  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add(comments, g_strconcat(names->comment, "=", values[i], NULL));
}

static void
add_replaygain(gpointer comments, const char *name, const char *text)
{
  g_ptr_array_add(comments, g_strconcat(name, "=", text, NULL));
}

static void
add_r128(GPtrArray *comments, const char *name, const AlTagGain *gain)
{
  g_autofree char *text = gain->known ? al_gain_tags_r128(gain->integrated_lufs) : NULL;

  if (text != NULL)
    g_ptr_array_add(comments, g_strconcat(name, "=", text, NULL));
}

static void
add_chapters(GPtrArray *comments, const AlEncoderJob *job)
{
  g_autoptr(GArray) chapters = al_chapters_new(job);

  for (guint i = 0; i < chapters->len; i++) {
    const AlChapter *chapter = &g_array_index(chapters, AlChapter, i);
    guint seconds = chapter->start_ms / 1000;

    g_ptr_array_add(comments,
                    g_strdup_printf("CHAPTER%03u=%02u:%02u:%02u.%03u", i + 1, seconds / 3600,
                                    seconds / 60 % 60, seconds % 60, chapter->start_ms % 1000));
    g_ptr_array_add(comments, g_strdup_printf("CHAPTER%03uNAME=%s", i + 1, chapter->title));
  }
}

GPtrArray *
al_vorbis_comments_new(const AlEncoderJob *job, AlGainStyle style)
{
  const AlTags *tags = job->tags;
  GPtrArray *comments = g_ptr_array_new_with_free_func(g_free);

  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    if (tags->text[tag] != NULL)
      add_text(comments, al_tag_names((AlTag)tag), tags->text[tag]);
  add_number(comments, "TRACKNUMBER", tags->track.number);
  add_number(comments, "TRACKTOTAL", tags->track.count);
  add_number(comments, "DISCNUMBER", tags->disc.number);
  add_number(comments, "DISCTOTAL", tags->disc.count);
  if (style == AL_GAIN_STYLE_REPLAYGAIN) {
    al_gain_tags_add_replaygain(tags, add_replaygain, comments);
  } else {
    add_r128(comments, "R128_TRACK_GAIN", &tags->track_gain);
    add_r128(comments, "R128_ALBUM_GAIN", &tags->album_gain);
  }
  add_chapters(comments, job);
  return comments;
}
