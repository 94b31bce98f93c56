/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/label_copy.h"

#include <string.h>

#include "album/deliver/file_tags.h"

static const char header[] =
    "Track,Title,Artist,Songwriter,Composer,Arranger,ISRC,Duration,Album,Album artist,UPC,"
    "Catalogue number,Label,Release date,Genre,Language,Copyright,Phonogram\r\n";

/* A field and the comma before it; NULL is empty. In quotes where it must be. */
static void
add_field(GString *csv, const char *text)
{
  g_string_append_c(csv, ',');
  if (text == NULL)
    return;
  if (strpbrk(text, ",\"\r\n") == NULL) {
    g_string_append(csv, text);
    return;
  }
  g_string_append_c(csv, '"');
  for (const char *c = text; *c != '\0'; c++)
    g_string_append(csv, *c == '"' ? "\"\"" : (char[]){*c, '\0'});
  g_string_append_c(csv, '"');
}

static void
add_track(GString *csv, const AlProject *project, const AlTimeline *timeline, guint number)
{
  static const RbTextField credits[] = {RB_TEXT_PERFORMER, RB_TEXT_SONGWRITER, RB_TEXT_COMPOSER,
                                        RB_TEXT_ARRANGER};
  const AlTrack *track = al_project_track(project, number);
  gint64 seconds =
      (al_timeline_slot(timeline, number)->frames + timeline->rate / 2) / timeline->rate;
  g_autofree char *duration =
      g_strdup_printf("%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, seconds / 60, seconds % 60);

  g_string_append_printf(csv, "%u", number);
  add_field(csv, track->texts.field[RB_TEXT_TITLE]);
  for (guint i = 0; i < G_N_ELEMENTS(credits); i++)
    add_field(csv, al_file_tags_text(project, number, credits[i]));
  add_field(csv, track->isrc);
  add_field(csv, duration);
}

static void
add_album(GString *csv, const AlAlbum *album)
{
  const char *const fields[] = {album->texts.field[RB_TEXT_TITLE],
                                album->texts.field[RB_TEXT_PERFORMER],
                                album->upc,
                                album->catalog,
                                album->label,
                                album->date,
                                album->genre,
                                album->language,
                                album->copyright,
                                album->phonogram};

  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    add_field(csv, fields[i]);
  g_string_append(csv, "\r\n");
}

char *
al_label_copy_make(const AlProject *project, const AlTimeline *timeline)
{
  GString *csv = g_string_new(header);

  for (guint number = 1; number <= project->tracks->len; number++) {
    add_track(csv, project, timeline, number);
    add_album(csv, &project->album);
  }
  return g_string_free(csv, FALSE);
}
