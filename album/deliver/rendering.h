/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RENDERING_H
#define AL_RENDERING_H

/* A render at work: what every deliverable is made from. */

#include "album/deliver/staging.h"
#include "album/job.h"
#include "album/match/matcher.h"
#include "album/sequence/mixes.h"
#include "album/sequence/timeline.h"

typedef struct AlPrograms AlPrograms; /* programs.h */

typedef struct {
  const AlProject *project;
  const AlTimeline *timeline;
  AlMixes *mixes;           /* processed, where anything is made */
  const AlStaging *staging; /* NULL while nothing is written */
  AlMatcher *matcher;       /* NULL while nothing is written, as the next */
  AlPrograms *programs;
  const AlJob *job;
  gsize block_frames; /* audio is pulled in blocks of so many frames; 0: a good size */
} AlRendering;

#endif
