/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RENDER_H
#define AL_RENDER_H

/* The main job: from a project to its masters, written, read back and put in their place. */

#include "album/job.h"
#include "album/project/project.h"
#include "album/sequence/chain_observer.h"
#include "album/sequence/tone_match.h"
#include "redbook/disc.h"
#include "redbook/finding.h"

typedef struct {
  const char *place;       /* the folder of the masters; NULL: masters/ beside the project */
  const char *const *only; /* names of the deliverables to make, NULL-terminated; NULL: all */
  gboolean dry_run;        /* everything is checked and laid out, nothing is written */
  const char
      *dump_stages;   /* a new folder for the audio after each step of each chain; NULL: none */
  gsize block_frames; /* audio is pulled in blocks of so many frames, 0: a good size; changes
                         no result */
} AlRenderSettings;

/* How loud a track became, and by what. Measured on what was written, so absent from a dry run;
 * -HUGE_VAL where a value does not exist. */
typedef struct {
  double before_lufs; /* of the track as it comes */
  double target_lufs; /* none: levels were left alone, or the album has the target */
  double gain_db;
  double integrated_lufs;
  double sample_peak_dbfs;
  double true_peak_dbtp;
  double plr_lu;
  double max_reduction_db, mean_reduction_db; /* of the limiter */
  guint passes; /* how often it was limited and measured to find its gain; 0: not at all */
} AlDeliveredLoudness;

/* What became of one track in one deliverable. */
typedef struct {
  guint number;
  gint32 start_sector;   /* INDEX 01, absolute */
  gint32 length_sectors; /* from INDEX 01 to where its sound ends */
  gint32 gap_sectors;    /* before it */
  gint64 moved_frames;   /* how far the mark lies before the audio, at the working rate */
  AlDeliveredLoudness loudness;
} AlDeliveredTrack;

typedef struct {
  const AlDeliverable *deliverable;
  RbDisc *disc;
  GArray *tracks;    /* of AlDeliveredTrack */
  GPtrArray *files;  /* of char *: names relative to the place, with '/' */
  double album_lufs; /* of all tracks, gated together; -HUGE_VAL where there is none */
  guint passes;      /* how often it was written until all met their loudness; 0 in a dry run */
} AlDelivered;

typedef struct {
  char *place;
  int rate;             /* the working rate */
  GPtrArray *delivered; /* of AlDelivered, in the order of the project */
  GPtrArray *steps;     /* what was done to track n, at n - 1: GArray of AlStepDone, empty where
                           nothing was, and in a dry run */
  AlToneMatch *tone;    /* what tone matching did; NULL where none was asked for, and in a dry run;
                           the project must outlive it */
} AlRender;

/* Renders. NULL with an error if it cannot be done: with AL_ERROR_PROJECT the reasons stand in the
 * project's diagnostics or, with severity error, among the findings. What was in the place before
 * is then as it was. */
AlRender *al_render(const AlProject *project, const AlRenderSettings *settings, const AlJob *job,
                    RbFindings *findings, GError **error);

void al_render_free(AlRender *render);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlRender, al_render_free)

#endif
