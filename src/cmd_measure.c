/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "src/measuring.h"
#include "src/options.h"
#include "src/progress.h"
#include "src/report.h"
#include "src/services.h"

#define MOST_JOBS 1024

typedef struct {
  Options common;
  int jobs;
  gboolean csv;
  gboolean services;
} MeasureOptions;

static gboolean
read_options(int argc, char **argv, MeasureOptions *options)
{
  const GOptionEntry entries[] = {
      {"csv", 0, 0, G_OPTION_ARG_NONE, &options->csv, "Write the result as CSV on stdout", NULL},
      {"services", 0, 0, G_OPTION_ARG_NONE, &options->services,
       "Tell what streaming services would do with these files", NULL},
      {"jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs,
       "Use N threads (default: all processors); the result is the same", "N"},
      G_OPTION_ENTRY_NULL,
  };

  if (!options_read(&cmd_measure, entries, 1, G_MAXUINT, argc, argv, &options->common))
    return FALSE;
  if (options->jobs < 0 || options->jobs > MOST_JOBS) {
    fprintf(stderr, "segue measure: --jobs is a number of threads from 1 to %d\n", MOST_JOBS);
    return FALSE;
  }
  if (options->csv && (options->common.json || options->services)) {
    fprintf(stderr, "segue measure: --csv goes neither with --json nor with --services\n");
    return FALSE;
  }
  return TRUE;
}

static AlServiceMeasured
as_service_measured(const AlMeasured *measured)
{
  return (AlServiceMeasured){measured->loudness.integrated_lufs, measured->true_peak_dbtp};
}

/* What the services would do with the files that could be read: nothing where there are none. */
static GPtrArray *
judge_services(const AlFileMeasurements *measurements, const GPtrArray *services)
{
  AlServiceMeasured album = as_service_measured(&measurements->album);
  g_autoptr(GArray) tracks = g_array_new(FALSE, FALSE, sizeof(AlServiceMeasured));

  for (guint i = 0; i < measurements->files->len; i++) {
    const AlFileMeasurement *file = al_file_measurements_get(measurements, i);

    if (file->measurement != NULL) {
      AlServiceMeasured track = as_service_measured(al_measurement_get(file->measurement));

      g_array_append_val(tracks, track);
    }
  }
  if (tracks->len == 0)
    return g_ptr_array_new();
  return al_services_judge(services, &album, (const AlServiceMeasured *)(gpointer)tracks->data,
                           tracks->len);
}

static void
print(const AlFileMeasurements *measurements, const MeasureOptions *options,
      const RbFindings *findings)
{
  g_autoptr(GPtrArray) services = options->services ? al_services_shipped() : NULL;
  g_autoptr(GPtrArray) verdicts = services != NULL ? judge_services(measurements, services) : NULL;

  if (options->common.json) {
    measuring_print_json(measurements, verdicts, findings);
  } else if (options->csv) {
    measuring_print_csv(measurements);
  } else if (!options->common.quiet) {
    measuring_print_table(measurements);
    if (verdicts != NULL && verdicts->len > 0) {
      putchar('\n');
      services_print(verdicts);
      services_print_notes(verdicts);
    }
  }
  fflush(stdout);
}

/* The exit status: a file that could not be read counts for more than a finding. */
static int
report(const AlFileMeasurements *measurements, const RbFindings *findings)
{
  report_findings(findings);
  for (guint i = 0; i < measurements->files->len; i++)
    report_failure(NULL, al_file_measurements_get(measurements, i)->error);
  return measurements->measured < measurements->files->len ? EXIT_REFUSED : report_status(findings);
}

static int
run(int argc, char **argv)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlFileMeasurements) measurements = NULL;
  g_autoptr(GError) error = NULL;
  MeasureOptions options = {0};
  Progress progress;
  AlJob job;

  if (!read_options(argc, argv, &options))
    return EXIT_REFUSED;
  progress_init(&progress, options.common.quiet);
  job = progress_job(&progress, (guint)options.jobs);
  measurements = al_file_measurements_new(options.common.arguments, &job, &error);
  progress_end(&progress);
  if (measurements == NULL)
    return report_end(options.common.json, findings, error);
  al_file_measurements_judge(measurements, findings);
  print(measurements, &options, findings);
  return report(measurements, findings);
}

const Command cmd_measure = {
    .name = "measure",
    .arguments = "FILE...",
    .summary = "Measures loudness and peaks of audio files, each and as an album.",
    .run = run,
};
