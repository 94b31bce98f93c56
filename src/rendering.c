/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/rendering.h"

#include <math.h>
#include <stdio.h>

#include "album/deliver/service_verdict.h"
#include "album/measure/loudness.h"
#include "album/project/read_deliver.h"
#include "redbook/isrc.h"
#include "redbook/msf.h"
#include "src/progress.h"
#include "src/report.h"
#include "src/services.h"
#include "src/table.h"

static void
print_sectors(Table *table, gint32 sectors)
{
  g_autofree char *text = rb_msf_format(sectors);

  table_add(table, "%s", text);
}

static void
print_level(Table *table, double level, int decimals)
{
  double unit = pow(10, -decimals);

  if (isfinite(level))
    table_add(table, "%.*f", decimals, fabs(level) < unit / 2 ? 0 : level); /* and not -0.0 */
  else
    table_add(table, "-");
}

static void
print_isrc(Table *table, const char *isrc)
{
  g_autofree char *text = isrc != NULL ? rb_isrc_format(isrc) : g_strdup("");

  table_add(table, "%s", text);
}

static void
print_tracks(const AlProject *project, const AlDelivered *delivered)
{
  static const char *const columns[] = {">Nr",  "Title", ">Start", ">Length",
                                        ">Gap", "ISRC",  ">dBTP",  NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint i = 0; i < delivered->tracks->len; i++) {
    const AlDeliveredTrack *track = &g_array_index(delivered->tracks, AlDeliveredTrack, i);
    const AlTrack *entry = al_project_track(project, track->number);
    const char *title = entry->texts.field[RB_TEXT_TITLE];

    table_add(table, "%u", track->number);
    table_add(table, "%s", title != NULL ? title : "");
    print_sectors(table, track->start_sector);
    print_sectors(table, track->length_sectors);
    print_sectors(table, track->gap_sectors);
    print_isrc(table, entry->isrc);
    print_level(table, track->loudness.true_peak_dbtp, 2);
  }
  table_print(table, stdout);
}

/* What became of the levels, one row a track. */
static void
print_loudness(const AlDelivered *delivered)
{
  static const char *const columns[] = {">Nr",         ">Before",  ">Gain dB", ">LUFS",   ">Target",
                                        ">Limited dB", ">Mean dB", ">PLR",     ">Passes", NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint i = 0; i < delivered->tracks->len; i++) {
    const AlDeliveredTrack *track = &g_array_index(delivered->tracks, AlDeliveredTrack, i);
    const AlDeliveredLoudness *loudness = &track->loudness;

    table_add(table, "%u", track->number);
    print_level(table, loudness->before_lufs, 1);
    print_level(table, loudness->gain_db, 1);
    print_level(table, loudness->integrated_lufs, 1);
    print_level(table, loudness->target_lufs, 1);
    print_level(table, loudness->max_reduction_db, 1);
    print_level(table, loudness->mean_reduction_db, 1);
    print_level(table, loudness->plr_lu, 1);
    table_add(table, "%u", loudness->passes);
  }
  table_print(table, stdout);
}

static AlServiceMeasured
as_service_measured(const AlDeliveredLoudness *loudness)
{
  return (AlServiceMeasured){loudness->integrated_lufs, loudness->true_peak_dbtp};
}

/* What the services would do with a deliverable that was measured. */
static GPtrArray *
judge_services(const AlDelivered *delivered, const GPtrArray *services)
{
  guint count = delivered->tracks->len;
  g_autofree AlServiceMeasured *tracks = g_new(AlServiceMeasured, count);
  AlServiceMeasured album = {delivered->album_lufs, AL_LOUDNESS_NONE};

  for (guint i = 0; i < count; i++) {
    tracks[i] =
        as_service_measured(&g_array_index(delivered->tracks, AlDeliveredTrack, i).loudness);
    album.true_peak_dbtp = MAX(album.true_peak_dbtp, tracks[i].true_peak_dbtp);
  }
  return al_services_judge(services, &album, tracks, count);
}

static void
print_measured(const AlDelivered *delivered, const GPtrArray *services)
{
  g_autoptr(GPtrArray) verdicts = judge_services(delivered, services);
  g_autofree char *times =
      delivered->passes == 1 ? g_strdup("once") : g_strdup_printf("%u times", delivered->passes);

  putchar('\n');
  print_loudness(delivered);
  if (isfinite(delivered->album_lufs))
    printf("The album has %.1f LUFS; it was written %s.\n", delivered->album_lufs, times);
  putchar('\n');
  services_print(verdicts);
}

static void
print_work(Table *table, const AlStepDone *done)
{
  if (done->kind->report == NULL) {
    for (guint i = 0; i < 3; i++)
      table_add(table, "-");
    return;
  }
  print_level(table, done->report.max_reduction_db, 1);
  print_level(table, done->report.mean_reduction_db, 1);
  table_add(table, "%.0f", 100 * done->report.working_share);
}

