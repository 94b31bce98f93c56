/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_FILE_MEASUREMENT_H
#define AL_FILE_MEASUREMENT_H

/* Files of audio, measured: each for itself, and those that could be read as an album.
 *
 * One file that cannot be read does not keep the others from being measured; its error stands in
 * its place. The files are measured side by side on the threads of a job. */

#include "album/audio/mix.h"
#include "album/job.h"
#include "album/measure/measurement.h"
#include "redbook/finding.h"

typedef struct {
  char *path;                 /* as it was given */
  AlMixInfo info;             /* where `measurement` is there */
  AlMeasurement *measurement; /* NULL: it could not be read */
  GError *error;              /* why; names the file */
} AlFileMeasurement;

typedef struct {
  GPtrArray *files; /* of AlFileMeasurement, in the order of the paths */
  guint measured;   /* how many of them could be read */
  /* The files that could be read as an album. Without a meaning where there are none. */
  AlMeasured album;
  double album_seconds;
} AlFileMeasurements;

/* Measures the files (at least one). NULL with an error only where the user interrupted. */
AlFileMeasurements *al_file_measurements_new(char *const *paths, const AlJob *job, GError **error);
void al_file_measurements_free(AlFileMeasurements *measurements);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlFileMeasurements, al_file_measurements_free)

const AlFileMeasurement *al_file_measurements_get(const AlFileMeasurements *measurements, guint i);

double al_file_measurement_seconds(const AlFileMeasurement *file);

/* Finds what is odd about the audio of the files; the place of a finding is the path.
 *   L01 warning  silence: not one sample differs from 0
 *   L02 warning  shorter than 400 ms, the least that has an integrated loudness
 *   L03 warning  nothing above the gate of -70 LUFS, so there is no integrated loudness
 *   L04 warning  DC offset above 0.5 % of full scale
 *   L05 warning  the channels cancel: their correlation is below -0.9
 *   L06 note     a stereo file of two equal channels */
void al_file_measurements_judge(const AlFileMeasurements *measurements, RbFindings *findings);

#endif
