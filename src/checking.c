/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/checking.h"

#include <stdio.h>

#include "album/check/album_check.h"
#include "album/check/markers.h"
#include "album/deliver/render.h"
#include "album/project/project_files.h"
#include "src/progress.h"
#include "src/rendered.h"
#include "src/report.h"

typedef struct {
  AlProject *project;
  AlRender *render;     /* of a dry run; NULL: it would be refused */
  AlAlbumCheck *mixes;  /* NULL: interrupted, or the project is not sound */
  RbFindings *findings; /* about the disc; where it cannot be made, its errors are diagnostics */
  RbFindings *heard;    /* about the mixes */
} Checking;

static gboolean
check(Checking *checking, gboolean quiet, GError **error)
{
  const AlRenderSettings settings = {.dry_run = TRUE};
  Progress progress;
  AlJob job;

  progress_init(&progress, quiet);
  job = progress_job(&progress, 0);
  checking->render = al_render(checking->project, &settings, &job, checking->findings, error);
  /* Mixes are heard even where their disc cannot be made, but not after an interruption. */
  checking->mixes = al_album_check_new(checking->project, &job, *error == NULL ? error : NULL);
  progress_end(&progress);
  if (checking->mixes != NULL)
    al_album_check_judge(checking->mixes, checking->heard);
  return checking->render != NULL && checking->mixes != NULL;
}

/* By how much the time of a mix's file differs from that of the program. */
static double
offset_of(const Checking *checking, const AlDelivered *delivered, guint number)
{
  const AlDeliveredTrack *track;

  if (number == 0)
    return (double)RB_FIRST_PAUSE_SECTORS / RB_SECTORS_PER_SECOND -
           al_project_track(checking->project, 1)->hidden.start;
  track = &g_array_index(delivered->tracks, AlDeliveredTrack, number - 1);
  return (double)track->start_sector / RB_SECTORS_PER_SECOND +
         (double)track->moved_frames / checking->render->rate -
         al_project_track(checking->project, number)->mix.start;
}

static gboolean
write_program_markers(const Checking *checking, const char *path, GError **error)
{
  const AlDelivered *delivered = g_ptr_array_index(checking->render->delivered, 0);
  g_autoptr(GArray) markers = al_markers_new();

  for (guint i = 0; i < checking->mixes->mixes->len; i++) {
    const AlMixFaults *mix = al_album_check_mix(checking->mixes, i);
    g_autofree char *prefix = i == 0 ? g_strdup("hidden audio") : g_strdup_printf("track %u", i);

    if (mix != NULL)
      al_markers_add(markers, mix, &checking->project->checks, offset_of(checking, delivered, i),
                     prefix);
  }
  return al_markers_write(markers, path, error);
}

static gboolean
write_mix_markers(const Checking *checking, const char *folder, GError **error)
{
  for (guint i = 0; i < checking->mixes->mixes->len; i++) {
    const AlMixFaults *mix = al_album_check_mix(checking->mixes, i);
    g_autofree char *name = g_strdup_printf("%02u markers.txt", i);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GArray) markers = al_markers_new();

    if (mix == NULL)
      continue;
    al_markers_add(markers, mix, &checking->project->checks, 0, NULL);
    if (markers->len > 0 && !al_markers_write(markers, path, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_markers(const Checking *checking, const char *path, GError **error)
{
  if (path == NULL)
    return TRUE;
  return g_file_test(path, G_FILE_TEST_IS_DIR) ? write_mix_markers(checking, path, error)
                                               : write_program_markers(checking, path, error);
}

/* The markers of one mix in JSON: times in its file. */
static void
json_markers(JsonBuilder *builder, const AlMixFaults *mix, const Checking *checking, guint number)
{
  g_autoptr(GArray) markers = al_markers_new();

  al_markers_add(markers, mix, &checking->project->checks, 0, NULL);
  for (guint i = 0; i < markers->len; i++) {
    const AlMarker *marker = &g_array_index(markers, AlMarker, i);

    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "track");
    json_builder_add_int_value(builder, number);
    report_json_number(builder, "start_seconds", marker->seconds);
    report_json_number(builder, "length_seconds", marker->length_seconds);
    report_json_text(builder, "text", marker->text);
    json_builder_end_object(builder);
  }
}

static void
print_json(const Checking *checking, const GError *error)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();
  g_autoptr(RbFindings) all = rb_findings_new();

  rendered_json(builder, checking->project, checking->render, TRUE);
  rb_findings_append(all, checking->findings, NULL);
  rb_findings_append(all, checking->heard, NULL);
  report_json_outcome(builder, all, checking->project, error);
  json_builder_set_member_name(builder, "markers");
  json_builder_begin_array(builder);
  for (guint i = 0; checking->mixes != NULL && i < checking->mixes->mixes->len; i++)
    if (al_album_check_mix(checking->mixes, i) != NULL)
      json_markers(builder, al_album_check_mix(checking->mixes, i), checking, i);
  json_builder_end_array(builder);
  report_json_end(builder);
}

static void
print_text(const Checking *checking)
{
  guint bad = rb_findings_count_of(checking->heard, RB_SEVERITY_ERROR) +
              rb_findings_count_of(checking->heard, RB_SEVERITY_WARNING);

  rendered_print(checking->project, checking->render, TRUE);
  puts(bad == 0 ? "The mixes were listened to: nothing stands in the way of a good record."
                : "The mixes were listened to. What follows is worth a word with whoever mixed "
                  "them, before the master is made.");
}

static void
clear(Checking *checking)
{
  al_album_check_free(checking->mixes);
  al_render_free(checking->render);
  rb_findings_free(checking->findings);
  rb_findings_free(checking->heard);
  al_project_free(checking->project);
}

/* The exit status, after everything was told. */
static int
tell(const Checking *checking, gboolean done, const GError *error)
{
  fflush(stdout);
  if (done) {
    report_findings(checking->findings);
    report_findings(checking->heard);
    return MAX(report_status(checking->findings), report_status(checking->heard));
  }
  report_lesser_findings(checking->findings);
  report_findings(checking->heard);
  report_failure(checking->project, error);
  return EXIT_REFUSED;
}

int
checking_run(const char *path, const char *markers, const Options *options)
{
  Checking checking = {.findings = rb_findings_new(), .heard = rb_findings_new()};
  g_autoptr(GError) error = NULL;
  gboolean done = FALSE;
  int status;

  checking.project = al_project_read(path, &error);
  if (checking.project != NULL && al_diagnostics_count(checking.project->diagnostics) == 0 &&
      al_project_files_spare(checking.project, markers, &error))
    done = check(&checking, options->quiet, &error) && write_markers(&checking, markers, &error);
  if (options->json)
    print_json(&checking, error);
  else if (done && !options->quiet)
    print_text(&checking);
  status = tell(&checking, done, error);
  clear(&checking);
  return status;
}
