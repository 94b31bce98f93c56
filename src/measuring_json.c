/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/measuring.h"

#include <math.h>

#include "src/measured_row.h"
#include "src/report.h"

static void
json_text(JsonBuilder *builder, const char *name, const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid(value, -1) : NULL;

  json_builder_set_member_name(builder, name);
  if (valid != NULL)
    json_builder_add_string_value(builder, valid);
  else
    json_builder_add_null_value(builder);
}

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
    json_text(builder, "path", row->path);
    json_text(builder, "format", row->format);
  }
  for (gsize i = 0; i < MEASURED_QUANTITIES; i++)
    report_json_number(builder, measured_quantities[i].name, measured_quantities[i].value(row));
  json_count(builder, "frames", row->rate > 0 ? row->measured->frames : 0);
  json_count(builder, "rate", row->rate);
  json_count(builder, "channels", row->channels);
  json_builder_end_object(builder);
}

static void
json_level(JsonBuilder *builder, double db)
{
  if (isfinite(db))
    json_builder_add_double_value(builder, db);
  else
    json_builder_add_null_value(builder);
}

static void
json_service(JsonBuilder *builder, const AlServiceVerdict *verdict)
{
  g_autofree char *text = al_service_verdict_text(verdict);
  const AlService *service = verdict->service;

  json_builder_begin_object(builder);
  json_text(builder, "service", service->name);
  json_text(builder, "mode", service->mode);
  json_builder_set_member_name(builder, "gains_db");
  json_builder_begin_array(builder);
  for (guint i = 0; i < verdict->tracks; i++)
    json_level(builder, verdict->gains_db[i]);
  json_builder_end_array(builder);
  json_text(builder, "text", text);
  json_text(builder, "date", service->date);
  json_text(builder, "evidence", al_evidence_name(service->evidence));
  json_text(builder, "source", service->source);
  json_text(builder, "note", service->note);
  json_builder_end_object(builder);
}

static void
json_services(JsonBuilder *builder, const GPtrArray *services)
{
  json_builder_set_member_name(builder, "services");
  json_builder_begin_array(builder);
  for (guint i = 0; i < services->len; i++)
    json_service(builder, g_ptr_array_index(services, i));
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
    json_services(builder, services);
  report_json_findings(builder, findings);
  report_json_end(builder);
}
