/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/measure/file_measurement.h"

#include "album/error.h"

/* delivery.md 5 in the words of an engineer: an offset that wastes headroom, and channels of which
 * one was wired the wrong way round. */
#define MOST_DC_OFFSET 0.005
#define LEAST_CORRELATION (-0.9)

/* The blocks of BS.1770. */
#define GATING_BLOCK_SECONDS 0.4

typedef struct {
  const AlJob *job;
  GPtrArray *files;
  GMutex lock; /* of `done` and of the progress shown */
  gint64 done_frames, all_frames;
} Work;

static void
file_free(gpointer data)
{
  AlFileMeasurement *file = data;

  al_measurement_free(file->measurement);
  g_clear_error(&file->error);
  g_free(file->path);
  g_free(file);
}

static void
tell_progress(Work *work, gint64 frames)
{
  g_mutex_lock(&work->lock);
  work->done_frames += frames;
  al_job_progress(work->job, "Measuring",
                  (double)work->done_frames / (double)MAX(work->all_frames, 1));
  g_mutex_unlock(&work->lock);
}

/* Feeds a source to its end. FALSE where it fails or the user interrupted. */
static gboolean
feed_all(Work *work, AlSource *source, AlMeasurement *measurement, GError **error)
{
  double block[2 * AL_BLOCK_FRAMES];
  gssize got;

  while ((got = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_job_cancelled(work->job, error))
      return FALSE;
    al_measurement_feed(measurement, block, (gsize)got);
    tell_progress(work, got);
  }
  return got == 0;
}

/* One piece of the job. A file that cannot be read is no failure of it, an interruption is. */
static gboolean
measure_file(guint i, gpointer data, GError **error)
{
  Work *work = data;
  AlFileMeasurement *file = g_ptr_array_index(work->files, i);
  g_autoptr(AlSource) source = NULL;
  g_autoptr(AlMeasurement) measurement = NULL;

  if (file->error != NULL)
    return TRUE;
  source = al_mix_open(file->path, 0, AL_MIX_END, &file->error);
  if (source == NULL)
    return TRUE;
  measurement = al_measurement_new(source->rate);
  if (feed_all(work, source, measurement, &file->error)) {
    al_measurement_finish(measurement);
    file->measurement = g_steal_pointer(&measurement);
  }
  return !al_job_cancelled(work->job, error);
}

/* The files as they are before they are read: what their headers say. */
static GPtrArray *
inspect_files(char *const *paths, gint64 *frames)
{
  GPtrArray *files = g_ptr_array_new_with_free_func(file_free);

  for (; *paths != NULL; paths++) {
    AlFileMeasurement *file = g_new0(AlFileMeasurement, 1);

    file->path = g_strdup(*paths);
    if (al_mix_inspect(file->path, &file->info, &file->error))
      *frames += file->info.frames;
    g_ptr_array_add(files, file);
  }
  return files;
}

static void
measure_album(AlFileMeasurements *measurements)
{
  g_autoptr(GPtrArray) tracks = g_ptr_array_new();

  for (guint i = 0; i < measurements->files->len; i++) {
    const AlFileMeasurement *file = al_file_measurements_get(measurements, i);

    if (file->measurement == NULL)
      continue;
    g_ptr_array_add(tracks, file->measurement);
    measurements->album_seconds += al_file_measurement_seconds(file);
  }
  measurements->measured = tracks->len;
  if (tracks->len > 0)
    measurements->album =
        al_measurement_album((AlMeasurement *const *)(gpointer)tracks->pdata, tracks->len);
}

AlFileMeasurements *
al_file_measurements_new(char *const *paths, const AlJob *job, GError **error)
{
  g_autoptr(AlFileMeasurements) measurements = g_new0(AlFileMeasurements, 1);
  /* Progress is told by the frame here, not by the file. */
  const AlJob pieces = {.threads = job->threads, .cancellable = job->cancellable};
  Work work = {.job = job};
  gboolean done;

  measurements->files = work.files = inspect_files(paths, &work.all_frames);
  g_mutex_init(&work.lock);
  done = al_job_each(&pieces, "Measuring", work.files->len, measure_file, &work, error);
  g_mutex_clear(&work.lock);
  if (!done)
    return NULL;
  measure_album(measurements);
  return g_steal_pointer(&measurements);
}

void
al_file_measurements_free(AlFileMeasurements *measurements)
{
  if (measurements == NULL)
    return;
  g_ptr_array_unref(measurements->files);
  g_free(measurements);
}

const AlFileMeasurement *
al_file_measurements_get(const AlFileMeasurements *measurements, guint i)
{
  return g_ptr_array_index(measurements->files, i);
}

double
al_file_measurement_seconds(const AlFileMeasurement *file)
{
  return (double)file->info.frames / file->info.rate;
}

static void
judge_loudness(const AlFileMeasurement *file, const AlMeasured *measured, RbFindings *findings)
{
  if (measured->levels.peak[0] == 0 && measured->levels.peak[1] == 0)
    rb_findings_add(findings, "L01", RB_SEVERITY_WARNING, file->path,
                    "silence: every sample is 0, and there is nothing to measure");
  else if (al_file_measurement_seconds(file) < GATING_BLOCK_SECONDS)
    rb_findings_add(findings, "L02", RB_SEVERITY_WARNING, file->path,
                    "%.0f ms long: integrated loudness takes 400 ms at least",
                    1000 * al_file_measurement_seconds(file));
  else if (!isfinite(measured->loudness.integrated_lufs))
    rb_findings_add(findings, "L03", RB_SEVERITY_WARNING, file->path,
                    "nothing is above -70 LUFS, so there is no integrated loudness");
}

static void
judge_offset(const AlFileMeasurement *file, const AlMeasured *measured, RbFindings *findings)
{
  static const char *const names[] = {"left", "right"};

  for (guint channel = 0; channel < (guint)file->info.channels; channel++) {
    double offset = al_levels_dc_offset(&measured->levels, channel);

    if (fabs(offset) > MOST_DC_OFFSET)
      rb_findings_add(findings, "L04", RB_SEVERITY_WARNING, file->path,
                      "%s: a DC offset of %.2f %%; up to %.1f %% does no harm",
                      file->info.channels == 1 ? "mono" : names[channel], 100 * offset,
                      100 * MOST_DC_OFFSET);
  }
}

static void
judge_channels(const AlFileMeasurement *file, const AlMeasured *measured, RbFindings *findings)
{
  double correlation = al_levels_correlation(&measured->levels);

  if (file->info.channels < 2 || !isfinite(correlation))
    return;
  if (correlation < LEAST_CORRELATION)
    rb_findings_add(findings, "L05", RB_SEVERITY_WARNING, file->path,
                    "the channels cancel in mono: their correlation is %.2f", correlation);
  else if (al_levels_channels_equal(&measured->levels))
    rb_findings_add(findings, "L06", RB_SEVERITY_NOTE, file->path,
                    "both channels are the same: mono in a stereo file");
}

void
al_file_measurements_judge(const AlFileMeasurements *measurements, RbFindings *findings)
{
  for (guint i = 0; i < measurements->files->len; i++) {
    const AlFileMeasurement *file = al_file_measurements_get(measurements, i);
    const AlMeasured *measured;

    if (file->measurement == NULL)
      continue;
    measured = al_measurement_get(file->measurement);
    judge_loudness(file, measured, findings);
    judge_offset(file, measured, findings);
    judge_channels(file, measured, findings);
  }
}
