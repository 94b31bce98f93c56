/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/rendering.h"

#include <stdio.h>

#include "src/progress.h"
#include "src/rendered.h"
#include "src/report.h"

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
    rendered_print_json(project, render, settings->dry_run, findings, error);
  else if (render != NULL && !options->quiet)
    rendered_print(project, render, settings->dry_run);
  fflush(stdout);
  if (render != NULL) {
    report_findings(findings);
    return report_status(findings);
  }
  report_lesser_findings(findings);
  report_failure(project, error);
  return EXIT_REFUSED;
}
