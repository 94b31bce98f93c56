/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/disc.h"

const char *
rb_text_field_name(RbTextField field)
{
  static const char *const names[RB_TEXT_FIELDS] = {
      [RB_TEXT_TITLE] = "title",           [RB_TEXT_PERFORMER] = "performer",
      [RB_TEXT_SONGWRITER] = "songwriter", [RB_TEXT_COMPOSER] = "composer",
      [RB_TEXT_ARRANGER] = "arranger",     [RB_TEXT_MESSAGE] = "message",
  };

  return names[field];
}

void
rb_texts_clear(RbTexts *texts)
{
  for (int i = 0; i < RB_TEXT_FIELDS; i++)
    g_clear_pointer(&texts->field[i], g_free);
}

void
rb_texts_copy(RbTexts *to, const RbTexts *from)
{
  for (int i = 0; i < RB_TEXT_FIELDS; i++)
    to->field[i] = g_strdup(from->field[i]);
}

static void
track_free(gpointer data)
{
  RbTrack *track = data;

  g_free(track->isrc);
  g_array_unref(track->indexes);
  g_free(track);
}

static void
clear_texts(gpointer data)
{
  rb_texts_clear(data);
}

static void
text_block_free(gpointer data)
{
  RbTextBlock *block = data;

  g_free(block->genre_text);
  g_free(block->disc_id);
  rb_texts_clear(&block->disc);
  g_array_unref(block->tracks);
  g_free(block);
}

RbDisc *
rb_disc_new(void)
{
  RbDisc *disc = g_new0(RbDisc, 1);

  disc->tracks = g_ptr_array_new_with_free_func(track_free);
  disc->text_blocks = g_ptr_array_new_with_free_func(text_block_free);
  return disc;
}

void
rb_disc_free(RbDisc *disc)
{
  if (disc == NULL)
    return;
  g_free(disc->upc);
  g_ptr_array_unref(disc->tracks);
  g_ptr_array_unref(disc->text_blocks);
  g_free(disc);
}

RbTrack *
rb_disc_add_track(RbDisc *disc)
{
  RbTrack *track = g_new0(RbTrack, 1);

  track->indexes = g_array_new(FALSE, FALSE, sizeof(RbIndex));
  g_ptr_array_add(disc->tracks, track);
  return track;
}

RbTrack *
rb_disc_track(const RbDisc *disc, guint number)
{
  g_assert(number >= 1 && number <= disc->tracks->len);
  return g_ptr_array_index(disc->tracks, number - 1);
}

RbTextBlock *
rb_disc_add_text_block(RbDisc *disc, RbCharset charset, guint8 language)
{
  RbTextBlock *block = g_new0(RbTextBlock, 1);

  block->charset = charset;
  block->language = language;
  block->tracks = g_array_new(FALSE, TRUE, sizeof(RbTexts));
  g_array_set_clear_func(block->tracks, clear_texts);
  g_array_set_size(block->tracks, disc->tracks->len);
  g_ptr_array_add(disc->text_blocks, block);
  return block;
}

RbTexts *
rb_text_block_texts(RbTextBlock *block, guint number)
{
  g_assert(number <= block->tracks->len);
  return number == 0 ? &block->disc : &g_array_index(block->tracks, RbTexts, number - 1);
}

void
rb_track_add_index(RbTrack *track, guint8 number, gint32 sector)
{
  RbIndex mark = {.number = number, .sector = sector};

  g_array_append_val(track->indexes, mark);
}

gint32
rb_track_index(const RbTrack *track, guint8 number)
{
  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(track->indexes, RbIndex, i);

    if (mark->number == number)
      return mark->sector;
  }
  return -1;
}

gint32
rb_track_first_sector(const RbTrack *track)
{
  gint32 pause = rb_track_index(track, 0);

  return pause >= 0 ? pause : rb_track_index(track, 1);
}

gint32
rb_disc_track_end(const RbDisc *disc, guint number)
{
  if (number == disc->tracks->len)
    return disc->lead_out_sector;
  return rb_track_first_sector(rb_disc_track(disc, number + 1));
}
