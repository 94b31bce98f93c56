/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/label_copy.h"

#include "album/csv.h"
#include "album/deliver/file_tags.h"

static const char *const header[] = {"Track",     "Title",        "Artist", "Songwriter",
                                     "Composer",  "Arranger",     "ISRC",   "Duration",
                                     "Album",     "Album artist", "UPC",    "Catalogue number",
                                     "Label",     "Release date", "Genre",  "Language",
                                     "Copyright", "Phonogram",    "Disc",   "Discs"};

/* For g_free(); NULL: not known. */
static char *
print_count(guint count)
{
  return count > 0 ? g_strdup_printf("%u", count) : NULL;
}

static void
add_track(GString *csv, const AlProject *project, const AlTimeline *timeline, guint number)
{
  const AlTrack *track = al_project_track(project, number);
  const AlAlbum *album = &project->album;
  gint64 seconds =
      (al_timeline_slot(timeline, number)->frames + timeline->rate / 2) / timeline->rate;
  g_autofree char *text = g_strdup_printf("%u", number);
  g_autofree char *duration =
      g_strdup_printf("%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, seconds / 60, seconds % 60);
  g_autofree char *disc = print_count(album->disc.number);
  g_autofree char *discs = print_count(album->disc.count);
  const char *const fields[G_N_ELEMENTS(header)] = {
      text,
      track->texts.field[RB_TEXT_TITLE],
      al_file_tags_text(project, number, RB_TEXT_PERFORMER),
      al_file_tags_text(project, number, RB_TEXT_SONGWRITER),
      al_file_tags_text(project, number, RB_TEXT_COMPOSER),
      al_file_tags_text(project, number, RB_TEXT_ARRANGER),
      track->isrc,
      duration,
      album->texts.field[RB_TEXT_TITLE],
      album->texts.field[RB_TEXT_PERFORMER],
      album->upc,
      album->catalog,
      album->label,
      album->date,
      album->genre,
      album->language,
      album->copyright,
      album->phonogram,
      disc,
      discs};

  al_csv_append_record(csv, fields, G_N_ELEMENTS(fields));
}

char *
al_label_copy_make(const AlProject *project, const AlTimeline *timeline)
{
  GString *csv = g_string_new(NULL);

  al_csv_append_record(csv, header, G_N_ELEMENTS(header));
  for (guint number = 1; number <= project->tracks->len; number++)
    add_track(csv, project, timeline, number);
  return g_string_free(csv, FALSE);
}
