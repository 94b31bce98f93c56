/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/side_sheet.h"

#include <math.h>

#include "album/deliver/file_names.h"
#include "album/project/read_sides.h"
#include "redbook/isrc.h"

/* "3:07.5": minutes, seconds and tenths. */
static void
append_time(GString *text, double seconds)
{
  gint64 tenths = (gint64)floor(seconds * 10 + 0.5);

  g_string_append_printf(text, "%3" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                         tenths / 600, tenths / 10 % 60, tenths % 10);
}

static void
append_line(GString *text, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf(text, "%-14s%s\n", name, value);
}

static void
append_head(GString *text, const AlSideSheet *sheet)
{
  const AlAlbum *album = &sheet->rendering->project->album;
  const AlRecord *record = sheet->record;
  g_autofree char *form =
      record->speed > 0
          ? g_strdup_printf("%s, %d rpm", al_record_form_name(record->form), record->speed)
          : g_strdup(al_record_form_name(record->form));

  append_line(text, "Title", album->texts.field[RB_TEXT_TITLE]);
  append_line(text, "Performer", album->texts.field[RB_TEXT_PERFORMER]);
  append_line(text, "Label", album->label);
  append_line(text, "Catalogue no.", album->catalog);
  append_line(text, "Date", album->date);
  append_line(text, "Form", form);
}

static void
append_level(GString *text, const AlSideSheet *sheet, const AlSide *side)
{
  AlMeasurement *const *list = al_region_measurement_list(sheet->finished->regions->measured);
  AlMeasured measured = al_measurement_album(list + side->first, side->last - side->first + 1);
  double level_db;

  if (isfinite(measured.loudness.integrated_lufs))
    g_string_append_printf(text, "  %.1f LUFS, %.1f dBTP", measured.loudness.integrated_lufs,
                           measured.true_peak_dbtp);
  if (al_record_level(sheet->record, al_side_seconds(side, sheet->rendering->timeline), &level_db))
    g_string_append_printf(text, "  (level that the length leaves: %+.1f dB)",
                           level_db == 0 ? 0 : level_db);
  g_string_append_c(text, '\n');
}

static void
append_track(GString *text, const AlSideSheet *sheet, const AlSide *side, guint number)
{
  const AlProject *project = sheet->rendering->project;
  const AlTimeline *timeline = sheet->rendering->timeline;
  const AlTrack *track = al_project_track(project, number);
  const AlSlot *slot = al_timeline_slot(timeline, number);
  const char *title = track->texts.field[RB_TEXT_TITLE];
  g_autofree char *isrc = track->isrc != NULL ? rb_isrc_format(track->isrc) : g_strdup("");

  g_string_append_printf(text, "  %2u  ", number);
  append_time(text,
              (double)(side->head_frames + slot->first_frame - side->first_frame) / timeline->rate);
  g_string_append(text, "  ");
  append_time(text, (double)slot->frames / timeline->rate);
  g_string_append_printf(text, "  %-15s  %s\n", isrc, title != NULL ? title : "");
}

static void
append_side(GString *text, const AlSideSheet *sheet, guint i)
{
  const AlSide *side = &g_array_index(sheet->sides, AlSide, i);
  g_autofree char *name = al_side_name(sheet->rendering->project, sheet->delivered->deliverable, i);

  g_string_append_printf(text, "\nSide %c  %s.%s\n", 'A' + (int)i, name, sheet->extension);
  g_string_append(text, "  Nr     Start    Length  ISRC             Title\n");
  for (guint number = side->first; number <= side->last; number++)
    append_track(text, sheet, side, number);
  g_string_append(text, "  In all ");
  append_time(text, al_side_seconds(side, sheet->rendering->timeline));
  append_level(text, sheet, side);
}

char *
al_side_sheet_print(const AlSideSheet *sheet)
{
  GString *text = g_string_new(NULL);

  append_head(text, sheet);
  for (guint i = 0; i < sheet->sides->len; i++)
    append_side(text, sheet, i);
  return g_string_free(text, FALSE);
}
