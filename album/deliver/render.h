/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RENDER_H
#define AL_RENDER_H

/* The main job: from a project to its masters, written, read back and put in their place. */

#include "album/deliver/delivered.h"
#include "album/sequence/chain_observer.h"
#include "album/sequence/tone_match.h"
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
 * is then as it was.
 *
 * A deliverable that fails while it is made does not take the others with it: it has a failure, and
 * there is a finding of severity error (D01); what the place had of it stays. */
AlRender *al_render(const AlProject *project, const AlRenderSettings *settings, const AlJob *job,
                    RbFindings *findings, GError **error);

void al_render_free(AlRender *render);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlRender, al_render_free)

#endif