static void
print_step(Table *table, guint number, const AlStepDone *done)
{
  gboolean there = !done->report.left_out;

  table_add(table, "%u", number);
  table_add(table, "%s%s", done->kind->name, there ? "" : " (would do nothing: left out)");
  print_work(table, done);
  print_level(table, there ? done->loudness_change_lu : -HUGE_VAL, 1);
  print_level(table, there ? done->balance_change_db[AL_BALANCE_LOW] : -HUGE_VAL, 1);
  print_level(table, there ? done->balance_change_db[AL_BALANCE_HIGH] : -HUGE_VAL, 1);
}

/* What the chains did. Low and high are told beyond the change in loudness. */
static void
print_steps(const AlRender *render)
{
  static const char *const columns[] = {
      ">Nr",        "Step",         "",        ">Max dB",  ">Mean dB",
      ">Working %", ">Loudness LU", ">Low dB", ">High dB", NULL};
  g_autoptr(Table) table = table_new(columns);
  guint count = 0;

  for (guint i = 0; i < render->steps->len; i++) {
    const GArray *steps = g_ptr_array_index(render->steps, i);

    for (guint k = 0; k < steps->len; k++, count++)
      print_step(table, i + 1, &g_array_index(steps, AlStepDone, k));
  }
  if (count == 0)
    return;
  printf("\nWhat the chains did:\n");
  table_print(table, stdout);
}

static void
print_render(const AlProject *project, const AlRender *render, gboolean dry_run)
{
  g_autoptr(GPtrArray) services = al_services_shipped();

  for (guint i = 0; i < render->delivered->len; i++) {
    const AlDelivered *delivered = g_ptr_array_index(render->delivered, i);
    g_autofree char *total = rb_msf_format(delivered->disc->lead_out_sector);

    printf("%s%s, %s in all:\n", i > 0 ? "\n" : "", delivered->deliverable->name, total);
    print_tracks(project, delivered);
    if (!dry_run)
      print_measured(delivered, services);
  }
  print_steps(render);
  if (dry_run)
    printf("\nNothing was written: this was a dry run.\n");
  else
    printf("\nWritten, read back and verified: %s\n", render->place);
}

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
  json_count(builder, "passes", loudness->passes);
}

static void
json_track(JsonBuilder *builder, const AlProject *project, const AlDeliveredTrack *track)
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

static void
json_delivered(JsonBuilder *builder, const AlProject *project, const AlDelivered *delivered,
               const GPtrArray *services)
{
  g_autoptr(GPtrArray) verdicts = services != NULL ? judge_services(delivered, services) : NULL;

  json_builder_begin_object(builder);
  report_json_text(builder, "name", delivered->deliverable->name);
  report_json_text(builder, "kind", al_kind_name(delivered->deliverable->kind));
  json_builder_set_member_name(builder, "files");
  json_builder_begin_array(builder);
  for (guint i = 0; i < delivered->files->len; i++)
    json_builder_add_string_value(builder, g_ptr_array_index(delivered->files, i));
  json_builder_end_array(builder);
  report_json_number(builder, "album_lufs", delivered->album_lufs);
  json_count(builder, "passes", delivered->passes);
  json_builder_set_member_name(builder, "tracks");
  json_builder_begin_array(builder);
  for (guint i = 0; i < delivered->tracks->len; i++)
    json_track(builder, project, &g_array_index(delivered->tracks, AlDeliveredTrack, i));
  json_builder_end_array(builder);
  if (verdicts != NULL)
    services_json(builder, verdicts);
  json_builder_end_object(builder);
}

/* `render` is NULL where it failed, with the reasons in `project` (NULL: not even read) or `error`.
 */
static void
print_json(const AlProject *project, const AlRender *render, gboolean dry_run,
           const RbFindings *findings, const GError *error)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();
  g_autoptr(GPtrArray) services = dry_run ? NULL : al_services_shipped();

  json_builder_set_member_name(builder, "deliverables");
  json_builder_begin_array(builder);
  for (guint i = 0; render != NULL && i < render->delivered->len; i++)
    json_delivered(builder, project, g_ptr_array_index(render->delivered, i), services);
  json_builder_end_array(builder);
  json_steps(builder, render);
  report_json_errors(builder, project, error);
  report_json_findings(builder, findings);
  report_json_end(builder);
}

/* NULL where it fails; reasons that the project file has are then in its diagnostics. */
static AlRender *
render_project(const AlProject *project, const AlRenderSettings *settings, gboolean quiet,
               guint threads, RbFindings *findings, GError **error)
{
  AlRender *render;
  Progress progress;
  AlJob job;

  progress_init(&progress, quiet);
  job = progress_job(&progress, threads);
  render = al_render(project, settings, &job, findings, error);
  progress_end(&progress);
  return render;
}

int
rendering_run(const char *path, const AlRenderSettings *settings, const Options *options,
              guint threads)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlRender) render = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(AlProject) project = al_project_read(path, &error);

  if (project != NULL && al_diagnostics_count(project->diagnostics) == 0)
    render = render_project(project, settings, options->quiet, threads, findings, &error);
  if (options->json)
    print_json(project, render, settings->dry_run, findings, error);
  else if (render != NULL && !options->quiet)
    print_render(project, render, settings->dry_run);
  fflush(stdout);
  if (render != NULL) {
    report_findings(findings);
    return report_status(findings);
  }
  report_lesser_findings(findings);
  report_failure(project, error);
  return EXIT_REFUSED;
}
