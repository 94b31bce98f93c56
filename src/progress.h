/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PROGRESS_H
#define PROGRESS_H

/* Progress: one line on the terminal that says what goes on and how long it will take.
 *
 * Nothing is shown where stderr is no terminal. */

#include "album/job.h"

typedef struct {
  gboolean shown;
  const char *stage;     /* static, of the last call */
  gint64 stage_began_us; /* monotonic time */
  gint64 drawn_us;
} Progress;

void progress_init(Progress *progress, gboolean quiet);

/* A job on all processors (or `threads`, if not 0) that draws on this progress. */
AlJob progress_job(Progress *progress, guint threads);

/* Clears the line. */
void progress_end(Progress *progress);

#endif
