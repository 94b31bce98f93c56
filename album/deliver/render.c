/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/render.h"

#include <math.h>
#include <string.h>

#include "album/deliver/cd.h"
#include "album/deliver/cd_disc.h"
#include "album/deliver/staging.h"
#include "album/disc/sums.h"
#include "album/error.h"
#include "album/sequence/mixes.h"
#include "album/sequence/tone_judge.h"
#include "redbook/rules.h"

#define DEFAULT_PLACE "masters"

/* Everything that stays the same while one album is rendered. */
typedef struct {
  const AlProject *project;
  const AlRenderSettings *settings;
  const AlJob *job;
  RbFindings *findings;
  AlMixes *mixes;
  AlTimeline *timeline;
} Work;

static void
delivered_free(gpointer data)
{
  AlDelivered *delivered = data;

  rb_disc_free(delivered->disc);
  g_array_unref(delivered->tracks);
  g_ptr_array_unref(delivered->files);
  g_free(delivered);
}

static gboolean
wanted(const AlRenderSettings *settings, const AlDeliverable *deliverable)
{
  return settings->only == NULL || g_strv_contains(settings->only, deliverable->name);
}

static gboolean
check_only(const AlProject *project, const AlRenderSettings *settings, GError **error)
{
  for (guint i = 0; settings->only != NULL && settings->only[i] != NULL; i++) {
    gboolean known = FALSE;

    for (guint k = 0; k < project->deliverables->len; k++)
      known = known || strcmp(al_project_deliverable(project, k)->name, settings->only[i]) == 0;
    if (!known) {
      g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s has no deliverable called \"%s\"",
                  project->path, settings->only[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
project_is_sound(const AlProject *project, GError **error)
{
  guint count = al_diagnostics_count(project->diagnostics);

  if (count > 0)
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s: %u error%s; nothing was written",
                project->path, count, count == 1 ? "" : "s");
  return count == 0;
}

static AlDeliveredTrack
lay_out_track(const RbDisc *disc, const AlTimeline *timeline, guint number)
{
  gint32 start = rb_track_index(rb_disc_track(disc, number), 1);

  return (AlDeliveredTrack){
      .number = number,
      .start_sector = start,
      .length_sectors = rb_disc_track_end(disc, number) - start,
      .gap_sectors = start - rb_track_first_sector(rb_disc_track(disc, number)),
      .moved_frames = al_timeline_slot(timeline, number)->moved_frames,
      .loudness = {.before_lufs = -HUGE_VAL,
                   .target_lufs = -HUGE_VAL,
                   .gain_db = -HUGE_VAL,
                   .integrated_lufs = -HUGE_VAL,
                   .sample_peak_dbfs = -HUGE_VAL,
                   .true_peak_dbtp = -HUGE_VAL,
                   .plr_lu = -HUGE_VAL,
                   .max_reduction_db = -HUGE_VAL,
                   .mean_reduction_db = -HUGE_VAL},
  };
}

static AlDelivered *
lay_out(const Work *work, const AlDeliverable *deliverable)
{
  AlDelivered *delivered = g_new0(AlDelivered, 1);

  delivered->deliverable = deliverable;
  delivered->album_lufs = -HUGE_VAL;
  delivered->disc = al_cd_disc_new(work->project, work->timeline);
  delivered->files = g_ptr_array_new_with_free_func(g_free);
  delivered->tracks = g_array_new(FALSE, FALSE, sizeof(AlDeliveredTrack));
  for (guint number = 1; number <= work->project->tracks->len; number++) {
    AlDeliveredTrack track = lay_out_track(delivered->disc, work->timeline, number);

    g_array_append_val(delivered->tracks, track);
  }
  return delivered;
}

/* How far each mark had to move to lie on a sector (R60). */
static void
tell_moved_marks(const Work *work)
{
  for (guint number = 1; number <= work->timeline->slots->len; number++) {
    gint64 moved = al_timeline_slot(work->timeline, number)->moved_frames;
    g_autofree char *place = g_strdup_printf("track %u", number);

    if (moved > 0)
      rb_findings_add(work->findings, "R60", RB_SEVERITY_NOTE, place,
                      "The mark lies %.2f ms before the audio, on the sector at or before it.",
                      1000.0 * (double)moved / work->timeline->rate);
  }
}

/* What breaks a rule has a place in the project file: the track's, or the deliverable's. */
static void
diagnose(const AlProject *project, const AlDeliverable *deliverable, const RbFinding *finding)
{
  guint track = rb_finding_track(finding);
  AlPlace place = track > 0 ? al_project_track(project, track)->place : deliverable->place;

  al_diagnostics_add(project->diagnostics, place, NULL, "%s%s%s: %s (rule %s)", deliverable->name,
                     finding->place[0] != '\0' ? ", " : "", finding->place, finding->text,
                     finding->id);
}

/* An error about the form of a disc stops everything before anything is written. */
static void
judge_disc(const Work *work, const AlDelivered *delivered)
{
  g_autoptr(RbFindings) findings = rb_findings_new();

  rb_rules_judge(delivered->disc, findings);
  rb_findings_append(work->findings, findings, delivered->deliverable->name);
  for (guint i = 0; i < rb_findings_count(findings); i++)
    if (rb_findings_get(findings, i)->severity == RB_SEVERITY_ERROR)
      diagnose(work->project, delivered->deliverable, rb_findings_get(findings, i));
}

static void
lay_out_all(const Work *work, AlRender *render)
{
  tell_moved_marks(work);
  for (guint i = 0; i < work->project->deliverables->len; i++) {
    const AlDeliverable *deliverable = al_project_deliverable(work->project, i);
    AlDelivered *delivered;

    if (!wanted(work->settings, deliverable))
      continue;
    delivered = lay_out(work, deliverable);
    g_ptr_array_add(render->delivered, delivered);
    judge_disc(work, delivered);
  }
}

static gboolean
reserve_room(const Work *work, const AlRender *render, const AlStaging *staging, GError **error)
{
  guint64 bytes = al_mixes_work_bytes(work->mixes);

  for (guint i = 0; i < render->delivered->len; i++) {
    const AlDelivered *delivered = g_ptr_array_index(render->delivered, i);

    bytes += al_cd_bytes(delivered->deliverable, delivered->disc);
  }
  return al_staging_reserve(staging, bytes, error);
}

static gboolean
write_deliverables(const Work *work, const AlRender *render, const AlStaging *staging,
                   GError **error)
{
  for (guint i = 0; i < render->delivered->len; i++) {
    const AlCd cd = {.project = work->project,
                     .timeline = work->timeline,
                     .mixes = work->mixes,
                     .staging = staging,
                     .job = work->job,
                     .block_frames = work->settings->block_frames};

    if (!al_cd_make(&cd, g_ptr_array_index(render->delivered, i), work->findings, error))
      return FALSE;
  }
  return TRUE;
}

/* The checksum list of the staged files. */
static char *
sum_files(const Work *work, const AlRender *render, const AlStaging *staging, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();

  for (guint i = 0; i < render->delivered->len; i++) {
    const AlDelivered *delivered = g_ptr_array_index(render->delivered, i);

    for (guint k = 0; k < delivered->files->len; k++)
      g_ptr_array_add(names, g_ptr_array_index(delivered->files, k));
  }
  return al_sums_make(al_staging_folder(staging), names, work->job, error);
}

static gboolean
put_in_place(const Work *work, const AlRender *render, AlStaging *staging, GError **error)
{
  g_autofree const char **replaced = g_new0(const char *, render->delivered->len + 1);
  g_autofree char *sums = sum_files(work, render, staging, error);

  if (sums == NULL || al_job_cancelled(work->job, error))
    return FALSE;
  for (guint i = 0; i < render->delivered->len; i++)
    replaced[i] = ((const AlDelivered *)g_ptr_array_index(render->delivered, i))->deliverable->name;
  return al_staging_commit(staging, work->settings->only != NULL ? replaced : NULL, sums, error);
}

static gboolean
write_all(const Work *work, AlRender *render, GError **error)
{
  g_autoptr(AlStaging) staging = al_staging_new(render->place, error);

  return staging != NULL && reserve_room(work, render, staging, error) &&
         al_mixes_process(work->mixes, al_staging_work_folder(staging), work->settings->dump_stages,
                          work->job, error) &&
         write_deliverables(work, render, staging, error) &&
         put_in_place(work, render, staging, error);
}

static void
keep_steps(const Work *work, AlRender *render)
{
  for (guint number = 1; number <= work->project->tracks->len; number++) {
    const GArray *done = al_mixes_done(work->mixes, number);
    GArray *copy = g_array_new(FALSE, FALSE, sizeof(AlStepDone));

    if (done != NULL)
      g_array_append_vals(copy, done->data, done->len);
    g_ptr_array_add(render->steps, copy);
  }
}

/* A folder with files of somebody, or of another run, would be a mixture. */
static gboolean
check_dump_folder(const AlRenderSettings *settings, GError **error)
{
  g_autoptr(GDir) dir =
      settings->dump_stages != NULL ? g_dir_open(settings->dump_stages, 0, NULL) : NULL;

  if (dir == NULL || g_dir_read_name(dir) == NULL)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
              "%s is not empty; choose a new folder for the stages", settings->dump_stages);
  return FALSE;
}

static gboolean
render_with_mixes(Work *work, AlRender *render, GError **error)
{
  gboolean done;

  render->rate = al_mixes_rate(work->mixes);
  work->timeline = al_timeline_new(work->project, render->rate, al_mixes_frames(work->mixes));
  done = project_is_sound(work->project, error);
  if (done)
    lay_out_all(work, render);
  done = done && project_is_sound(work->project, error) &&
         (work->settings->dry_run || write_all(work, render, error));
  keep_steps(work, render);
  render->tone = al_mixes_take_tone(work->mixes);
  if (render->tone != NULL)
    al_tone_judge(render->tone, work->project, work->findings);
  al_timeline_free(work->timeline);
  return done;
}

static char *
place_beside(const char *project_path)
{
  g_autofree char *folder = g_path_get_dirname(project_path);

  return g_build_filename(folder, DEFAULT_PLACE, NULL);
}

AlRender *
al_render(const AlProject *project, const AlRenderSettings *settings, const AlJob *job,
          RbFindings *findings, GError **error)
{
  g_autoptr(AlRender) render = g_new0(AlRender, 1);
  Work work = {.project = project, .settings = settings, .job = job, .findings = findings};
  g_autoptr(AlMixes) mixes = NULL;

  render->place = settings->place != NULL ? g_strdup(settings->place) : place_beside(project->path);
  render->delivered = g_ptr_array_new_with_free_func(delivered_free);
  render->steps = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  if (!check_only(project, settings, error) || !check_dump_folder(settings, error))
    return NULL;
  work.mixes = mixes = al_mixes_new(project, job, error);
  if (mixes == NULL || !project_is_sound(project, error) ||
      !render_with_mixes(&work, render, error))
    return NULL;
  return g_steal_pointer(&render);
}

void
al_render_free(AlRender *render)
{
  if (render == NULL)
    return;
  g_free(render->place);
  g_ptr_array_unref(render->delivered);
  g_ptr_array_unref(render->steps);
  al_tone_match_free(render->tone);
  g_free(render);
}
