/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/measuring.h"

#include "src/measured_row.h"
#include "src/report.h"
#include "src/services.h"

/* A count, or null where it is 0: files of the album differ. */
static void
json_count(JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name(builder, name);
  if (value != 0)
    json_builder_add_int_value(builder, value);
  else
    json_builder_add_null_value(builder);
}

static void
json_row(JsonBuilder *builder, const MeasuredRow *row)
{
  json_builder_begin_object(builder);
  if (row->path != NULL) {
    report_json_text(builder, "path", row->path);
    report_json_text(builder, "format", row->format);
  }
  for (gsize i = 0; i < MEASURED_QUANTITIES; i++)
    report_json_number(builder, measured_quantities[i].name, measured_quantities[i].value(row));
  json_count(builder, "frames", row->rate > 0 ? row->measured->frames : 0);
  json_count(builder, "rate", row->rate);
  json_count(builder, "channels", row->channels);
  json_builder_end_object(builder);
}

static void
json_errors(JsonBuilder *builder, const AlFileMeasurements *measurements)
{
  json_builder_set_member_name(builder, "errors");
  json_builder_begin_array(builder);
  for (guint i = 0; i < measurements->files->len; i++) {
    const GError *error = al_file_measurements_get(measurements, i)->error;

    if (error != NULL)
      report_json_error(builder, error);
  }
  json_builder_end_array(builder);
}

void
measuring_print_json(const AlFileMeasurements *measurements, const GPtrArray *services,
                     const RbFindings *findings)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();
  g_autoptr(GArray) rows = measured_rows_new(measurements);

  json_builder_set_member_name(builder, "files");
  json_builder_begin_array(builder);
  for (guint i = 0; i + 1 < rows->len; i++)
    json_row(builder, &g_array_index(rows, MeasuredRow, i));
  json_builder_end_array(builder);
  json_builder_set_member_name(builder, "album");
  if (rows->len > 0)
    json_row(builder, &g_array_index(rows, MeasuredRow, rows->len - 1));
  else
    json_builder_add_null_value(builder);
  if (services != NULL)
    services_json(builder, services);
  report_json_findings(builder, findings);
  json_errors(builder, measurements);
  report_json_end(builder);
}
