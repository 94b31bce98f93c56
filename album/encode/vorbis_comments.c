/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/vorbis_comments.h"

#include "album/encode/gain_tags.h"
#include "album/encode/tag_names.h"

static void
add_number(GPtrArray *comments, const char *name, guint number)
{
  if (number > 0)
    g_ptr_array_add(comments, g_strdup_printf("%s=%u", name, number));
}

static void
add_replaygain(GPtrArray *comments, const char *whose, const AlTagGain *gain)
{
  g_autofree char *gain_text = al_gain_tags_replaygain(gain->integrated_lufs);
  g_autofree char *peak_text = al_gain_tags_peak(gain->true_peak_dbtp);

  g_ptr_array_add(comments, g_strdup_printf("REPLAYGAIN_%s_GAIN=%s", whose, gain_text));
  g_ptr_array_add(comments, g_strdup_printf("REPLAYGAIN_%s_PEAK=%s", whose, peak_text));
}

static void
add_gain(GPtrArray *comments, AlGainStyle style, const char *whose, const AlTagGain *gain)
{
  g_autofree char *r128 = NULL;

  if (!gain->known)
    return;
  if (style == AL_GAIN_STYLE_REPLAYGAIN) {
    add_replaygain(comments, whose, gain);
    return;
  }
  r128 = al_gain_tags_r128(gain->integrated_lufs);
  g_ptr_array_add(comments, g_strdup_printf("R128_%s_GAIN=%s", whose, r128));
}

GPtrArray *
al_vorbis_comments_new(const AlTags *tags, AlGainStyle style)
{
  GPtrArray *comments = g_ptr_array_new_with_free_func(g_free);

  for (int tag = 0; tag < AL_TAG_COUNT; tag++)
    if (tags->text[tag] != NULL)
      g_ptr_array_add(comments,
                      g_strconcat(al_tag_names((AlTag)tag)->comment, "=", tags->text[tag], NULL));
  add_number(comments, "TRACKNUMBER", tags->track.number);
  add_number(comments, "TRACKTOTAL", tags->track.count);
  add_number(comments, "DISCNUMBER", tags->disc.number);
  add_number(comments, "DISCTOTAL", tags->disc.count);
  add_gain(comments, style, "TRACK", &tags->track_gain);
  add_gain(comments, style, "ALBUM", &tags->album_gain);
  return comments;
}
