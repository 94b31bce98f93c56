/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "album/project/deliverable_kind.h"
#include "src/rendered.h"
#include "src/rendered_codecs.h"
#include "src/report.h"
#include "src/services.h"
#include "src/toned.h"

static void
json_count(JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name(builder, name);
  json_builder_add_int_value(builder, value);
}

static void
json_loudness(JsonBuilder *builder, const AlDeliveredLoudness *loudness)
{
  report_json_number(builder, "before_lufs", loudness->before_lufs);
  report_json_number(builder, "target_lufs", loudness->target_lufs);
  report_json_number(builder, "gain_db", loudness->gain_db);
  report_json_number(builder, "integrated_lufs", loudness->integrated_lufs);
  report_json_number(builder, "sample_peak_dbfs", loudness->sample_peak_dbfs);
  report_json_number(builder, "true_peak_dbtp", loudness->true_peak_dbtp);
  report_json_number(builder, "plr_lu", loudness->plr_lu);
  report_json_number(builder, "max_reduction_db", loudness->max_reduction_db);
  report_json_number(builder, "mean_reduction_db", loudness->mean_reduction_db);
}

static void
json_track(JsonBuilder *builder, const AlProject *project, const AlDelivered *delivered,
           const AlDeliveredTrack *track)
{
  const AlTrack *entry = al_project_track(project, track->number);

  json_builder_begin_object(builder);
  json_count(builder, "number", track->number);
  report_json_text(builder, "title", entry->texts.field[RB_TEXT_TITLE]);
  report_json_text(builder, "isrc", entry->isrc);
  json_count(builder, "start_sectors", track->start_sector);
  json_count(builder, "length_sectors", track->length_sectors);
  json_count(builder, "gap_sectors", track->gap_sectors);
  json_count(builder, "mark_moved_frames", track->moved_frames);
  json_loudness(builder, &track->loudness);
  rendered_codecs_json(builder, delivered, track->number);
  json_builder_end_object(builder);
}

static void
json_step(JsonBuilder *builder, guint number, const AlStepDone *done)
{
  static const char *const names[AL_BALANCE_PARTS] = {
      [AL_BALANCE_LOW] = "low_change_db",
      [AL_BALANCE_MIDDLE] = "middle_change_db",
      [AL_BALANCE_HIGH] = "high_change_db",
  };

  json_builder_begin_object(builder);
  json_count(builder, "track", number);
  report_json_text(builder, "step", done->kind->name);
  json_builder_set_member_name(builder, "left_out");
  json_builder_add_boolean_value(builder, done->report.left_out);
  report_json_number(builder, "max_reduction_db", done->report.max_reduction_db);
  report_json_number(builder, "mean_reduction_db", done->report.mean_reduction_db);
  report_json_number(builder, "working_percent", 100 * done->report.working_share);
  report_json_number(builder, "loudness_change_lu", done->loudness_change_lu);
  for (AlBalancePart part = 0; part < AL_BALANCE_PARTS; part++)
    report_json_number(builder, names[part], done->balance_change_db[part]);
  json_builder_end_object(builder);
}

static void
json_steps(JsonBuilder *builder, const AlRender *render)
{
  json_builder_set_member_name(builder, "steps");
  json_builder_begin_array(builder);
  for (guint i = 0; render != NULL && i < render->steps->len; i++) {
    const GArray *steps = g_ptr_array_index(render->steps, i);

    for (guint k = 0; k < steps->len; k++)
      json_step(builder, i + 1, &g_array_index(steps, AlStepDone, k));
  }
  json_builder_end_array(builder);
}

/* null where there is no limiter. */
static void
json_ceiling(JsonBuilder *builder, const AlDelivered *delivered)
{
  const AlDeliveredLevel *asked = &delivered->deliverable->level, *level = &delivered->level;

  report_json_number(builder, "ceiling_dbtp",
                     level->has_ceiling ? level->limiter.ceiling_dbtp : -HUGE_VAL);
  report_json_number(builder, "ceiling_lowered_db",
                     level->has_ceiling ? asked->limiter.ceiling_dbtp - level->limiter.ceiling_dbtp
                                        : -HUGE_VAL);
}

static void
json_delivered(JsonBuilder *builder, const AlProject *project, const AlDelivered *delivered,
               const GPtrArray *services)
{
  g_autoptr(GPtrArray) verdicts = services != NULL ? services_judge(delivered, services) : NULL;

  json_builder_begin_object(builder);
  report_json_text(builder, "name", delivered->deliverable->name);
  report_json_text(builder, "kind", al_kind_name(delivered->deliverable->kind));
  json_builder_set_member_name(builder, "files");
  json_builder_begin_array(builder);
  for (guint i = 0; i < delivered->files->len; i++)
    json_builder_add_string_value(
        builder, ((const AlDeliveredFile *)g_ptr_array_index(delivered->files, i))->name);
  json_builder_end_array(builder);
  report_json_text(builder, "failure",
                   delivered->failure != NULL ? delivered->failure->message : NULL);
  report_json_number(builder, "album_lufs", delivered->album_lufs);
  json_count(builder, "passes", delivered->passes);
  json_ceiling(builder, delivered);
  json_builder_set_member_name(builder, "tracks");
  json_builder_begin_array(builder);
  for (guint i = 0; i < delivered->tracks->len; i++)
    json_track(builder, project, delivered, &g_array_index(delivered->tracks, AlDeliveredTrack, i));
  json_builder_end_array(builder);
  if (verdicts != NULL)
    services_json(builder, verdicts);
  json_builder_end_object(builder);
}

void
rendered_json(JsonBuilder *builder, const AlProject *project, const AlRender *render,
              gboolean dry_run)
{
  g_autoptr(GPtrArray) services = dry_run ? NULL : al_services_shipped();

  json_builder_set_member_name(builder, "deliverables");
  json_builder_begin_array(builder);
  for (guint i = 0; render != NULL && i < render->delivered->len; i++)
    json_delivered(builder, project, g_ptr_array_index(render->delivered, i), services);
  json_builder_end_array(builder);
  json_steps(builder, render);
  toned_json(builder, project, render != NULL ? render->tone : NULL);
}

void
rendered_print_json(const AlProject *project, const AlRender *render, gboolean dry_run,
                    const RbFindings *findings, const GError *error)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();

  rendered_json(builder, project, render, dry_run);
  report_json_outcome(builder, findings, project, error);
  report_json_end(builder);
}
