/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/measuring.h"

#include <stdio.h>
#include <string.h>

#include "src/measured_row.h"
#include "src/table.h"

/* How much of every path is the same folder. */
static gsize
common_folder(const GArray *rows)
{
  const char *first = g_array_index(rows, MeasuredRow, 0).path;
  gsize common = strlen(first);

  for (guint i = 0; i + 1 < rows->len; i++) {
    const char *path = g_array_index(rows, MeasuredRow, i).path;
    gsize same = 0;

    while (same < common && path[same] == first[same] && path[same] != '\0')
      same++;
    common = same;
  }
  while (common > 0 && first[common - 1] != G_DIR_SEPARATOR)
    common--;
  return common;
}

static void
add_length(Table *table, double seconds)
{
  gint64 tenths = (gint64)(seconds * 10 + 0.5);

  table_add(table, "%d:%02d.%d", (int)(tenths / 600), (int)(tenths / 10 % 60), (int)(tenths % 10));
}

static void
add_format(Table *table, const MeasuredRow *row)
{
  g_autofree char *rate =
      row->rate > 0 ? g_strdup_printf("%g kHz", row->rate / 1000.0) : g_strdup("different rates");
  const char *channels = row->channels == 0 ? "" : row->channels == 1 ? ", mono" : ", stereo";

  table_add(table, "%s%s%s%s", row->path != NULL ? row->format : "", row->path != NULL ? ", " : "",
            rate, channels);
}

static void
add_row(Table *table, const MeasuredRow *row, gsize folder)
{
  g_autofree char *name =
      row->path != NULL ? g_filename_display_name(row->path + folder) : g_strdup("album");

  table_add(table, "%s", name);
  for (gsize i = 0; i < MEASURED_QUANTITIES; i++) {
    const MeasuredQuantity *quantity = &measured_quantities[i];
    g_autofree char *number = measured_format(quantity->value(row), quantity->table_decimals, "-");

    if (quantity->heading != NULL)
      table_add(table, "%s", number);
  }
  add_length(table, row->seconds);
  add_format(table, row);
}

void
measuring_print_table(const AlFileMeasurements *measurements)
{
  const char *columns[MEASURED_QUANTITIES + 4] = {"File"};
  g_autoptr(GArray) rows = measured_rows_new(measurements);
  g_autoptr(Table) table = NULL;
  guint count = 1, shown = measurements->measured > 1 ? rows->len : measurements->measured;

  if (rows->len == 0)
    return;
  for (gsize i = 0; i < MEASURED_QUANTITIES; i++)
    if (measured_quantities[i].heading != NULL)
      columns[count++] = measured_quantities[i].heading;
  columns[count++] = ">Length";
  columns[count] = "Format";
  table = table_new(columns);
  for (guint i = 0; i < shown; i++)
    add_row(table, &g_array_index(rows, MeasuredRow, i), common_folder(rows));
  table_print(table, stdout);
}
