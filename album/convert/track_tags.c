/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/track_tags.h"

#include "album/disc/text_sheet.h"
#include "redbook/language.h"

/* The tag that a text of a track becomes. */
static const AlTag tags_of_fields[RB_TEXT_FIELDS] = {
    [RB_TEXT_TITLE] = AL_TAG_TITLE,           [RB_TEXT_PERFORMER] = AL_TAG_ARTIST,
    [RB_TEXT_SONGWRITER] = AL_TAG_SONGWRITER, [RB_TEXT_COMPOSER] = AL_TAG_COMPOSER,
    [RB_TEXT_ARRANGER] = AL_TAG_ARRANGER,     [RB_TEXT_MESSAGE] = AL_TAG_COMMENT,
};

static void
set_texts(AlTags *tags, const RbTexts *track, const RbTexts *disc)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    const char *text = track->field[field];

    /* A title and a message are the track's own. */
    if (text == NULL && field != RB_TEXT_TITLE && field != RB_TEXT_MESSAGE)
      text = disc->field[field];
    al_tags_set(tags, tags_of_fields[field], text);
  }
  al_tags_set(tags, AL_TAG_ALBUM, disc->field[RB_TEXT_TITLE]);
  al_tags_set(tags, AL_TAG_ALBUM_ARTIST, disc->field[RB_TEXT_PERFORMER]);
}

static void
set_block(AlTags *tags, RbTextBlock *block, guint number)
{
  const RbTexts none = {{NULL}};
  const RbTexts *disc = rb_text_block_texts(block, 0);
  g_autofree char *genre = al_text_sheet_genre(block);

  set_texts(tags, number > 0 ? rb_text_block_texts(block, number) : &none, disc);
  al_tags_set(tags, AL_TAG_GENRE, genre);
  al_tags_set(tags, AL_TAG_CATALOG, block->disc_id);
  al_tags_set(tags, AL_TAG_LANGUAGE, rb_language_iso(block->language));
}

static void
add_cues(AlTags *tags, const RbTrack *track, gint32 first_sector)
{
  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex *mark = &g_array_index(track->indexes, RbIndex, i);
    g_autofree char *name = g_strdup_printf("INDEX %02u", mark->number);

    if (mark->number > 1)
      al_tags_add_cue(tags, (gint64)(mark->sector - first_sector) * RB_FRAMES_PER_SECTOR, name);
  }
}

AlTags *
al_track_tags_new(const RbDisc *disc, const AlTrackCut *cut)
{
  AlTags *tags = al_tags_new();

  if (disc->text_blocks->len > 0)
    set_block(tags, g_ptr_array_index(disc->text_blocks, 0), cut->number);
  al_tags_set(tags, AL_TAG_UPC, disc->upc);
  tags->track.count = disc->tracks->len;
  if (cut->number > 0) {
    const RbTrack *track = rb_disc_track(disc, cut->number);

    tags->track.number = cut->number;
    al_tags_set(tags, AL_TAG_ISRC, track->isrc);
    add_cues(tags, track, cut->first_sector);
  } else {
    al_tags_set(tags, AL_TAG_TITLE, "Hidden audio");
  }
  return tags;
}
