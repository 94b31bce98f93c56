/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "src/interrupt.h"

#define REDRAW_US (G_USEC_PER_SEC / 10)

/* Before this much of a stage is done, an estimate of the rest would only jump about. */
#define LEAST_SHARE 0.03

static void
draw(const Progress *progress, double share, gint64 now_us)
{
  double elapsed = (double)(now_us - progress->stage_began_us) / G_USEC_PER_SEC;
  int left = share > LEAST_SHARE ? (int)(elapsed / share * (1 - share) + 0.5) : -1;

  fprintf(stderr, "\r\033[K%s  %3.0f %%", progress->stage, 100 * share);
  if (left >= 0)
    fprintf(stderr, "  %d:%02d left", left / 60, left % 60);
  fflush(stderr);
}

static void
show(const char *stage, double share, gpointer data)
{
  Progress *progress = data;
  gint64 now_us = g_get_monotonic_time();

  if (stage != progress->stage) {
    progress->stage = stage;
    progress->stage_began_us = now_us;
    progress->drawn_us = 0;
  }
  if (now_us - progress->drawn_us < REDRAW_US)
    return;
  progress->drawn_us = now_us;
  draw(progress, share, now_us);
}

void
progress_init(Progress *progress, gboolean quiet)
{
  *progress = (Progress){.shown = !quiet && isatty(STDERR_FILENO)};
}

AlJob
progress_job(Progress *progress, guint threads)
{
  return (AlJob){
      .threads = threads != 0 ? threads : g_get_num_processors(),
      .cancellable = interrupt_watch(),
      .progress = progress->shown ? show : NULL,
      .data = progress,
  };
}

void
progress_end(Progress *progress)
{
  if (progress->shown && progress->stage != NULL)
    fputs("\r\033[K", stderr);
}
