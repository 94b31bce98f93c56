/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/markers.h"

#include <string.h>

#include "album/error.h"

static void
marker_clear(gpointer data)
{
  g_free(((AlMarker *)data)->text);
}

GArray *
al_markers_new(void)
{
  GArray *markers = g_array_new(FALSE, FALSE, sizeof(AlMarker));

  g_array_set_clear_func(markers, marker_clear);
  return markers;
}

static void
add_spot(GArray *markers, const AlMixFaults *faults, AlCheck check, guint i, double offset_seconds,
         const char *prefix)
{
  const AlFault *spot = al_faults_get(&faults->of[check], i);
  const AlCheckKind *kind = &al_check_kinds[check];
  gboolean one_channel = faults->info.channels == 2 && spot->channels != AL_FAULT_BOTH;
  const AlMarker marker = {
      .seconds = al_mix_faults_seconds(faults, spot) + offset_seconds,
      .length_seconds = spot->frames > 1 ? (double)spot->frames / faults->info.rate : 0,
      .text =
          g_strdup_printf("%s%s%s %s%s%s", prefix != NULL ? prefix : "", prefix != NULL ? ": " : "",
                          kind->id, kind->name, one_channel ? ", " : "",
                          one_channel ? al_fault_channels_name(spot->channels) : "")};

  g_array_append_val(markers, marker);
}

void
al_markers_add(GArray *markers, const AlMixFaults *faults, const AlCheckSettings *settings,
               double offset_seconds, const char *prefix)
{
  RbSeverity severity;

  for (AlCheck check = 0; check < AL_CHECKS; check++)
    if (al_mix_faults_has_time(check) &&
        al_check_judge(settings, check, faults->of[check].figure, &severity))
      for (guint i = 0; i < faults->of[check].spots->len; i++)
        add_spot(markers, faults, check, i, offset_seconds, prefix);
}

static gint
compare_markers(gconstpointer a, gconstpointer b)
{
  const AlMarker *one = a, *other = b;

  if (one->seconds != other->seconds)
    return one->seconds < other->seconds ? -1 : 1;
  return strcmp(one->text, other->text);
}

static void
add_seconds(GString *text, double seconds)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append(text, g_ascii_formatd(number, sizeof number, "%.6f", seconds));
}

static void
add_label(GString *text, const AlMarker *marker)
{
  add_seconds(text, marker->seconds);
  g_string_append_c(text, '\t');
  add_seconds(text, marker->seconds + marker->length_seconds);
  g_string_append_printf(text, "\t%s\n", marker->text);
}

/* RFC 4180; the texts hold no quotes. A marker has a start alone, a region an end and a length. */
static void
add_row(GString *text, const AlMarker *marker, guint number)
{
  gboolean region = marker->length_seconds > 0;

  g_string_append_printf(text, "%s%u,\"%s\",", region ? "R" : "M", number, marker->text);
  add_seconds(text, marker->seconds);
  g_string_append_c(text, ',');
  if (region)
    add_seconds(text, marker->seconds + marker->length_seconds);
  g_string_append_c(text, ',');
  if (region)
    add_seconds(text, marker->length_seconds);
  g_string_append_c(text, '\n');
}

gboolean
al_markers_write(GArray *markers, const char *path, GError **error)
{
  gboolean table = g_str_has_suffix(path, ".csv");
  g_autoptr(GString) text = g_string_new(table ? "#,Name,Start,End,Length\n" : NULL);
  g_autoptr(GError) reason = NULL;

  g_array_sort(markers, compare_markers);
  for (guint i = 0; i < markers->len; i++)
    if (table)
      add_row(text, &g_array_index(markers, AlMarker, i), i + 1);
    else
      add_label(text, &g_array_index(markers, AlMarker, i));
  if (g_file_set_contents(path, text->str, (gssize)text->len, &reason))
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write the markers: %s", reason->message);
  return FALSE;
}
