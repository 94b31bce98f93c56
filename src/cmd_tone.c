/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "album/error.h"
#include "album/project/project_files.h"
#include "album/project/tone_curve.h"
#include "album/sequence/mixes.h"
#include "album/sequence/tone_judge.h"
#include "src/options.h"
#include "src/progress.h"
#include "src/report.h"
#include "src/toned.h"

#define MOST_JOBS 1024

typedef struct {
  Options common;
  char *svg;
  char *save_curve;
  int jobs;
  gboolean thirds;
} ToneOptions;

static gboolean
read_options(int argc, char **argv, ToneOptions *options)
{
  const GOptionEntry entries[] = {
      {"thirds", 't', 0, G_OPTION_ARG_NONE, &options->thirds,
       "Show thirds of an octave in place of octaves", NULL},
      {"svg", 0, 0, G_OPTION_ARG_FILENAME, &options->svg, "Draw the spectra into FILE", "FILE"},
      {"save-curve", 0, 0, G_OPTION_ARG_FILENAME, &options->save_curve,
       "Keep the balance of the album in FILE, for toward: FILE", "FILE.yaml"},
      {"jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs,
       "Use N threads (default: all processors); the result is the same", "N"},
      G_OPTION_ENTRY_NULL,
  };

  if (!options_read(&cmd_tone, entries, 1, 1, argc, argv, &options->common))
    return FALSE;
  if (options->jobs < 0 || options->jobs > MOST_JOBS) {
    fprintf(stderr, "segue tone: --jobs is a number of threads from 1 to %d\n", MOST_JOBS);
    return FALSE;
  }
  if (options->save_curve != NULL && !g_str_has_suffix(options->save_curve, ".yaml")) {
    fprintf(stderr, "segue tone: the name of a curve ends in .yaml: %s\n", options->save_curve);
    return FALSE;
  }
  return TRUE;
}

/* A project that does not ask for it is shown what the default settings would do. */
static void
ask_for_tone(AlProject *project)
{
  for (guint i = 0; i < project->tracks->len; i++)
    ((AlTrack *)g_ptr_array_index(project->tracks, i))->tone.on = TRUE;
  fprintf(stderr, "segue tone: the project does not ask for tone; these are the defaults\n");
}

static AlToneMatch *
hear(AlProject *project, const ToneOptions *options, GError **error)
{
  Progress progress;
  AlJob job;
  AlToneMatch *match = NULL;
  AlMixes *mixes;

  progress_init(&progress, options->common.quiet);
  job = progress_job(&progress, (guint)options->jobs);
  mixes = al_mixes_new(project, &job, error);
  if (mixes != NULL && al_diagnostics_count(project->diagnostics) == 0)
    match = al_tone_match_new(project, al_mixes_hear, mixes, &job, error);
  progress_end(&progress);
  al_mixes_free(mixes);
  return match;
}

static gboolean
write_files(const AlProject *project, const AlToneMatch *match, const ToneOptions *options,
            GError **error)
{
  g_autofree char *curve = al_tone_curve_format(al_tone_match_centre(match));
  g_autoptr(GError) trouble = NULL;

  if (options->svg != NULL && !toned_draw(project, match, options->svg, error))
    return FALSE;
  if (options->save_curve == NULL || g_file_set_contents(options->save_curve, curve, -1, &trouble))
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write the curve: %s", trouble->message);
  return FALSE;
}

static void
print_json(const AlProject *project, const AlToneMatch *match, const RbFindings *findings,
           const GError *error)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();

  toned_json(builder, project, match);
  report_json_outcome(builder, findings, project, error);
  report_json_end(builder);
}

static int
show(const char *path, const ToneOptions *options)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AlProject) project = al_project_read(path, &error);
  g_autoptr(AlToneMatch) match = NULL;
  gboolean sound = project != NULL && al_diagnostics_count(project->diagnostics) == 0 &&
                   al_project_files_spare(project, options->svg, &error) &&
                   al_project_files_spare(project, options->save_curve, &error);
  gboolean done;

  if (sound && !al_tone_match_is_wanted(project))
    ask_for_tone(project);
  if (sound)
    match = hear(project, options, &error);
  done = match != NULL && write_files(project, match, options, &error);
  if (match != NULL)
    al_tone_judge(match, project, findings);
  if (options->common.json)
    print_json(project, match, findings, error);
  else if (done && !options->common.quiet)
    toned_print(project, match, options->thirds ? TONED_THIRDS : TONED_OCTAVES);
  fflush(stdout);
  report_findings(findings);
  if (done)
    return report_status(findings);
  report_failure(project, error);
  return EXIT_REFUSED;
}

static int
run(int argc, char **argv)
{
  ToneOptions options = {0};
  int status = read_options(argc, argv, &options) ? show(options.common.arguments[0], &options)
                                                  : EXIT_REFUSED;

  g_free(options.svg);
  g_free(options.save_curve);
  return status;
}

const Command cmd_tone = {
    .name = "tone",
    .arguments = "ALBUM",
    .summary = "Shows the tonal balance of an album's tracks, and what matching it would do.",
    .run = run,
};
