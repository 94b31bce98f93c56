/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd_disc.h"

#include <string.h>

#include "redbook/genre.h"
#include "redbook/language.h"

static void
add_tracks(RbDisc *disc, const AlProject *project, const AlTimeline *timeline)
{
  for (guint number = 1; number <= project->tracks->len; number++) {
    const AlTrack *track = al_project_track(project, number);
    const AlSlot *slot = al_timeline_slot(timeline, number);
    RbTrack *entry = rb_disc_add_track(disc);

    entry->flags = track->flags;
    entry->isrc = g_strdup(track->isrc);
    if (slot->pause_sector >= 0)
      rb_track_add_index(entry, 0, slot->pause_sector);
    rb_track_add_index(entry, 1, slot->start_sector);
    for (guint i = 0; i < slot->index_sectors->len; i++)
      rb_track_add_index(entry, (guint8)(i + 2), g_array_index(slot->index_sectors, gint32, i));
  }
}

/* Names that hold for the whole album hold for each of its tracks; a title or a message does not.
 */
static void
inherit(RbTexts *track, const RbTexts *album)
{
  static const RbTextField fields[] = {RB_TEXT_PERFORMER, RB_TEXT_SONGWRITER, RB_TEXT_COMPOSER,
                                       RB_TEXT_ARRANGER};

  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    if (track->field[fields[i]] == NULL)
      track->field[fields[i]] = g_strdup(album->field[fields[i]]);
}

static gboolean
any_text(const RbTexts *texts)
{
  for (int i = 0; i < RB_TEXT_FIELDS; i++)
    if (texts->field[i] != NULL)
      return TRUE;
  return FALSE;
}

/* "Not defined" is the code that stands beside free text. */
#define GENRE_NOT_DEFINED 0x01

static void
set_genre(RbTextBlock *block, const char *genre)
{
  if (genre == NULL || rb_genre_find(genre, &block->genre))
    return;
  block->genre = GENRE_NOT_DEFINED;
  block->genre_text = g_strdup(genre);
}

static guint8
language_code(const char *language)
{
  guint8 code = RB_LANGUAGE_UNKNOWN;

  rb_language_find(language, &code);
  return code;
}

/* Adds the block of one language; `album` and `track_texts` (one per track) are copied. */
static void
add_block(RbDisc *disc, const AlAlbum *album, const char *language, const RbTexts *texts,
          const RbTexts *const *track_texts)
{
  RbTextBlock *block =
      rb_disc_add_text_block(disc, al_project_charset(language), language_code(language));

  rb_texts_copy(&block->disc, texts);
  for (guint number = 1; number <= disc->tracks->len; number++) {
    rb_texts_copy(rb_text_block_texts(block, number), track_texts[number - 1]);
    inherit(rb_text_block_texts(block, number), texts);
  }
  block->disc_id = g_strdup(album->catalog);
  block->copyrighted = album->copyright != NULL || album->phonogram != NULL;
  set_genre(block, album->genre);
}

static const RbTexts *
translation_of(const GArray *translations, const char *language)
{
  static const RbTexts none;

  for (guint i = 0; i < translations->len; i++) {
    const AlTranslation *translation = &g_array_index(translations, AlTranslation, i);

    if (strcmp(translation->language, language) == 0)
      return &translation->texts;
  }
  return &none;
}

/* The languages into which anything is translated, in the order in which they appear. */
static GPtrArray *
translated_languages(const AlProject *project)
{
  GPtrArray *languages = g_ptr_array_new();

  for (guint number = 0; number <= project->tracks->len; number++) {
    const GArray *translations =
        number == 0 ? project->album.translations : al_project_track(project, number)->translations;

    for (guint i = 0; i < translations->len; i++) {
      char *language = g_array_index(translations, AlTranslation, i).language;

      if (!g_ptr_array_find_with_equal_func(languages, language, g_str_equal, NULL))
        g_ptr_array_add(languages, language);
    }
  }
  return languages;
}

static void
add_texts(RbDisc *disc, const AlProject *project)
{
  g_autofree const RbTexts **tracks = g_new(const RbTexts *, project->tracks->len);
  g_autoptr(GPtrArray) languages = translated_languages(project);
  gboolean any = any_text(&project->album.texts);

  for (guint i = 0; i < project->tracks->len; i++) {
    tracks[i] = &al_project_track(project, i + 1)->texts;
    any = any || any_text(tracks[i]);
  }
  if (!any && languages->len == 0)
    return;
  add_block(disc, &project->album, project->album.language, &project->album.texts, tracks);
  for (guint i = 0; i < languages->len; i++) {
    const char *language = g_ptr_array_index(languages, i);

    for (guint t = 0; t < project->tracks->len; t++)
      tracks[t] = translation_of(al_project_track(project, t + 1)->translations, language);
    add_block(disc, &project->album, language,
              translation_of(project->album.translations, language), tracks);
  }
}

RbDisc *
al_cd_disc_new(const AlProject *project, const AlTimeline *timeline)
{
  RbDisc *disc = rb_disc_new();

  disc->upc = g_strdup(project->album.upc);
  disc->lead_out_sector = timeline->lead_out_sector;
  add_tracks(disc, project, timeline);
  add_texts(disc, project);
  return disc;
}
