/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/measuring.h"

#include <stdio.h>

#include "album/csv.h"
#include "src/measured_row.h"

static void
print_field(const char *text, const char *after)
{
  g_autoptr(GString) field = g_string_new(NULL);

  al_csv_append(field, text);
  printf("%s%s", field->str, after);
}

/* A count, and nothing where it is 0. */
static void
print_count(gint64 count, const char *after)
{
  if (count != 0)
    printf("%" G_GINT64_FORMAT, count);
  fputs(after, stdout);
}

static void
print_csv_row(const MeasuredRow *row)
{
  print_field(row->path != NULL ? row->path : "album", ",");
  print_field(row->path != NULL ? row->format : "", ",");
  for (gsize i = 0; i < MEASURED_QUANTITIES; i++) {
    g_autofree char *number =
        measured_format(measured_quantities[i].value(row), measured_quantities[i].decimals, "");

    print_field(number, ",");
  }
  print_count(row->rate > 0 ? row->measured->frames : 0, ",");
  print_count(row->rate, ",");
  print_count(row->channels, "\r\n");
}

void
measuring_print_csv(const AlFileMeasurements *measurements)
{
  g_autoptr(GArray) rows = measured_rows_new(measurements);

  fputs("path,format,", stdout);
  for (gsize i = 0; i < MEASURED_QUANTITIES; i++)
    printf("%s,", measured_quantities[i].name);
  fputs("frames,rate_hz,channels\r\n", stdout);
  for (guint i = 0; i < rows->len; i++)
    print_csv_row(&g_array_index(rows, MeasuredRow, i));
}
