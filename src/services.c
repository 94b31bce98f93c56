/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/services.h"

#include <math.h>
#include <stdio.h>

#include "album/measure/loudness.h"
#include "src/report.h"
#include "src/table.h"

void
services_print(const GPtrArray *verdicts)
{
  static const char *const columns[] = {"Service", "What it does", "Evidence", "Date", NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint i = 0; i < verdicts->len; i++) {
    const AlServiceVerdict *verdict = g_ptr_array_index(verdicts, i);
    const AlService *service = verdict->service;
    g_autofree char *name = al_service_verdict_name(verdict);
    g_autofree char *action = al_service_verdict_action(verdict);

    table_add(table, "%s", name);
    table_add(table, "%s", action);
    table_add(table, "%s", al_evidence_name(service->evidence));
    table_add(table, "%s", service->date);
  }
  table_print(table, stdout);
}

void
services_print_notes(const GPtrArray *verdicts)
{
  putchar('\n');
  for (guint i = 0; i < verdicts->len; i++) {
    const AlServiceVerdict *verdict = g_ptr_array_index(verdicts, i);
    g_autofree char *name = al_service_verdict_name(verdict);

    if (verdict->service->note != NULL)
      printf("%s: %s.\n", name, verdict->service->note);
  }
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
  report_json_text(builder, "service", service->name);
  report_json_text(builder, "mode", service->mode);
  json_builder_set_member_name(builder, "gains_db");
  json_builder_begin_array(builder);
  for (guint i = 0; i < verdict->tracks; i++)
    json_level(builder, verdict->gains_db[i]);
  json_builder_end_array(builder);
  report_json_text(builder, "text", text);
  report_json_text(builder, "date", service->date);
  report_json_text(builder, "evidence", al_evidence_name(service->evidence));
  report_json_text(builder, "source", service->source);
  report_json_text(builder, "note", service->note);
  json_builder_end_object(builder);
}

void
services_json(JsonBuilder *builder, const GPtrArray *services)
{
  json_builder_set_member_name(builder, "services");
  json_builder_begin_array(builder);
  for (guint i = 0; i < services->len; i++)
    json_service(builder, g_ptr_array_index(services, i));
  json_builder_end_array(builder);
}

static AlServiceMeasured
as_service_measured(const AlDeliveredLoudness *loudness)
{
  return (AlServiceMeasured){loudness->integrated_lufs, loudness->true_peak_dbtp};
}

/* Radio, vinyl and cassettes are for nobody's normalisation. */
static gboolean
may_be_streamed(const AlDelivered *delivered)
{
  AlKind kind = delivered->deliverable->kind;

  return delivered->failure == NULL &&
         (kind == AL_KIND_CD || kind == AL_KIND_STREAMING || kind == AL_KIND_DOWNLOAD);
}

GPtrArray *
services_judge(const AlDelivered *delivered, const GPtrArray *services)
{
  guint count = delivered->tracks->len;
  g_autofree AlServiceMeasured *tracks = NULL;
  AlServiceMeasured album = {delivered->album_lufs, AL_LOUDNESS_NONE};

  if (!may_be_streamed(delivered))
    return NULL;
  tracks = g_new(AlServiceMeasured, count);
  for (guint i = 0; i < count; i++) {
    tracks[i] =
        as_service_measured(&g_array_index(delivered->tracks, AlDeliveredTrack, i).loudness);
    album.true_peak_dbtp = MAX(album.true_peak_dbtp, tracks[i].true_peak_dbtp);
  }
  return al_services_judge(services, &album, tracks, count);
}
