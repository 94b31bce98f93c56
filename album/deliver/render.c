/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/render.h"

#include <string.h>

#include "album/deliver/kinds.h"
#include "album/deliver/placing.h"
#include "album/deliver/programs.h"
#include "album/error.h"
#include "album/sequence/tone_judge.h"

#define DEFAULT_PLACE "masters"

/* What a render has besides what its deliverables are made from. */
typedef struct {
  AlRendering rendering;
  const AlRenderSettings *settings;
  RbFindings *findings;
} Work;

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

/* How far each mark had to move to lie on a sector (R60). */
static void
tell_moved_marks(const Work *work)
{
  for (guint number = 1; number <= work->rendering.timeline->slots->len; number++) {
    gint64 moved = al_timeline_slot(work->rendering.timeline, number)->moved_frames;
    g_autofree char *place = g_strdup_printf("track %u", number);

    if (moved > 0)
      rb_findings_add(work->findings, "R60", RB_SEVERITY_NOTE, place,
                      "The mark lies %.2f ms before the audio, on the sector at or before it.",
                      1000.0 * (double)moved / work->rendering.timeline->rate);
  }
}

static void
lay_out_all(const Work *work, AlRender *render)
{
  const AlProject *project = work->rendering.project;

  tell_moved_marks(work);
  for (guint i = 0; i < project->deliverables->len; i++) {
    const AlDeliverable *deliverable = al_project_deliverable(project, i);
    AlDelivered *delivered;

    if (!wanted(work->settings, deliverable))
      continue;
    delivered = al_delivered_new(deliverable, work->rendering.timeline);
    g_ptr_array_add(render->delivered, delivered);
    al_kind_operations(deliverable->kind)->plan(&work->rendering, delivered, work->findings);
    if (deliverable->kind != AL_KIND_CD && work->rendering.timeline->hidden_frames > 0)
      rb_findings_add(work->findings, "D02", RB_SEVERITY_NOTE, deliverable->name,
                      "What is hidden before track 1 is on discs only, and in none of its files.");
  }
}

static gboolean
reserve_room(const Work *work, const AlRender *render, GError **error)
{
  guint64 bytes = al_mixes_work_bytes(work->rendering.mixes);

  for (guint i = 0; i < render->delivered->len; i++) {
    const AlDelivered *delivered = g_ptr_array_index(render->delivered, i);

    bytes += al_kind_operations(delivered->deliverable->kind)->bytes(&work->rendering, delivered);
  }
  return al_staging_reserve(work->rendering.staging, bytes, error);
}

/* Makes one; a failure is told, and stays with it, so that the others can be made. FALSE where the
 * user has interrupted. */
static gboolean
write_deliverable(const Work *work, AlDelivered *delivered, GError **error)
{
  const char *name = delivered->deliverable->name;

  if (al_kind_operations(delivered->deliverable->kind)
          ->make(&work->rendering, delivered, work->findings, &delivered->failure))
    return TRUE;
  if (g_error_matches(delivered->failure, AL_ERROR, AL_ERROR_CANCELLED)) {
    g_propagate_error(error, g_steal_pointer(&delivered->failure));
    return FALSE;
  }
  g_ptr_array_set_size(delivered->files, 0);
  al_staging_discard(work->rendering.staging, name);
  rb_findings_add(work->findings, "D01", RB_SEVERITY_ERROR, name, "It was not made: %s.",
                  delivered->failure->message);
  return TRUE;
}

/* FALSE where none was made: the error is that of the first. */
static gboolean
write_deliverables(const Work *work, const AlRender *render, GError **error)
{
  const AlDelivered *first = g_ptr_array_index(render->delivered, 0);
  gboolean any = FALSE;

  for (guint i = 0; i < render->delivered->len; i++) {
    AlDelivered *delivered = g_ptr_array_index(render->delivered, i);

    if (!write_deliverable(work, delivered, error))
      return FALSE;
    any = any || delivered->failure == NULL;
  }
  if (!any)
    g_propagate_error(error, g_error_copy(first->failure));
  return any;
}

static gboolean
write_staged(const Work *work, AlRender *render, AlStaging *staging, GError **error)
{
  const AlPlacing placing = {
      .rendering = &work->rendering,
      .delivered = render->delivered,
      .place = render->place,
      .some = work->settings->only != NULL,
  };

  return reserve_room(work, render, error) &&
         al_mixes_process(work->rendering.mixes, al_staging_work_folder(staging),
                          work->settings->dump_stages, work->rendering.job, error) &&
         write_deliverables(work, render, error) && al_placing_run(&placing, staging, error);
}

static gboolean
write_all(Work *work, AlRender *render, GError **error)
{
  g_autoptr(AlStaging) staging = al_staging_new(render->place, error);
  const AlMatching matching = {.project = work->rendering.project,
                               .timeline = work->rendering.timeline,
                               .open = al_mixes_open,
                               .data = work->rendering.mixes};
  g_autoptr(AlMatcher) matcher = al_matcher_new(&matching);
  g_autoptr(AlPrograms) programs = al_programs_new();
  gboolean done;

  if (staging == NULL)
    return FALSE;
  work->rendering.staging = staging;
  work->rendering.matcher = matcher;
  work->rendering.programs = programs;
  done = write_staged(work, render, staging, error);
  work->rendering.staging = NULL;
  work->rendering.matcher = NULL;
  work->rendering.programs = NULL;
  return done;
}

static void
keep_steps(const Work *work, AlRender *render)
{
  for (guint number = 1; number <= work->rendering.project->tracks->len; number++) {
    const GArray *done = al_mixes_done(work->rendering.mixes, number);
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

/* Before the mixes are read, which takes long; but whoever has errors in the project file is told
 * all of them first. */
static gboolean
check_place(const AlProject *project, const AlRenderSettings *settings, const char *place,
            GError **error)
{
  return settings->dry_run || al_diagnostics_count(project->diagnostics) > 0 ||
         al_staging_check(place, error);
}

static gboolean
render_with_mixes(Work *work, AlRender *render, GError **error)
{
  AlRendering *rendering = &work->rendering;
  g_autoptr(AlTimeline) timeline = NULL;
  gboolean done;

  render->rate = al_mixes_rate(rendering->mixes);
  timeline = al_timeline_new(rendering->project, render->rate, al_mixes_frames(rendering->mixes));
  rendering->timeline = timeline;
  done = project_is_sound(work->rendering.project, error);
  if (done)
    lay_out_all(work, render);
  done = done && project_is_sound(work->rendering.project, error) &&
         (work->settings->dry_run || write_all(work, render, error));
  keep_steps(work, render);
  render->tone = al_mixes_take_tone(rendering->mixes);
  if (render->tone != NULL)
    al_tone_judge(render->tone, rendering->project, work->findings);
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
  Work work = {
      .rendering = {.project = project, .job = job, .block_frames = settings->block_frames},
      .settings = settings,
      .findings = findings};
  g_autoptr(AlMixes) mixes = NULL;

  render->place = settings->place != NULL ? g_strdup(settings->place) : place_beside(project->path);
  render->delivered = g_ptr_array_new_with_free_func((GDestroyNotify)al_delivered_free);
  render->steps = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  if (!check_only(project, settings, error) || !check_dump_folder(settings, error) ||
      !check_place(project, settings, render->place, error))
    return NULL;
  work.rendering.mixes = mixes = al_mixes_new(project, job, error);
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
